// Gates, chances and what is believed, by what must hold of them whatever the numbers.
#include "decisions/policy.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "decisions/gates.h"
#include "kernel/random.h"
#include "methods/draws.h"
#include "methods/queue_price.h"
#include "methods/trial.h"

namespace sluis::decisions {
namespace {

Draws draws_around(double mean, double spread, Random& random) {
  Draws draws;
  for (float& draw : draws)
    draw = static_cast<float>(mean + spread * (random.unit() - 0.5));
  return draws;
}

// Nothing and up to seven arms, some of which a gate has stopped.
struct Weights {
  std::vector<Draws> draws;
  std::vector<Arm> arms;
};

Weights drawn_weights() {
  Random random(*rc::gen::arbitrary<std::uint64_t>());
  Weights weights{.draws = {draws_around(5, 4, random)}, .arms = {}};
  for (auto count = *rc::gen::inRange(0, 8); count > 0; --count) {
    weights.draws.push_back(draws_around(10 * random.unit(), 8, random));
    weights.arms.push_back(
        {.passed = random.below(3) > 0, .cost = 3 * random.unit(), .queue_price = random.unit()});
  }
  return weights;
}

RC_GTEST_PROP(Policy, ChancesAreKnownAndNoGateIsPassedByChance, ()) {
  const Weights weights = drawn_weights();
  const PolicySettings settings;
  const Chances found = chances(weights.draws, weights.arms, settings);
  RC_ASSERT(std::abs(std::accumulate(found.of.begin(), found.of.end(), 0.0) - 1) < 1e-12);
  const auto passed = std::ranges::count_if(weights.arms, &Arm::passed);
  const double explored = settings.exploration / static_cast<double>(passed + 1);
  RC_ASSERT(found.of[0] >= explored);
  for (std::size_t arm = 1; arm < found.of.size(); ++arm) {
    const bool open = weights.arms[arm - 1].passed;
    if (open) RC_ASSERT(found.of[arm] >= explored);
    if (!open) RC_ASSERT(found.of[arm] == 0);
    if (found.sure[arm] < settings.sure) RC_ASSERT(found.of[arm] <= explored);
  }
}

RC_GTEST_PROP(Policy, ADearerArmIsNeverLikelier, ()) {
  Weights weights = drawn_weights();
  RC_PRE(!weights.arms.empty());
  const Chances before = chances(weights.draws, weights.arms, {});
  weights.arms[0].queue_price += *rc::gen::inRange(0, 10);
  const Chances after = chances(weights.draws, weights.arms, {});
  RC_ASSERT(after.of[1] <= before.of[1]);
  RC_ASSERT(after.gain[1] <= before.gain[1]);
}

RC_GTEST_PROP(Policy, EveryArmHasAsMuchPlaceAsItsChance, ()) {
  const Weights weights = drawn_weights();
  const Chances found = chances(weights.draws, weights.arms, {});
  constexpr int kPlaces = 20'000;
  std::vector<int> times(found.of.size());
  for (int i = 0; i < kPlaces; ++i)
    ++times[arm_at(found, (i + 0.5) / kPlaces)];
  for (std::size_t arm = 0; arm < times.size(); ++arm)
    RC_ASSERT(std::abs(times[arm] - kPlaces * found.of[arm]) <= 1.5);
  RC_ASSERT(found.of[arm_at(found, std::nextafter(1, 0))] > 0);
}

TEST(Policy, HoldsOutTheShareAskedForAndTheSamePeople) {
  const PolicySettings settings;
  int held_out = 0;
  int both = 0;
  for (std::uint64_t identity = 0; identity < 100'000; ++identity) {
    const bool now = is_held_out(identity, 1, settings);
    EXPECT_EQ(now, is_held_out(identity, 1, settings));
    held_out += now ? 1 : 0;
    both += now && is_held_out(identity, 2, settings) ? 1 : 0;
  }
  EXPECT_NEAR(held_out, 10'000, 400);
  EXPECT_NEAR(both, 1'000, 130);  // another quarter draws anew
}

TEST(Gates, GiveTheFirstReason) {
  const Circumstances fine{.wait_s = 20,
                           .wait_most_s = 60,
                           .made_most = 1,
                           .takes_place = true,
                           .outstanding = 2,
                           .acceptance = 0.3,
                           .free = 1};
  EXPECT_EQ(stopped_by(fine), std::nullopt);
  const auto stopped = [&](auto&& change) {
    Circumstances now = fine;
    change(now);
    return stopped_by(now);
  };
  EXPECT_EQ(stopped([](Circumstances& now) { now.on = now.allowed = false; }), Gate::switched_off);
  EXPECT_EQ(stopped([](Circumstances& now) { now.allowed = now.open = false; }), Gate::consent);
  EXPECT_EQ(stopped([](Circumstances& now) { now.open = false; }), Gate::closed);
  EXPECT_EQ(stopped([](Circumstances& now) { now.wait_s = 61; }), Gate::wait);
  EXPECT_EQ(stopped([](Circumstances& now) { now.made = 1; }), Gate::frequency);
  EXPECT_EQ(stopped([](Circumstances& now) { now.timely = false; }), Gate::timing);
  EXPECT_EQ(stopped([](Circumstances& now) { now.outstanding = 3; }), Gate::pacing);
  EXPECT_EQ(stopped([](Circumstances& now) { now.free = 0; }), Gate::pacing);
}

double mean_of(const Draws& draws) {
  return std::accumulate(draws.begin(), draws.end(), 0.0) / kDraws;
}

TEST(Belief, ComesToWhatIsThere) {
  Belief belief({}, 2, 2);
  Random random(3);
  for (int i = 0; i < 40'000; ++i) {
    const std::size_t cell = random.below(2);
    const std::size_t arm = random.below(2);
    const double conversion = 0.05 + 0.05 * static_cast<double>(cell + arm * cell);
    belief.observe(cell, arm, random.unit() < conversion, -30 * std::log(1 - random.unit()));
  }
  const auto version = belief.draw(random);
  EXPECT_NEAR(mean_of(version[0][0]), 1.5, 0.25);
  EXPECT_NEAR(mean_of(version[0][1]), 1.5, 0.25);
  EXPECT_NEAR(mean_of(version[1][0]), 3.0, 0.35);
  EXPECT_NEAR(mean_of(version[1][1]), 4.5, 0.45);
}

// An arm that was only given where much is bought anyway is not believed to work elsewhere.
TEST(Belief, GivesAnArmNoCreditForWhereItWasGiven) {
  Belief belief({.forgetting = 0}, 2, 2);
  Random random(3);
  for (int i = 0; i < 20'000; ++i) {
    const bool rich = random.below(2) == 0;
    belief.observe(rich ? 1 : 0, rich ? random.below(2) : 0, random.unit() < (rich ? 0.3 : 0.02),
                   20);
  }
  const auto version = belief.draw(random);
  EXPECT_NEAR(mean_of(version[0][1]), 0.4, 0.15);  // as without the arm
}

TEST(Belief, ALossIsTakenOff) {
  Belief belief({.visits = 1, .sales = 1, .forgetting = 0}, 1, 2);
  Random random(5);
  for (int i = 0; i < 2'000; ++i)
    belief.observe(0, 1, true, -7);
  EXPECT_NEAR(mean_of(belief.draw(random)[0][1]), -7, 0.2);
}

// With one server the price has a formula: L W(L) = L^2 / (m (m - L)), and of that the slope.
TEST(QueuePrice, IsThatOfOneServer) {
  constexpr double kHandling_s = 100;
  constexpr double kForEver_s = 1e9;
  constexpr double kRate = 1 / kHandling_s;
  for (const double load : {0.1, 0.5, 0.8}) {
    const double arrivals = load * kRate;
    const double slope =
        (2 * arrivals * kRate - arrivals * arrivals) / (kRate * std::pow(kRate - arrivals, 2));
    EXPECT_NEAR(methods::queue_price({arrivals, kHandling_s, 1}, kForEver_s, 1) / slope, 1, 1e-3);
  }
}

TEST(QueuePrice, IsNothingInTheTroughAndSteepInThePeak) {
  const auto price = [](double load) {
    return methods::queue_price({load * 20 / 300, 300, 20}, 180, 0.01);
  };
  EXPECT_LT(price(0.3), 0.001);
  EXPECT_GT(price(0.95), 50 * price(0.5));
}

TEST(Draws, HaveTheirMeans) {
  Random random(2);
  methods::Arm gamma;
  methods::Arm beta;
  for (int i = 0; i < 20'000; ++i) {
    gamma.add(methods::draw_gamma(random, 2.5));
    beta.add(methods::draw_beta(random, 2, 6));
  }
  EXPECT_NEAR(gamma.mean(), 2.5, 0.05);
  EXPECT_NEAR(gamma.variance(), 2.5, 0.15);
  EXPECT_NEAR(beta.mean(), 0.25, 0.005);
}

}  // namespace
}  // namespace sluis::decisions
