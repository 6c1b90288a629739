#include "simulator/draws.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::simulator {
namespace {

constexpr int kDraws = 40'000;

// The mean of many draws, within five standard errors of what it should be.
template <class Draw>
void expect_mean(double mean, double deviation, const Draw& draw) {
  Random random(11);
  double sum = 0;
  for (int i = 0; i < kDraws; ++i)
    sum += static_cast<double>(draw(random));
  EXPECT_NEAR(sum / kDraws, mean, 5 * deviation / std::sqrt(kDraws));
}

TEST(Draws, HaveTheirMeans) {
  expect_mean(2.5, std::sqrt(2.5), [](Random& random) { return poisson(random, 2.5); });
  expect_mean(0, 1, [](Random& random) { return poisson(random, 0); });
  expect_mean(-3, 2, [](Random& random) { return normal(random, -3, 2); });
  expect_mean(6, 6 / std::sqrt(0.3), [](Random& random) { return gamma(random, 0.3, 6); });
  expect_mean(6, 6 / std::sqrt(4), [](Random& random) { return gamma(random, 4, 6); });
  expect_mean(0.3, std::sqrt(0.3 * 0.7 / 11),
              [](Random& random) { return share(random, 0.3, 10); });
  expect_mean(4.5, 1.71, [](Random& random) { return whole(random, 2, 7); });
  expect_mean(mean_of_heavy(2.5, 50), 2, [](Random& random) { return heavy(random, 2.5, 50); });
}

TEST(Draws, ATailIsLongAndEnds) {
  Random random(3);
  std::int64_t longest = 0;
  for (int i = 0; i < kDraws; ++i) {
    const std::int64_t drawn = heavy(random, 1.2, 2'000);
    ASSERT_TRUE(drawn >= 1 && drawn <= 2'000);
    longest = std::max(longest, drawn);
  }
  EXPECT_GT(longest, 1'000);
}

TEST(Draws, StreamsAreApart) {
  EXPECT_EQ(stream_of(1, 2, 3).next(), stream_of(1, 2, 3).next());
  EXPECT_NE(stream_of(1, 2, 3).next(), stream_of(1, 3, 2).next());
  EXPECT_NE(stream_of(1, 2, 3).next(), stream_of(2, 1, 3).next());
}

RC_GTEST_PROP(Draws, PicksOnlyWhatHasAWeight, ()) {
  const auto weights =
      *rc::gen::suchThat(rc::gen::container<std::vector<double>>(rc::gen::element(0.0, 0.5, 2.0)),
                         [](const std::vector<double>& all) {
                           return std::ranges::count(all, 0.0) < std::ssize(all);
                         });
  Random random(*rc::gen::arbitrary<std::uint64_t>());
  RC_ASSERT(weights.at(pick(random, weights)) > 0);
}

}  // namespace
}  // namespace sluis::simulator
