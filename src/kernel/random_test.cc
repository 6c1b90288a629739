#include "kernel/random.h"

#include <gtest/gtest.h>

namespace sluis {
namespace {

TEST(Random, TheSameSeedGivesTheSameRun) {
  Random one(42);
  Random two(42);
  Random other(43);
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(one.next(), two.next());
  EXPECT_NE(one.next(), other.next());
}

TEST(Random, IsUniformBelowABound) {
  Random random(7);
  constexpr int kDraws = 60'000;
  std::array<int, 6> counts{};
  for (int i = 0; i < kDraws; ++i)
    ++counts.at(random.below(6));
  // Five standard deviations of a binomial count with p = 1/6.
  for (const int count : counts)
    EXPECT_NEAR(count, kDraws / 6, 456);
  for (int i = 0; i < 1000; ++i) {
    const double unit = random.unit();
    EXPECT_TRUE(unit >= 0 && unit < 1);
  }
}

}  // namespace
}  // namespace sluis
