#include "contacts/instore/stays.h"

#include <gtest/gtest.h>

#include "contacts/instore/basket.h"
#include "contacts/instore/labels.h"
#include "contacts/instore/scanning.h"
#include "contacts/testing.h"

namespace sluis::contacts {
namespace {

using testing::why;

class StaysTest : public testing::ContactsTest {
 protected:
  void SetUp() override {
    ContactsTest::SetUp();
    if (IsSkipped()) return;
    TeamDetails of_shop;
    of_shop.location = {true, shop_};
    in_shop_ = team("shop-floor", of_shop);
  }

  static Spot spot(const std::string& shelf = "A12") {
    return {.store = {"shop"},
            .shelf = Line<1, 64>{shelf},
            .gtin = std::nullopt,
            .sku = catalog::Sku{"SHIRT-M"}};
  }
  Result<Entered> entered() {
    StayDraft draft;
    static_cast<Spot&>(draft) = spot();
    draft.text_version = {"1"};
    return at_desk([&](const Desk& desk) { return come_in(desk, draft); });
  }
  Result<Visit> asked_from(const std::string& token) {
    return at_desk([&](const Desk& desk) { return ask_from(desk, token, {}); });
  }
  std::vector<StayView> seen(const stock::Sight& sight = {}) {
    return look([&](store::Snapshot& s) { return stays(s, sight, std::nullopt, clock_.now()); });
  }
  Answering answering_now() {
    const ScanQuery at_shop{.gtin = {}, .sku = {}, .store = Slug{"shop"}, .language = {}};
    return store()
        .snapshot([&](store::Snapshot& s) { return scanned(s, at_shop, clock_.now()); })
        .value()
        .answering;
  }

  TeamId in_shop_;
};
SLUIS_ON_BOTH_HOMES(StaysTest);

// After its time nothing says any more where somebody stood: not the stay, not their contact.
TEST_P(StaysTest, WhereSomebodyStoodIsForgottenInTime) {
  const UserId ann = agent("ann", {in_shop_}, 2);
  const Entered stay = entered().value();
  const ContactId asked = asked_from(stay.token)->contact;
  ASSERT_TRUE(accepted(ann, asked));
  EXPECT_EQ(found(asked).location, shop_);
  EXPECT_EQ(found(asked).stands_at->shelf.text, "A12");
  ASSERT_EQ(seen().size(), 1);
  EXPECT_EQ(seen().front().sku, "SHIRT-M");
  EXPECT_TRUE(seen({.location = warehouse_}).empty());

  pass(kStaysFor - std::chrono::seconds(1));
  ASSERT_EQ(seen().size(), 1);
  clock_.advance(std::chrono::seconds(1));
  EXPECT_TRUE(seen().empty()) << "also before time has tidied up";
  pass(std::chrono::seconds(0));
  EXPECT_EQ(found(asked).location, std::nullopt);
  EXPECT_EQ(found(asked).stands_at, std::nullopt);
  EXPECT_EQ(why(asked_from(stay.token)), &kind_of(StayRefusal::stay_over));
}

TEST_P(StaysTest, EachScanGoesOnAndWhoGoesOutIsForgottenAtOnce) {
  const Entered stay = entered().value();
  pass(std::chrono::minutes(29));
  const auto on = [&](const std::string& token) {
    return at_desk([&](const Desk& desk) { return go_on(desk, token, spot("B3")); });
  };
  EXPECT_EQ(on(stay.token)->ends, clock_.now() + kStaysFor);
  pass(std::chrono::minutes(29));
  ASSERT_EQ(seen().size(), 1);
  EXPECT_EQ(seen().front().shelf.text, "B3");
  EXPECT_EQ(why(on("made up")), &kind_of(StayRefusal::stay_over));
  ASSERT_TRUE(at_desk([&](const Desk& desk) { return go_out(desk, stay.token); }));
  EXPECT_TRUE(seen().empty());
}

// Who asks twice left a question behind: that one too says no more where it was asked.
TEST_P(StaysTest, OnlyTheNewestQuestionKnowsWhereItWasAsked) {
  agent("ann", {in_shop_}, 2);
  const Entered stay = entered().value();
  const ContactId first = asked_from(stay.token)->contact;
  const ContactId second = asked_from(stay.token)->contact;
  EXPECT_EQ(found(first).location, std::nullopt);
  EXPECT_EQ(found(second).location, shop_);
}

// A colleague in the store, else an agent elsewhere, who writes; else nobody, and the customer
// helps themselves.
TEST_P(StaysTest, AQuestionGoesToACollegueElseToAnAgentElsewhereElseToNobody) {
  const Entered stay = entered().value();
  EXPECT_EQ(answering_now(), Answering::nobody);
  EXPECT_EQ(why(asked_from(stay.token)), &kind_of(ContactRefusal::nobody_there));
  const UserId far = agent("far", {team_}, 2);
  EXPECT_EQ(answering_now(), Answering::agent);
  const FullContact written = found(asked_from(stay.token)->contact);
  EXPECT_EQ(written.kind, Kind::chat);
  EXPECT_EQ(written.agent, far);
  const UserId near = agent("near", {in_shop_}, 2);
  EXPECT_EQ(answering_now(), Answering::colleague);
  const FullContact spoken = found(asked_from(stay.token)->contact);
  EXPECT_EQ(spoken.kind, Kind::store_request);
  EXPECT_EQ(spoken.agent, near);
}

// Who asks on a website gets nobody from the floor of a store.
TEST_P(StaysTest, ATeamOfAStoreAnswersNobodyElse) {
  agent("near", {in_shop_}, 2);
  ContactDraft draft{.kind = Kind::chat};
  const auto contact = at_desk([&](const Desk& desk) { return ask(desk, draft); });
  EXPECT_EQ(contact->team, team_);
  EXPECT_EQ(contact->state, State::waiting);
}

TEST(LinkTest, IsAGs1DigitalLink) {
  const Url address{"https://id.gs1.org/"};
  const catalog::Gtin gtin{"9506000134352"};
  EXPECT_EQ(link_of(address, gtin, {}, {}, {}), "https://id.gs1.org/01/09506000134352");
  EXPECT_EQ(link_of(address, gtin, {}, Slug{"zwolle"}, Line<1, 64>{"A 12"}),
            "https://id.gs1.org/01/09506000134352?at=zwolle&shelf=A%2012");
  EXPECT_EQ(link_of(address, {}, catalog::Sku{"A/1"}, Slug{"zwolle"}, {}),
            "https://id.gs1.org/sku/A%2F1?at=zwolle");
  EXPECT_EQ(link_of(address, {}, {}, Slug{"zwolle"}, {}), "https://id.gs1.org/at/zwolle");
}

// Every code begins with the bar of its finder, and every link has room.
TEST(LinkTest, FitsInACode) {
  const Line<1, 64> longest{std::string(64, '%')};
  const std::string link = link_of({"https://" + std::string(kAddressMost - 8, 'a')}, {},
                                   catalog::Sku{std::string(64, '%')}, Slug{"a"}, longest);
  const QrCode code = qr_code(link);
  EXPECT_TRUE(code.path.starts_with("M0 0h7v1h-7z"));
  EXPECT_EQ(qr_code("https://id.gs1.org/01/09506000134352").squares, 29);
}

TEST(BasketTest, HoldsWhatWasPutInSinceTheLastOrderLessWhatWasTakenOut) {
  const Micro two(2 * Micro::kPerUnit);
  const Micro one(Micro::kPerUnit);
  const std::vector<BasketMove> moves = {
      {"product_removed", "LAMP", {}}, {"product_viewed", "CHAIR", {}},
      {"product_added", "LAMP", two},  {"product_added", "RUG", {}},
      {"product_removed", "RUG", {}},  {"order_completed", "", {}},
      {"product_added", "TABLE", {}}};
  EXPECT_EQ(basket_of(moves), (std::vector<InBasket>{{"LAMP", one}}));
  EXPECT_TRUE(basket_of({}).empty());
}

}  // namespace
}  // namespace sluis::contacts
