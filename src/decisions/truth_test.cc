// Policies in worlds whose truth is known: what is learnt adds nearly as much as the truth would,
// and stops inviting where the telephone only takes over what the website would have sold; and what
// a manager is told there of an hour more of an agent, and of what is only taken over.
#include <gtest/gtest.h>

#include "decisions/testing.h"
#include "methods/trial.h"

namespace sluis::decisions::testing {
namespace {

constexpr int kWarmUp = 400'000;  // visits, four weeks: after them visits count
constexpr int kVisits = 450'000;
constexpr int kChange = 200'000;      // after which the world is another one, where it drifts
constexpr int kVersionEvery = 2'000;  // visits
constexpr int kPriceEvery = 100;      // visits, ten minutes

// Who comes, and at which moment.
struct Visit {
  std::size_t cell = 0;
  bool late = false;  // after the change
  double wait_s = 0;
  double price = 0;  // expected, of the queue that an invitation makes longer
};

class Player {
 public:
  virtual ~Player() = default;
  // The arm outside of exploration.
  virtual std::size_t choose(const Visit& visit, Random& random) = 0;
  virtual void observe(std::size_t, std::size_t, bool, double) {}
  virtual void version(Random&) {}
};

class Never : public Player {
 public:
  std::size_t choose(const Visit&, Random&) override { return 0; }
};

class Always : public Player {
 public:
  std::size_t choose(const Visit&, Random&) override { return kCall; }
};

// What products on the market do: invite as long as somebody is free.
class WhenFree : public Player {
 public:
  std::size_t choose(const Visit& visit, Random&) override { return visit.wait_s > 0 ? 0 : kCall; }
};

std::vector<Arm> arms_of(const Visit& visit) {
  std::vector<Arm> arms(kOffers - 1);
  arms[kCall - 1] = {.passed = visit.wait_s <= kWaitMost_s,
                     .cost = kAcceptance * kContactCost,
                     .queue_price = visit.price};
  return arms;
}

class KnowsTheTruth : public Player {
 public:
  explicit KnowsTheTruth(const World& world) : world_(world) {}
  std::size_t choose(const Visit& visit, Random&) override {
    const auto arms = arms_of(visit);
    std::size_t best = 0;
    double most = 0;
    for (std::size_t arm = 1; arm < kOffers; ++arm) {
      const double lift = world_.conversion(visit.cell, arm, visit.late) -
                          world_.conversion(visit.cell, 0, visit.late);
      const double gain =
          lift * world_.margin(visit.cell) - arms[arm - 1].cost - arms[arm - 1].queue_price;
      if (!arms[arm - 1].passed || gain <= most) continue;
      most = gain;
      best = arm;
    }
    return best;
  }

 private:
  const World& world_;
};

class Learns : public Player {
 public:
  explicit Learns(const Prior& prior) : belief_(prior, kCells, kOffers) {}
  std::size_t choose(const Visit& visit, Random& random) override {
    const PolicySettings outside{.exploration = 0};
    return arm_at(chances(draws_[visit.cell], arms_of(visit), outside), random.unit());
  }
  void observe(std::size_t cell, std::size_t arm, bool bought, double margin) override {
    belief_.observe(cell, arm, bought, margin);
  }
  void version(Random& random) override { draws_ = belief_.draw(random); }

 private:
  Belief belief_;
  std::vector<std::vector<Draws>> draws_;
};

struct Played {
  double value = 0;  // margin expected, less contacts and waiting
  int calls = 0;     // invitations that were accepted
};

// A number of visits one after the other, with the same visitors, moods, calls of others, explored
// and held out for every player.
class Game {
 public:
  Game(const World& world, Player& player, std::uint64_t seed, int first)
      : world_(world),
        player_(player),
        seed_(seed),
        callers_(seed + static_cast<std::uint64_t>(first)),
        next_call_s_(first * kVisitEvery_s) {}

  void play(int i) {
    Random mood(seed_ * 1'000'003 + static_cast<std::uint64_t>(i));
    if (i % kVersionEvery == 0) player_.version(mood);
    const double now_s = i * kVisitEvery_s;
    let_others_call(now_s);
    if (i % kPriceEvery == 0) price_ = kAcceptance * price_of_a_call(now_s);
    const Visit visit{.cell = mood.below(kCells),
                      .late = i >= kChange,
                      .wait_s = line_.wait_s(now_s),
                      .price = price_};
    const bool held_out = is_held_out(static_cast<std::uint64_t>(i), seed_, settings_);
    const bool explored = !held_out && mood.unit() < settings_.exploration;
    const std::size_t drawn = explored_arm(visit, mood);
    const std::size_t arm = held_out ? 0 : explored ? drawn : player_.choose(visit, mood);
    offer(visit, arm, !held_out && !explored, now_s, mood);
  }

  // Of what was neither explored nor held out, less the waiting of everybody.
  const Played& played() const { return played_; }

 private:
  static double price_of_a_call(double now_s) {
    return methods::queue_price({calls_per_s(now_s), kHandling_s, kAgents}, kPatience_s,
                                kWaitingCostPer_s);
  }
  static std::size_t explored_arm(const Visit& visit, Random& mood) {
    const std::size_t arm = mood.below(kOffers);
    return arm == kCall && visit.wait_s > kWaitMost_s ? 0 : arm;
  }

  void join(double now_s, double handling_s) {
    played_.value -= kWaitingCostPer_s * line_.join(now_s, handling_s);
  }

  void let_others_call(double now_s) {
    while (next_call_s_ <= now_s) {
      join(next_call_s_, kHandling_s * -std::log(1 - callers_.unit()));
      next_call_s_ -= std::log(1 - callers_.unit()) / calls_per_s(now_s);
    }
  }

  void offer(const Visit& visit, std::size_t arm, bool counts, double now_s, Random& mood) {
    const bool accepted = arm == kCall && mood.unit() < kAcceptance;
    if (accepted) join(now_s, kHandling_s);
    const double conversion = world_.conversion(visit.cell, arm, visit.late);
    const bool bought = mood.unit() < conversion;
    player_.observe(visit.cell, arm, bought, world_.drawn_margin(visit.cell, mood));
    if (!counts) return;
    played_.value += conversion * world_.margin(visit.cell) - (accepted ? kContactCost : 0);
    played_.calls += accepted ? 1 : 0;
  }

  const World& world_;
  Player& player_;
  const PolicySettings settings_;
  std::uint64_t seed_;
  Random callers_;
  Line line_;
  double price_ = 0;
  double next_call_s_;
  Played played_;
};

Played play(const World& world, Player& player, std::uint64_t seed, int first, int last) {
  Game game(world, player, seed, first);
  for (int i = first; i < last; ++i)
    game.play(i);
  return game.played();
}

// What players add over never inviting.
struct Added {
  double learns = 0;
  double truth = 0;
  double always = 0;
  double when_free = 0;
  int calls = 0;
};

Added& operator+=(Added& sum, const Added& other) {
  sum.learns += other.learns;
  sum.truth += other.truth;
  sum.always += other.always;
  sum.when_free += other.when_free;
  sum.calls += other.calls;
  return sum;
}

Added added(const Trouble& trouble, std::uint64_t seed) {
  const World world(seed, trouble);
  const auto value = [&](Player&& player) {
    return play(world, player, seed, kWarmUp, kVisits).value;
  };
  const double never = value(Never());
  Learns learner({.conversion = 0.06});
  play(world, learner, seed, 0, kWarmUp);
  const Played learnt = play(world, learner, seed, kWarmUp, kVisits);
  return {.learns = learnt.value - never,
          .truth = value(KnowsTheTruth(world)) - never,
          .always = value(Always()) - never,
          .when_free = value(WhenFree()) - never,
          .calls = learnt.calls};
}

// Twenty worlds, half of them unlike what is believed of worlds.
TEST(Truth, IsNearlyReached) {
  Added all;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const bool plain = seed % 2 == 0;
    all += added({.interactions = !plain && seed % 3 == 0,
                  .drift = !plain && seed % 3 == 1,
                  .heavy_tails = !plain && seed % 3 != 0},
                 seed);
  }
  EXPECT_GE(all.learns / all.truth, 0.95);
  EXPECT_GT(all.learns, std::max({0.0, all.always, all.when_free}));
}

// Of a thousand visitors two at most are still called, while it is not sure yet.
TEST(Truth, StopsInvitingWhereCallsOnlyTakeOver) {
  for (std::uint64_t seed = 1; seed <= 2; ++seed)
    EXPECT_LT(added({.call_takes_over = true}, seed).calls, (kVisits - kWarmUp) / 500) << seed;
}

// ---- What a manager is told

constexpr int kVisitsManned = 200'000;
constexpr int kHeldOutOneIn = 10;

// What is measured, and what is true of it.
struct Desks {
  methods::Arm given;
  methods::Arm held_out;
  int invited = 0;
  int turned_away = 0;
  int contacts = 0;
  double queue = 0;
  double waited_s = 0;
  double value = 0;    // margin expected, less the waiting of all
  double with = 0;     // margin expected of those who were invited …
  double without = 0;  // … and had they not been
};

// Whoever comes while somebody is free is invited, as long as it lasts.
class Manned {
 public:
  Manned(const World& world, std::size_t agents) : world_(world), line_(agents) {}

  Desks play(std::uint64_t seed) {
    Random callers(seed);
    double next_call_s = 0;
    for (int i = 0; i < kVisitsManned; ++i) {
      const double now_s = i * kVisitEvery_s;
      while (next_call_s <= now_s) {
        join(next_call_s, callers);
        next_call_s -= std::log(1 - callers.unit()) / calls_per_s(now_s);
      }
      visit(now_s, i % kHeldOutOneIn == 0,
            Random(seed * 1'000'003 + static_cast<std::uint64_t>(i)));
    }
    return desks_;
  }

 private:
  // Whoever loses patience before it is their turn leaves.
  void join(double now_s, Random& mood) {
    const double handling_s = -kHandling_s * std::log(1 - mood.unit());
    const double patience_s = -kPatience_s * std::log(1 - mood.unit());
    const double wait_s = std::min(line_.wait_s(now_s), patience_s);
    if (wait_s < patience_s) line_.join(now_s, handling_s);
    ++desks_.contacts;
    desks_.waited_s += wait_s;
    desks_.value -= kWaitingCostPer_s * wait_s;
  }

  void visit(double now_s, bool held_out, Random mood) {
    const std::size_t cell = mood.below(kCells);
    const bool accepts = mood.unit() < kAcceptance;
    const double chance = mood.unit();
    const double margin = world_.drawn_margin(cell, mood);
    const bool free = line_.wait_s(now_s) <= 0;
    const bool given = free && !held_out;
    const double conversion = world_.conversion(cell, given ? kCall : 0, false);
    desks_.value += conversion * world_.margin(cell);
    if (!free) ++desks_.turned_away;
    if (!free) return;
    (given ? desks_.given : desks_.held_out).add(chance < conversion ? margin : 0);
    if (!given) return;
    desks_.with += conversion * world_.margin(cell);
    desks_.without += world_.conversion(cell, 0, false) * world_.margin(cell);
    if (!accepts) return;
    ++desks_.invited;
    join(now_s, mood);
  }

  const World& world_;
  Line line_;
  Desks desks_;
};

constexpr double kHours = kVisitsManned * kVisitEvery_s / 3'600;

double worth_of(const Desks& desks, double added_each) {
  const double given = static_cast<double>(desks.given.size()) / desks.invited;
  const double contacts_per_s = desks.contacts / (kHours * 3'600);
  return methods::agent_hour(
      {.handling_s = kHandling_s,
       .turned_away = static_cast<double>(desks.turned_away) / kVisitsManned,
       .contacts_missed_per_h = desks.turned_away / given / kHours,
       .queue_price = methods::queue_price({contacts_per_s, kHandling_s, kAgents}, kPatience_s,
                                           kWaitingCostPer_s),
       .own_wait = kWaitingCostPer_s * desks.waited_s / desks.contacts},
      added_each * given);
}

TEST(AgentHours, AreWorthWhatAnAgentMoreBrings) {
  double told = 0;
  double truth = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const World world(seed, {});
    const Desks now = Manned(world, kAgents).play(seed);
    const Desks more = Manned(world, kAgents + 1).play(seed);
    const methods::Estimate added = methods::lift(now.given, now.held_out);
    const double true_now = (more.value - now.value) / kHours;
    EXPECT_LT(worth_of(now, added.low), true_now) << seed;
    EXPECT_GT(worth_of(now, added.high), true_now) << seed;
    told += worth_of(now, added.value);
    truth += true_now;
  }
  EXPECT_NEAR(told / truth, 1, 0.15);
}

TEST(AgentHours, TellWhatIsTakenOver) {
  for (const bool takes_over : {false, true}) {
    const World world(4, {.call_takes_over = takes_over});
    const Desks desks = Manned(world, kAgents).play(4);
    const methods::Estimate added = methods::lift(desks.given, desks.held_out);
    const double truth = desks.without / desks.with;
    EXPECT_LE(1 - added.high / desks.given.mean(), truth);
    EXPECT_GE(1 - added.low / desks.given.mean(), truth);
    if (takes_over) EXPECT_EQ(truth, 1);
  }
}

}  // namespace
}  // namespace sluis::decisions::testing
