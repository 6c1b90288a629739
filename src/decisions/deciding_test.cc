// One decision without a store: gates in their order, the log that makes it again, handles that
// nobody can make, and profiles that merging does not change.
#include <gtest/gtest.h>

#include "decisions/handle.h"
#include "decisions/log.h"

namespace sluis::decisions {
namespace {

const Instant kNow = *parse_instant("2026-01-05T09:00:00Z");
constexpr contacts::TeamId kTeam(7);

OfferId offer_id(std::size_t i) {
  return OfferId(static_cast<std::int64_t>(i) + 1);
}

// A place with so many chats and pieces of advice, of which everything is believed as it is drawn.
class Page {
 public:
  explicit Page(std::size_t offers, std::uint64_t seed = 1) {
    Version version{.number = 1, .design = {}, .draws = {}};
    for (std::size_t i = 0; i < offers; ++i) {
      Offer offer{.id = offer_id(i), .act = i % 2 == 0 ? Act::chat : Act::advice};
      if (i % 2 == 0) offer.team = kTeam;
      known.slots.push_back({.offer = offer, .mark = static_cast<std::uint16_t>(i + 1)});
      version.design.offers.push_back(offer.id);
      place.slots.push_back(static_cast<std::uint16_t>(i));
      place.modelled.push_back(true);
    }
    Random random(seed);
    Belief belief({}, version.design.cells(), version.design.arms());
    for (int i = 0; i < 20'000; ++i) {
      const std::size_t arm = random.below(version.design.arms());
      belief.observe(random.below(version.design.cells()), arm,
                     random.unit() < 0.03 + 0.02 * static_cast<double>(arm), 40);
    }
    version.draws = belief.draw(random);
    place.draws = version.draws;
    known.version = std::make_shared<const Version>(std::move(version));
    lines = {.as_of = kNow,
             .teams = {{kTeam, line_of({.team = kTeam,
                                        .open = true,
                                        .agents = 3,
                                        .calls_free = 3,
                                        .chats_free = 3,
                                        .call_wait_s = 0,
                                        .chat_wait_s = 0,
                                        .handling_s = 300,
                                        .arrivals_per_s = 0.001},
                                       known.settings)}}};
    demand.acceptance.fill(0.3);
    context.page_views = 5;
  }

  Situation at(Instant now = kNow) const {
    return {known, place, visitor, context, lines, demand, now};
  }
  Offer& offer(std::size_t i) { return known.slots[i].offer; }
  std::optional<Gate> gate(std::size_t i) const { return weigh(at()).offers[i].gate; }

  Known known;
  Place place;
  Visitor visitor;
  Context context;
  Lines lines;
  Demand demand;
};

TEST(Deciding, AsksTheGatesInTheirOrder) {
  Page page(2);
  EXPECT_EQ(page.gate(0), std::nullopt);
  // Each is set on top of those before it: the first one that stops is the reason.
  page.demand.outstanding[0] = 10;
  EXPECT_EQ(page.gate(0), Gate::pacing);
  EXPECT_EQ(page.gate(1), std::nullopt);
  page.context.page_views = 0;
  EXPECT_EQ(page.gate(0), Gate::timing);
  for (std::size_t i = 0; i < 2; ++i)
    page.visitor.profile.made[i] = {.at = moment_of(kNow) - 86'400, .offer = 1};
  page.visitor.profile.visit = moment_of(kNow);
  EXPECT_EQ(page.gate(0), Gate::frequency);
  page.lines.teams[kTeam].now.chat_wait_s = 31;
  EXPECT_EQ(page.gate(0), Gate::wait);
  page.lines.teams[kTeam].now.open = false;
  EXPECT_EQ(page.gate(0), Gate::closed);
  page.lines.as_of = kNow - std::chrono::seconds(6);
  EXPECT_EQ(page.gate(0), Gate::state_lost);
  EXPECT_EQ(page.gate(1), Gate::timing);  // for which nobody is needed
  page.place.modelled[0] = false;
  EXPECT_EQ(page.gate(0), Gate::no_model);
  page.visitor.objects_to = 1U << static_cast<unsigned>(Act::chat);
  EXPECT_EQ(page.gate(0), Gate::consent);
  page.known.slots[0].phases = 1U << static_cast<unsigned>(channels::Phase::delivery);
  EXPECT_EQ(page.gate(0), Gate::audience);
  page.offer(0).until = kNow;
  EXPECT_EQ(page.gate(0), Gate::not_now);
  page.offer(0).active = false;
  EXPECT_EQ(page.gate(0), Gate::switched_off);
}

TEST(Deciding, KeepsWhatWasOfferedInAVisitAndDropsWhatWasDismissed) {
  Page page(1);
  page.visitor.profile.visit = moment_of(kNow);
  page.visitor.profile.made[0] = {.at = moment_of(kNow), .offer = 1};
  page.offer(0).cap_times = {1};
  EXPECT_EQ(page.gate(0), std::nullopt);
  page.visitor.profile.made[0].dismissed = true;
  EXPECT_EQ(page.gate(0), Gate::frequency);
}

TEST(Deciding, CallsBackAtOnceOnlyWhileSomebodyIsFree) {
  Page page(1);
  page.offer(0).act = Act::call_back;
  page.lines.teams[kTeam].now.call_wait_s = 31;
  page.lines.teams[kTeam].now.calls_free = 0;
  EXPECT_EQ(page.gate(0), std::nullopt);
  page.place.placement.at_once = true;
  EXPECT_EQ(page.gate(0), Gate::wait);
  page.lines.teams[kTeam].now.call_wait_s = 0;
  EXPECT_EQ(page.gate(0), Gate::pacing);
  page.lines.teams[kTeam].now.calls_free = 1;
  EXPECT_EQ(page.gate(0), std::nullopt);
}

TEST(Deciding, CountsTheFeeOfAPageAmongTheCosts) {
  Page page(1);
  page.offer(0).cost = Micro(6 * Micro::kPerUnit);
  const double before = weigh(page.at()).offers[0].cost;
  page.place.placement.fee = Micro(2 * Micro::kPerUnit);
  EXPECT_NEAR(weigh(page.at()).offers[0].cost - before, 0.3 * 2, 1e-6);
}

TEST(Log, MakesTheSameDecisionAgain) {
  Random random(5);
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Page page(12, seed);
    for (std::size_t i = 0; i < 12; ++i)
      page.offer(i).active = random.unit() < 0.7;
    page.visitor.profile.orders = static_cast<std::uint16_t>(random.below(2));
    const Weighing weighing = weigh(page.at());
    const Logged logged{.policy = 1,
                        .draw = random.unit(),
                        .exploration = page.known.policy.exploration,
                        .sure = page.known.policy.sure,
                        .buyer = weighing.cell.buyer,
                        .phase = weighing.cell.phase,
                        .details = {encoded(weighing.offers)}};
    const auto again = weighed_again(logged, *page.known.version);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->nothing, weighing.nothing);
    for (std::size_t i = 0; i < 12; ++i) {
      EXPECT_EQ(again->offers[i].gate, weighing.offers[i].gate);
      EXPECT_EQ(again->offers[i].probability, weighing.offers[i].probability);
    }
    EXPECT_EQ(drawn_at(*again, logged.draw), drawn_at(weighing, logged.draw));
  }
}

TEST(Log, IsNotReadWhereItIsDamaged) {
  Page page(3);
  const std::string bytes = encoded(weigh(page.at()).offers);
  ASSERT_TRUE(decoded_offers(bytes));
  EXPECT_FALSE(decoded_offers(bytes.substr(0, bytes.size() - 1)));
  EXPECT_FALSE(decoded_offers("x" + bytes.substr(1)));
}

TEST(Version, IsNoneWhereItsDrawsAreDamaged) {
  const Page page(3);
  const Version& version = *page.known.version;
  std::string bytes = encoded(version.draws);
  EXPECT_EQ(decoded_draws(bytes, version.design), version.draws);
  EXPECT_FALSE(decoded_draws(bytes.substr(4), version.design));
  bytes.replace(0, 4, "\xff\xff\xff\xff");  // no number
  EXPECT_FALSE(decoded_draws(bytes, version.design));
}

TEST(Handle, IsOfOneVisitorForADayAndNobodyCanMakeIt) {
  const Handle handle = handle_for("key", IdentityId(42), kNow);
  EXPECT_EQ(holder_of("key", handle.text, kNow), IdentityId(42));
  EXPECT_FALSE(holder_of("key", handle.text, handle.until));
  EXPECT_FALSE(holder_of("another key", handle.text, kNow));
  const Handle other = handle_for("key", IdentityId(43), kNow);
  EXPECT_FALSE(holder_of("key", other.text.substr(0, 26) + handle.text.substr(26), kNow));
  for (std::size_t i = 0; i < handle.text.size(); ++i) {
    std::string forged = handle.text;
    forged[i] = forged[i] == '0' ? '1' : '0';
    EXPECT_FALSE(holder_of("key", forged, kNow)) << i;
  }
}

TEST(Profiles, AreTheSameAfterAMergeIsTakenBack) {
  const auto happened = [](std::int64_t who, std::string_view kind, int after_s) {
    events::Event event;
    event.identities = {IdentityId(who)};
    event.kind = kind;
    event.ts = kNow + std::chrono::seconds(after_s);
    return event;
  };
  Profiles profiles;
  for (int i = 0; i < 3; ++i)
    profiles.take(happened(1, "page_viewed", i));
  profiles.take(happened(2, "product_viewed", 10));
  profiles.take(happened(2, "order_completed", 20));
  const Moment now = moment_of(kNow) + 30;
  const IdentityId one(1);
  EXPECT_EQ(profiles.look({&one, 1}, now).profile.views, 3);
  profiles.join({.customer = CustomerId(1), .identities = {IdentityId(2), one}});
  const auto both = profiles.look({&one, 1}, now);
  EXPECT_EQ(both.lead, IdentityId(2));
  EXPECT_EQ(both.profile.views, 4);
  EXPECT_EQ(both.profile.orders, 1);
  profiles.part(CustomerId(1));
  EXPECT_EQ(profiles.look({&one, 1}, now).profile.views, 3);
  EXPECT_EQ(profiles.look({&one, 1}, now).profile.orders, 0);
  // A visit ends by itself.
  EXPECT_EQ(profiles.look({&one, 1}, now + kVisitEndsAfter_s).profile.views, 0);
  profiles.forget({&one, 1});
  EXPECT_EQ(profiles.size(), 1U);
}

// Whoever looks again, or is invited in two places, comes once.
TEST(Decisions, AnInvitationTakesOnePlaceOfEachVisitor) {
  Outstanding outstanding;
  const Instant soon = kNow + std::chrono::minutes(2);
  outstanding.add(1, kTeam, soon);
  outstanding.add(1, kTeam, soon + std::chrono::seconds(9));
  outstanding.add(2, kTeam, soon);
  EXPECT_EQ(outstanding.count(kTeam, kNow), 2);
  outstanding.answered(2, kTeam);
  EXPECT_EQ(outstanding.count(kTeam, soon), 1);
  EXPECT_EQ(outstanding.count(kTeam, soon + std::chrono::seconds(9)), 0);
}

}  // namespace
}  // namespace sluis::decisions
