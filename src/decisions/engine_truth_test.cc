// The engine itself in worlds whose truth is known: what it learns adds nearly what a policy adds
// that knows the truth and passes the same gates, and more than what is on the market; it stops
// where calls only take over, or nobody is there to answer them.
//   SLUIS_TEST_DEEP=1: twenty seeds with a full warm-up. What each brought is in the report that
//   --gtest_output=xml writes.
#include "contacts/testing.h"
#include "customers/customers.h"
#include "decisions/answers.h"
#include "decisions/engine.h"
#include "decisions/learner.h"
#include "decisions/outcomes.h"
#include "decisions/testing.h"
#include "kernel/testing.h"
#include "orders/orders.h"
#include "segments/segments.h"

namespace sluis::decisions::testing::live {
namespace {

using std::chrono::microseconds;

constexpr std::size_t kReached = 2 * kPhases;  // cells: bought before or not, by phase
constexpr std::int64_t kPeople = 20'000;       // half of them bought before
constexpr int kLearnEvery = 2'000;             // visits
constexpr int kPriceOnce = 100;                // visits

struct Length {
  std::uint64_t seeds = 0;
  int warm_up = 0;   // visits
  int measured = 0;  // after it
  double share = 0;  // of what the truth adds, that is reached after it
};

Length how_long() {
  return deep() ? Length{.seeds = 20, .warm_up = 400'000, .measured = 200'000, .share = 0.9}
                : Length{.seeds = 1, .warm_up = 60'000, .measured = 50'000, .share = 0.5};
}

// What a visit is offered.
struct Choice {
  bool held_out = false;
  std::size_t drawn = 0;                // the arm that is given, but for who is held out
  std::array<double, kOffers> mixed{};  // the chance of each, exploration included
  std::array<double, kOffers> pure{};   // and without it
};

struct Visit {
  int number = 0;
  std::size_t cell = 0;
  std::int64_t who = 0;
  Instant now;
  double wait_s = 0;
  std::int64_t free = 0;
  double arrivals_per_s = 0;
};

class Player {
 public:
  virtual ~Player() = default;
  virtual Choice choose(const Visit& visit, Random& mood) = 0;
  // What came of the arm that was given.
  virtual void observe(std::size_t, bool /*accepted*/, bool /*bought*/, double /*margin*/) {}
};

// One that always does the same for the same line, tried out and measured as the engine is.
class Rule : public Player {
 public:
  explicit Rule(std::size_t (*arm)(const Visit&)) : arm_(arm) {}
  Choice choose(const Visit& visit, Random& mood) override {
    const PolicySettings settings;
    Choice choice{.held_out = is_held_out(static_cast<std::uint64_t>(visit.who), 1, settings)};
    const std::size_t arm = arm_(visit);
    choice.pure[arm] = 1;
    for (std::size_t other = 0; other < kOffers; ++other)
      choice.mixed[other] = choice.pure[other] * (1 - settings.exploration) +
                            settings.exploration / static_cast<double>(kOffers);
    choice.drawn = mood.unit() < settings.exploration ? mood.below(kOffers) : arm;
    return choice;
  }

 private:
  std::size_t (*arm_)(const Visit&);
};

// What came of the visits that count: margin expected, less contacts and the waiting of everybody.
struct Brought {
  double value = 0;
  double calls = 0;             // accepted, expected
  double lost_to_hold_out = 0;  // what they would have brought more
  double lost_to_exploration = 0;
};

// Visits one after the other, to the same people in the same moods for every player.
class Game {
 public:
  Game(const World& world, std::uint64_t seed, Instant begin, int change)
      : world_(world), seed_(seed), begin_(begin), change_(change), callers_(seed) {}

  void play(Player& player, int first, int last) {
    next_call_s_ = first * kVisitEvery_s;
    for (int i = first; i < last; ++i)
      visit(player, i);
  }
  const Brought& brought() const { return brought_; }
  void forget() { brought_ = {}; }

 private:
  void visit(Player& player, int i) {
    Random mood(seed_ * 1'000'003 + static_cast<std::uint64_t>(i));
    const double now_s = i * kVisitEvery_s;
    let_others_call(now_s);
    const std::size_t cell = mood.below(kReached);
    const bool buyer = cell >= kPhases;
    const auto person = static_cast<std::int64_t>(mood.below(kPeople / 2));
    const Visit visit{.number = i,
                      .cell = cell,
                      .who = person * 2 + (buyer ? 1 : 0),
                      .now = begin_ + microseconds(static_cast<std::int64_t>(now_s * 1e6)),
                      .wait_s = line_.wait_s(now_s),
                      .free = line_.free(now_s),
                      .arrivals_per_s = calls_per_s(now_s)};
    const Choice choice = player.choose(visit, mood);
    give(player, visit, choice, now_s, mood);
  }

  void give(Player& player, const Visit& visit, const Choice& choice, double now_s, Random& mood) {
    const bool late = visit.number >= change_;
    const std::size_t arm = choice.held_out ? 0 : choice.drawn;
    const bool accepted = arm == kCall && mood.unit() < kAcceptance;
    if (accepted) join(now_s, kHandling_s);
    const bool bought = mood.unit() < world_.conversion(visit.cell, arm, late);
    player.observe(arm, accepted, bought, world_.drawn_margin(visit.cell, mood));
    const double pure = worth(visit.cell, choice.pure, late);
    const double mixed = worth(visit.cell, choice.mixed, late);
    const double nothing = world_.conversion(visit.cell, 0, late) * world_.margin(visit.cell);
    (choice.held_out ? brought_.lost_to_hold_out : brought_.lost_to_exploration) +=
        choice.held_out ? pure - nothing : pure - mixed;
    if (choice.held_out) return;
    brought_.value += pure;
    brought_.calls += choice.pure[kCall] * kAcceptance;
  }

  double worth(std::size_t cell, const std::array<double, kOffers>& chances, bool late) const {
    double worth = -chances[kCall] * kAcceptance * kContactCost;
    for (std::size_t arm = 0; arm < kOffers; ++arm)
      worth += chances[arm] * world_.conversion(cell, arm, late) * world_.margin(cell);
    return worth;
  }

  void join(double now_s, double handling_s) {
    brought_.value -= kWaitingCostPer_s * line_.join(now_s, handling_s);
  }

  void let_others_call(double now_s) {
    while (next_call_s_ <= now_s) {
      join(next_call_s_, kHandling_s * -std::log(1 - callers_.unit()));
      next_call_s_ -= std::log(1 - callers_.unit()) / calls_per_s(now_s);
    }
  }

  const World& world_;
  std::uint64_t seed_;
  Instant begin_;
  int change_;
  Random callers_;
  Line line_;
  double next_call_s_ = 0;
  Brought brought_;
};

class EngineTruthTest : public contacts::testing::ContactsTest {
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
    refusals_ = std::make_shared<consent::Refusals>(store(), clock_);
    offers_ = {offer("call", Act::call_now), offer("advice", Act::advice)};
    PlacementDraft place;
    place.code = {"page"};
    place.name = {"page"};
    place.channel = channel_;
    place.offers = {true, offers_};
    unit([&](store::Tx& tx) { return add_placement(tx, actor(), place); }).value();
    let_half_buy();
  }
  void TearDown() override {
    refusals_.reset();
    ContactsTest::TearDown();
  }

  OfferId offer(const std::string& code, Act act) {
    const bool call = act == Act::call_now;
    OfferDraft draft;
    draft.code = {code};
    draft.name = {code};
    draft.act = act;
    const Words words{.title = {code}, .body = {}, .button = {code}};
    draft.texts = {true, {.nl = words, .en = words}};
    if (call) draft.team = {true, team_};
    draft.cost = {
        true, call ? Micro(static_cast<std::int64_t>(kContactCost) * Micro::kPerUnit) : Micro()};
    draft.wait_most_s = {true, {static_cast<std::int64_t>(kWaitMost_s)}};
    draft.cap_times = {true, {6}};
    draft.cap_days = {true, {1}};
    draft.phases = {
        true, {channels::Phase::awareness, channels::Phase::evaluation, channels::Phase::purchase}};
    return unit([&](store::Tx& tx) { return add_offer(tx, actor(), draft); }).value().id;
  }

  static std::string name(std::int64_t who) { return "d-" + std::to_string(who); }

  // Each second person bought something a year ago.
  void let_half_buy() {
    events::SourceDraft shop;
    shop.name = {"Shop"};
    shop.channel = channel_;
    const auto source =
        unit([&](store::Tx& tx) { return events::add_source(tx, actor(), shop); }).value().id;
    std::vector<std::string> names;
    for (std::int64_t who = 1; who < kPeople; who += 2)
      names.push_back(name(who));
    std::vector<events::Draft> orders;
    for (const std::string& who : names) {
      events::Draft order;
      order.message_id = order.order = who;
      order.part = "order";
      order.identities = {{identities::Kind::device, who}};
      order.kind = "order_completed";
      order.ts = clock_.now() - std::chrono::days(365);
      order.currency = "EUR";
      orders.push_back(order);
    }
    unit([&](store::Tx& tx) -> Result<void> {
      events::append(
          tx, *intake_, ids_,
          {.sender = {.source = source, .key = {}}, .received = clock_.now(), .drafts = orders});
      return {};
    }).value();
  }

  // Of a policy that knows the truth, all draws are the same.
  void believe(const World& world, bool late) {
    unit([&](store::Tx& tx) -> Result<void> {
      sql::VersionRow row;
      row.number = sql::last_version(tx) + 1;
      row.design = design_of(known_of(tx, nullptr));
      std::vector<std::vector<Draws>> draws(row.design.cells(),
                                            std::vector<Draws>(row.design.arms()));
      for (std::size_t i = 0; i < draws.size(); ++i) {
        const std::size_t cell = reached(row.design.cell_at(i));
        for (std::size_t arm = 0; arm < kOffers; ++arm)
          draws[i][arm].fill(
              static_cast<float>(world.conversion(cell, arm, late) * world.margin(cell)));
      }
      row.draws = {encoded(draws)};
      sql::insert(tx, row);
      sql::put_in_force(tx, row.number);
      return {};
    }).value();
  }
  static std::size_t reached(const Cell& cell) {
    const std::size_t phase = cell.phase == channels::Phase::purchase     ? 2
                              : cell.phase == channels::Phase::evaluation ? 1
                                                                          : 0;
    return (cell.buyer ? kPhases : 0) + phase;
  }

  // One that begins with nothing learnt, or goes by the version that is in force.
  std::unique_ptr<Engine> engine(bool learns) {
    unit([&](store::Tx& tx) {
      return change_settings(tx, actor(), settings(tx).version, {.learning = {true, learns}});
    }).value();
    auto engine = std::make_unique<Engine>(store(), clock_, refusals_);
    engine->open().value();
    engine->catch_up().value();
    if (learns) engine->learn().value();
    return engine;
  }

  // The engine as a player: asked for each visit, and told what came of it as the outbox tells it.
  class Asked : public Player {
   public:
    Asked(EngineTruthTest& test, bool learns)
        : test_(test), learns_(learns), engine_(test.engine(learns)) {}

    Choice choose(const Visit& visit, Random&) override {
      test_.clock_.advance(visit.now - test_.clock_.now());
      if (visit.number % kLearnEvery == 0) engine_->catch_up().value();
      look_at_line(visit);
      decided_ = std::make_shared<const Decided>(
          engine_->decide({.placement = "page",
                           .identities = {{identities::id_of(
                               engine_->pepper(), identities::Kind::device, name(visit.who))}},
                           .consent = true,
                           .context = {.page_views = visit.cell % kPhases == 0 ? 1 : 5,
                                       .basket = visit.cell % kPhases == 2},
                           .id = test_.ids_.next<DecisionId>(),
                           .now = visit.now}));
      return choice();
    }

    void observe(std::size_t arm, bool accepted, bool bought, double margin) override {
      if (arm == kCall)
        tell(kAnswered, AnsweredFact{.id = decided_->log->id,
                                     .identity = decided_->log->identity,
                                     .offer = test_.offers_[0],
                                     .answer = accepted ? Answer::accepted : Answer::dismissed});
      if (!learns_ || !decided_->log->learns) return;
      engine_->kept(decided_);
      if (!bought) return;
      tell(
          kOutcomeSeen,
          Outcome{
              .decision = decided_->log->id,
              .cell = {.segment = {}, .buyer = decided_->log->buyer, .phase = decided_->log->phase},
              .given = arm == 0 ? std::nullopt : std::optional(test_.offers_[arm - 1]),
              .sales = 1,
              .margin = Micro(static_cast<std::int64_t>(margin * Micro::kPerUnit))});
    }

   private:
    // The arms of the world are nothing and the offers of the place, in their order. The log holds
    // what it takes to make the chances again.
    Choice choice() const {
      const Logged& log = *decided_->log;
      const Weighing weighing = weighed_again(log, *decided_->known->version).value();
      Choice choice{.held_out = log.held_out};
      choice.mixed[0] = choice.pure[0] = 1;
      const auto passed =
          1 + std::ranges::count_if(weighing.offers, [](const Weighed& one) { return !one.gate; });
      const double explored = log.exploration / static_cast<double>(passed);
      for (std::size_t i = 0; i < weighing.offers.size(); ++i) {
        const Weighed& one = weighing.offers[i];
        if (one.gate) continue;
        choice.mixed[i + 1] = one.probability;
        choice.pure[i + 1] = (one.probability - explored) / (1 - log.exploration);
        choice.mixed[0] -= choice.mixed[i + 1];
        choice.pure[0] -= choice.pure[i + 1];
        if (log.offer == one.offer) choice.drawn = i + 1;
      }
      return choice;
    }

    void look_at_line(const Visit& visit) {
      contacts::TeamNow now{.team = test_.team_,
                            .open = true,
                            .agents = kAgents,
                            .calls_free = visit.free,
                            .chats_free = 0,
                            .call_wait_s = static_cast<std::int64_t>(std::ceil(visit.wait_s)),
                            .chat_wait_s = std::nullopt,
                            .handling_s = static_cast<std::int64_t>(kHandling_s),
                            .arrivals_per_s = visit.arrivals_per_s};
      if (visit.number % kPriceOnce == 0 || line_.contact_cost == 0)
        line_ = line_of(now, decisions::Settings{});
      line_.now = now;
      engine_->see({.as_of = visit.now, .teams = {{test_.team_, line_}}});
    }

    template <class Fact>
    void tell(std::string_view topic, const Fact& fact) {
      outbox::Fact told;
      told.topic = topic;
      told.payload = {to_json(fact)};
      engine_->hear(told);
    }

    EngineTruthTest& test_;
    bool learns_;
    std::unique_ptr<Engine> engine_;
    TeamLine line_;
    std::shared_ptr<const Decided> decided_;
  };

  struct Added {
    Brought learnt;
    double learns = 0;  // over never
    double truth = 0;
    double always = 0;
    double when_free = 0;
  };

  Added added(const Trouble& trouble, std::uint64_t seed, const Length& length) {
    const int warm_up = length.warm_up;
    const World world(seed, trouble);
    const int last = warm_up + length.measured;
    const Instant begin = clock_.now();
    const auto value = [&](Player& player) {
      Game game(world, seed, begin, warm_up / 2);
      game.play(player, warm_up, last);
      return game.brought().value;
    };
    Rule never([](const Visit&) { return std::size_t{0}; });
    Rule always([](const Visit&) { return kCall; });
    Rule when_free([](const Visit& visit) { return visit.wait_s > 0 ? 0 : kCall; });
    Game game(world, seed, begin, warm_up / 2);
    Asked learner(*this, true);
    game.play(learner, 0, warm_up);
    game.forget();
    game.play(learner, warm_up, last);
    const double none = value(never);
    Added added{.learnt = game.brought(),
                .learns = game.brought().value - none,
                .always = value(always) - none,
                .when_free = value(when_free) - none};
    believe(world, true);
    Asked knows(*this, false);
    added.truth = value(knows) - none;
    return added;
  }

  std::shared_ptr<consent::Refusals> refusals_;
  std::vector<OfferId> offers_;
};
// Nothing of it is about the store.
INSTANTIATE_TEST_SUITE_P(, EngineTruthTest, ::testing::Values(store::Dialect::sqlite),
                         store::testing::name_of);

// Half of the worlds are unlike what is believed of worlds.
TEST_P(EngineTruthTest, AddsNearlyWhatTheTruthAdds) {
  const Length length = how_long();
  Added all;
  for (std::uint64_t seed = 1; seed <= length.seeds; ++seed) {
    const bool plain = seed % 2 == 0;
    const Added one = added({.interactions = !plain && seed % 3 == 0,
                             .drift = !plain && seed % 3 == 1,
                             .heavy_tails = !plain && seed % 3 != 0},
                            seed, length);
    RecordProperty(
        fmt::format("seed_{}", seed),
        fmt::format("{:.3f} of the {:.0f} of the truth; always {:.0f}, when free {:.0f}; lost to "
                    "hold-out {:.0f}, to exploration {:.0f}",
                    one.learns / one.truth, one.truth, one.always, one.when_free,
                    one.learnt.lost_to_hold_out, one.learnt.lost_to_exploration));
    all.learns += one.learns;
    all.truth += one.truth;
    all.always += one.always;
    all.when_free += one.when_free;
  }
  EXPECT_GE(all.learns / all.truth, length.share);
  EXPECT_GT(all.learns, std::max({0.0, all.always, all.when_free}));
}

}  // namespace
}  // namespace sluis::decisions::testing::live
