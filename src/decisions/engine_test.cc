// The engine on a real store: what is decided outlives a restart, is made again from its log, is
// accepted once by whom it was made for, and is learnt from once.
#include "decisions/engine.h"

#include <thread>

#include "contacts/testing.h"
#include "customers/customers.h"
#include "decisions/answers.h"
#include "decisions/explaining.h"
#include "decisions/handle.h"
#include "decisions/outcomes.h"
#include "orders/orders.h"
#include "segments/segments.h"

namespace sluis::decisions {
namespace {

using contacts::testing::why;

class EngineTest : public contacts::testing::ContactsTest {
 protected:
  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = ContactsTest::capabilities();
    for (Capability& one :
         std::array{customers::capability(), segments::capability(), orders::capability(nullptr),
                    decisions::capability(nullptr, nullptr)}) {
      all.push_back(std::move(one));
    }
    return all;
  }
  void SetUp() override {
    ContactsTest::SetUp();
    if (IsSkipped()) return;
    refusals_ = std::make_shared<consent::Refusals>(store(), clock_);
    set({.hold_out_basis_points = {true, {0}}, .exploration_basis_points = {true, {0}}});
  }
  void TearDown() override {
    refusals_.reset();
    ContactsTest::TearDown();
  }

  void set(const SettingsChange& change) {
    ASSERT_TRUE(unit(
        [&](store::Tx& tx) { return change_settings(tx, actor(), settings(tx).version, change); }));
  }
  OfferId offer(const std::string& code, Act act) {
    OfferDraft draft;
    draft.code = {code};
    draft.name = {code};
    draft.act = act;
    const Words words{.title = {code}, .body = {}, .button = {code}};
    draft.texts = {true, {.nl = words, .en = words}};
    if (needs_team(act)) draft.team = {true, team_};
    if (act == Act::discount) draft.discount_basis_points = {true, Discount{1'000}};
    return unit([&](store::Tx& tx) { return add_offer(tx, actor(), draft); }).value().id;
  }
  void placement(std::vector<OfferId> offers) {
    PlacementDraft draft;
    draft.code = {"page"};
    draft.name = {"page"};
    draft.channel = channel_;
    draft.offers = {true, std::move(offers)};
    ASSERT_TRUE(unit([&](store::Tx& tx) { return add_placement(tx, actor(), draft); }));
  }
  // It is believed of the first offer of all that it earns so much more than nothing.
  void believe(double gain) {
    ASSERT_TRUE(unit([&](store::Tx& tx) -> Result<void> {
      sql::VersionRow row;
      row.number = sql::last_version(tx) + 1;
      row.design = design_of(known_of(tx, nullptr));
      std::vector<std::vector<Draws>> draws(row.design.cells(),
                                            std::vector<Draws>(row.design.arms()));
      for (auto& cell : draws)
        cell[1].fill(static_cast<float>(gain));
      row.draws = {encoded(draws)};
      sql::insert(tx, row);
      sql::put_in_force(tx, row.number);
      return {};
    }));
  }
  std::unique_ptr<Engine> engine() {
    auto engine = std::make_unique<Engine>(store(), clock_, refusals_);
    EXPECT_TRUE(engine->open());
    EXPECT_TRUE(engine->catch_up());
    return engine;
  }
  IdentityId device(const Engine& engine, const std::string& value) {
    return identities::id_of(engine.pepper(), identities::Kind::device, value);
  }
  // What is decided for somebody who looked at five pages, and kept.
  Decided decide(Engine& engine, IdentityId who, std::int64_t views = 5) {
    const Decided decided = engine.decide({.placement = "page",
                                           .identities = {who},
                                           .consent = true,
                                           .context = {.page_views = views},
                                           .id = ids_.next<DecisionId>(),
                                           .now = clock_.now()});
    EXPECT_TRUE(unit([&](store::Tx& tx) -> Result<void> {
      sql::insert(tx, *decided.log);
      return {};
    }));
    return decided;
  }
  Result<Answered> answered(DecisionId id, Answer given, std::optional<IdentityId> holder = {}) {
    return at_desk([&](const contacts::Desk& desk) {
      return answer(desk, id, {.holder = holder, .adviser = {}}, {.answer = given});
    });
  }
  Explanation explained(DecisionId id) {
    return store()
        .snapshot([&](store::Snapshot& snapshot) { return explain(snapshot, id); })
        .value();
  }

  std::shared_ptr<consent::Refusals> refusals_;
};
SLUIS_ON_BOTH_HOMES(EngineTest);

TEST_P(EngineTest, DecidesTheSameAfterARestartAndFromItsLog) {
  set({.hold_out_basis_points = {true, {1'000}}, .exploration_basis_points = {true, {5'000}}});
  agent("ann", {team_}, 3);
  placement({offer("chat", Act::chat), offer("advice", Act::advice), offer("mail", Act::mail)});
  auto before = engine();
  std::vector<Decided> all;
  for (int i = 0; i < 60; ++i)
    all.push_back(decide(*before, device(*before, "d-" + std::to_string(i)), i % 8));
  before.reset();
  auto after = engine();
  int made = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Logged& log = *all[i].log;
    EXPECT_TRUE(explained(log.id).repeatable) << i;
    made += log.reason == Reason::chosen;
    const Decided again = decide(*after, log.identity, static_cast<std::int64_t>(i) % 8);
    EXPECT_EQ(again.log->draw, log.draw);
    EXPECT_EQ(again.log->held_out, log.held_out);
    EXPECT_EQ(again.log->offer, log.offer) << i;
    EXPECT_FALSE(again.log->learns) << "it is the same visit";
  }
  EXPECT_GT(made, 0);
}

TEST_P(EngineTest, IsAcceptedOnceHoweverManyTry) {
  agent("ann", {team_}, 3);
  placement({offer("chat", Act::chat)});
  believe(50);
  const auto engine = this->engine();
  const Decided decided = decide(*engine, device(*engine, "d-1"));
  ASSERT_EQ(decided.reason, Reason::chosen);
  std::atomic<int> accepted = 0;
  {
    std::vector<std::jthread> visitors;
    for (int i = 0; i < 8; ++i) {
      visitors.emplace_back([&] {
        const auto answered = this->answered(decided.log->id, Answer::accepted);
        accepted += answered.has_value();
        if (!answered) EXPECT_EQ(why(answered), &kind_of(AnswerRefusal::decision_accepted));
      });
    }
  }
  EXPECT_EQ(accepted, 1);
  EXPECT_TRUE(explained(decided.log->id).contact);
}

// Two processes each see one free place; the floor gives it away once.
TEST_P(EngineTest, NobodyWaitsWhoWasToldThatSomebodyIsFree) {
  agent("ann", {team_}, 1);
  placement({offer("chat", Act::chat)});
  believe(50);
  const auto one = engine();
  const auto other = engine();
  const Decided first = decide(*one, device(*one, "d-1"));
  const Decided second = decide(*other, device(*other, "d-2"));
  ASSERT_EQ(second.reason, Reason::chosen);
  EXPECT_TRUE(answered(first.log->id, Answer::accepted));
  EXPECT_EQ(why(answered(second.log->id, Answer::accepted)), &kind_of(AnswerRefusal::nobody_free));
  const Explanation undone = explained(second.log->id);
  EXPECT_FALSE(undone.accepted || undone.contact);
}

// Good once, for them alone, and told to whoever they are on the website the next moment.
TEST_P(EngineTest, GreetsWhomAnAdviserGaveSomething) {
  set({.floor_basis_points = {true, {4'000}}});
  placement({offer("tenth", Act::discount)});
  believe(50);
  const auto engine = this->engine();
  const IdentityId who = device(*engine, "d-1");
  const UserId ann = agent("ann", {team_}, 3);
  const Decided decided = decide(*engine, who);
  const auto given = at_desk([&](const contacts::Desk& desk) {
    return answer(desk, decided.log->id, {.holder = who, .adviser = ann},
                  {.answer = Answer::accepted});
  });
  ASSERT_TRUE(given);
  engine->hear({.position = {},
                .topic = "decisions.gift_given",
                .payload = {"{}"},
                .created = clock_.now()});
  ASSERT_TRUE(engine->catch_up());
  const auto told = [&](IdentityId visitor) {
    const Decided again = decide(*engine, visitor);
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<DecisionView> {
          return greeted(snapshot, *engine, again, Language::nl);
        })
        .value()
        .greeting;
  };
  const auto greeting = told(who);
  ASSERT_TRUE(greeting);
  EXPECT_EQ(greeting->voucher, *given->voucher);
  EXPECT_EQ(greeting->title, "ann heeft iets voor u klaargezet");
  EXPECT_TRUE(greeting->body.starts_with("Tot 10%"));
  EXPECT_FALSE(told(device(*engine, "d-2")));
  const auto kept =
      store().snapshot([&](store::Snapshot& snapshot) -> Result<orders::VoucherState> {
        return *orders::gift_to(snapshot, who, clock_.now());
      });
  EXPECT_EQ(kept->floor_basis_points, 4'000);
  clock_.advance(std::chrono::days(15));
  EXPECT_FALSE(told(who));
}

TEST_P(EngineTest, IsAnsweredByWhomItWasMadeForInTime) {
  placement({offer("tenth", Act::discount)});
  believe(50);
  const auto engine = this->engine();
  const IdentityId who = device(*engine, "d-1");
  const Decided decided = decide(*engine, who);
  const DecisionId id = decided.log->id;
  EXPECT_EQ(why(answered(id, Answer::accepted, device(*engine, "d-2"))),
            &kind_of(AnswerRefusal::decision_unknown));
  EXPECT_TRUE(answered(id, Answer::shown, who));
  const auto accepted = answered(id, Answer::accepted, who);
  ASSERT_TRUE(accepted);
  EXPECT_TRUE(accepted->voucher);
  const Decided late = decide(*engine, device(*engine, "d-3"));
  clock_.advance(std::chrono::hours(1));
  EXPECT_EQ(why(answered(late.log->id, Answer::accepted)),
            &kind_of(AnswerRefusal::decision_expired));
}

TEST_P(EngineTest, LearnsOfAnOrderOnceAndForgetsWhoItWas) {
  placement({offer("advice", Act::advice)});
  believe(50);
  outbox::Tail tail(store());
  const auto engine = this->engine();
  engine->serve(tail, events::appended(*intake_), [](const Refusal&) {});
  const IdentityId who = device(*engine, "d-1");
  auto decided = std::make_shared<const Decided>(decide(*engine, who));
  engine->kept(decided);
  ASSERT_TRUE(unit([&](store::Tx& tx) -> Result<void> {
    events::SourceDraft source;
    source.name = {"Shop"};
    source.channel = channel_;
    events::Draft order;
    order.message_id = "m-1";
    order.identities = {{identities::Kind::device, "d-1"}};
    order.kind = "order_completed";
    order.order = "A-1";
    order.part = "order";
    order.revenue = Micro(50 * Micro::kPerUnit);
    order.cost = Micro(20 * Micro::kPerUnit);
    order.currency = "EUR";
    const SourceId id = TRY(events::add_source(tx, actor(), source)).id;
    events::append(tx, *intake_, ids_,
                   {.sender = {.source = id, .key = {}},
                    .received = clock_.now(),
                    .drafts = std::span(&order, 1)});
    return {};
  }));
  events::Readers readers(store(), clock_, *intake_, {outcome_reader()},
                          [](const events::Reader&, const Refusal&) {});
  readers.catch_up();
  const Explanation whole = explained(decided->log->id);
  EXPECT_EQ(whole.orders, 1);
  EXPECT_EQ(whole.margin, Micro(30 * Micro::kPerUnit));
  while (engine->learnt().sales == 0)
    std::this_thread::yield();
  EXPECT_EQ(engine->learnt().margin, Micro(30 * Micro::kPerUnit));
  // After a restart the same is known from the log.
  EXPECT_EQ(this->engine()->learnt().sales, 1);

  const IdentityId fresh(77);
  ASSERT_TRUE(unit([&](store::Tx& tx) -> Result<void> {
    sql::forget(tx, who, fresh);
    return {};
  }));
  EXPECT_EQ(explained(decided->log->id).identity, fresh);
}

// What is counted ahead is what is decided when they come: the same gates, chances and gains.
TEST_P(EngineTest, ForeseesWhatIsDecidedWhenTheyCome) {
  set({.hold_out_basis_points = {true, {3'000}}, .exploration_basis_points = {true, {1'000}}});
  const OfferId advice = offer("advice", Act::advice);
  placement({advice, offer("mail", Act::mail), offer("chat", Act::chat)});
  believe(20);
  auto source = unit([&](store::Tx& tx) {
    events::SourceDraft draft;
    draft.name = {"Shop"};
    draft.channel = channel_;
    return events::add_source(tx, actor(), draft);
  });
  constexpr int kCustomers = 40;
  std::vector<std::string> names;
  for (int i = 0; i < kCustomers; ++i)
    names.push_back("d-" + std::to_string(i));
  std::vector<events::Draft> views(kCustomers);
  for (std::size_t i = 0; i < views.size(); ++i) {
    views[i].message_id = names[i];
    views[i].identities = {{identities::Kind::device, names[i]}};
    views[i].kind = i % 10 == 0 ? "checkout_started" : "page_viewed";
  }
  ASSERT_TRUE(unit([&](store::Tx& tx) -> Result<void> {
    events::append(tx, *intake_, ids_,
                   {.sender = {.source = source.value().id, .key = {}},
                    .received = clock_.now(),
                    .drafts = views});
    return {};
  }));
  const auto engine = this->engine();
  const Preview preview =
      engine->preview({.offer = {}, .placement = {}, .context = {5, false}}, clock_.now());
  ASSERT_EQ(preview.places.size(), 1U);
  ASSERT_EQ(preview.places[0].groups.size(), 1U);
  const PreviewedGroup& group = preview.places[0].groups[0];
  EXPECT_EQ(preview.customers, kCustomers);
  EXPECT_EQ(preview.one_in, 1);
  std::vector<PreviewedOffer> decided(3);
  std::int64_t held_out = 0;
  for (const std::string& name : names) {
    const Decided one = decide(*engine, device(*engine, name));
    held_out += one.log->held_out;
    const auto weighed = decoded_offers(one.log->details.data).value();
    for (std::size_t o = 0; o < weighed.size(); ++o) {
      decided[o].passed += !weighed[o].gate;
      decided[o].offered += one.log->held_out ? 0 : weighed[o].probability;
      decided[o].gain += one.log->held_out ? 0 : weighed[o].probability * weighed[o].gain;
    }
  }
  EXPECT_EQ(group.held_out, held_out);
  for (std::size_t o = 0; o < decided.size(); ++o) {
    std::int64_t all = group.offers[o].passed;
    for (const Stopped& stopped : group.offers[o].stopped)
      all += stopped.customers;
    EXPECT_EQ(all, kCustomers);
    EXPECT_EQ(group.offers[o].passed, decided[o].passed);
    EXPECT_NEAR(group.offers[o].offered, decided[o].offered, 1e-3);
    EXPECT_NEAR(group.offers[o].gain, decided[o].gain, 1e-2);
    EXPECT_LE(group.offers[o].gain_low, group.offers[o].gain_high);
  }
  EXPECT_EQ(group.offers[0].passed, kCustomers * 9 / 10) << "who pays is left alone";
  EXPECT_GT(group.offers[0].offered, 0);
  EXPECT_GT(group.offers[0].gain, 0);
  EXPECT_EQ(group.offers[2].passed, 0) << "nobody is there to chat";
}

}  // namespace
}  // namespace sluis::decisions
