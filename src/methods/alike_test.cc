// Groups that nobody drew, weighted until they are alike.
#include "methods/alike.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/random.h"

namespace sluis::methods {
namespace {

struct Drawing {
  Features before;
  std::vector<std::uint8_t> treated;
  std::vector<double> outcomes;
};

// Whoever bought more before is treated more often and brings more, and the treatment adds
// `effect`.
Drawing draw_loyal(std::size_t count, double effect, std::uint64_t seed) {
  Random random(seed);
  Drawing drawn;
  drawn.before.count = 2;
  for (std::size_t i = 0; i < count; ++i) {
    const double loyalty = 4 * random.unit();
    const double age = 50 * random.unit();
    const double chance = 1 / (1 + std::exp(2 - loyalty));
    const bool treated = random.unit() < chance;
    drawn.before.numbers.push_back(static_cast<float>(loyalty));
    drawn.before.numbers.push_back(static_cast<float>(age));
    drawn.treated.push_back(treated);
    drawn.outcomes.push_back(10 * loyalty + 5 * random.unit() + (treated ? effect : 0));
  }
  return drawn;
}

TEST(Alike, FindsTheEffectThatTheRawDifferenceOverstates) {
  for (const double effect : {0.0, 3.0}) {
    const Drawing drawn = draw_loyal(20'000, effect, 7);
    const auto found = alike(drawn.before, drawn.treated, drawn.outcomes);
    ASSERT_TRUE(found);
    EXPECT_GT(found->raw_difference.low, effect + 5);
    EXPECT_LT(found->weighted_difference.low, effect);
    EXPECT_GT(found->weighted_difference.high, effect);
    EXPECT_GT(found->balance[0].raw, 0.5);
    EXPECT_LT(std::abs(found->balance[0].weighted), 0.05);
    EXPECT_EQ(found->treated + found->others, 20'000);
  }
}

TEST(Alike, ChancesAreThoseByWhichTheyWereDrawn) {
  const Drawing drawn = draw_loyal(50'000, 0, 11);
  const auto found = chances(drawn.before, drawn.treated);
  for (std::size_t i = 0; i < found.size(); i += 997) {
    const double loyalty = static_cast<double>(drawn.before.row(i)[0]);
    EXPECT_NEAR(found[i], 1 / (1 + std::exp(2 - loyalty)), 0.03);
  }
}

TEST(Alike, SaysNothingOfGroupsThatCannotBeCompared) {
  Drawing drawn = draw_loyal(100, 0, 3);
  std::ranges::fill(drawn.treated, 1);
  EXPECT_FALSE(alike(drawn.before, drawn.treated, drawn.outcomes));
}

// What tells the groups apart leaves nobody to compare with, however few there are of each.
TEST(Alike, SaysNothingOfGroupsThatSomethingKnownSeparates) {
  for (const std::size_t count : {10u, 2'000u}) {
    Drawing drawn = draw_loyal(count, 0, 5);
    for (std::size_t i = 0; i < count; ++i)
      drawn.treated[i] = drawn.before.row(i)[0] > 2;
    EXPECT_FALSE(alike(drawn.before, drawn.treated, drawn.outcomes)) << count;
  }
}

RC_GTEST_PROP(Alike, MovesWithWhatIsAddedToAll, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
  Drawing drawn = draw_loyal(400, 1, seed);
  const auto before = alike(drawn.before, drawn.treated, drawn.outcomes);
  for (double& outcome : drawn.outcomes)
    outcome += 100;
  const auto after = alike(drawn.before, drawn.treated, drawn.outcomes);
  RC_ASSERT(before && after);
  RC_ASSERT(std::abs(after->weighted_difference.value - before->weighted_difference.value) < 1e-6);
  RC_ASSERT(std::abs(after->weighted_others.estimate.value -
                     before->weighted_others.estimate.value - 100) < 1e-6);
}

}  // namespace
}  // namespace sluis::methods
