#include "stock/rules.h"

#include <cmath>

#include <gtest/gtest.h>

namespace sluis::stock {
namespace {

// E[N] = E[min(N, s)] + E[(N - s)+] and s = E[min(N, s)] + E[(s - N)+].
TEST(StockRules, WhatIsMissedAndWhatIsLeftAddUp) {
  for (const double expected : {0.0, 0.3, 4.0, 60.0, 900.0})
    for (const std::int64_t pieces : {0, 1, 3, 40, 1000}) {
      const double missed = expected_missed(pieces, expected);
      const double left = expected_left(pieces, expected);
      EXPECT_GE(missed, -1e-9);
      EXPECT_GE(left, -1e-9);
      EXPECT_NEAR(missed - left, expected - static_cast<double>(pieces), 1e-6);
      EXPECT_LE(expected_missed(pieces + 1, expected), missed + 1e-9);
    }
}

// The unit loss of Poisson demand with mean 4 and three pieces: 4 - E[min(N, 3)], by hand.
TEST(StockRules, AsByHand) {
  EXPECT_NEAR(expected_missed(0, 4), 4, 1e-12);
  EXPECT_NEAR(expected_missed(3, 4), 4 - (1 * 0.0732626 + 2 * 0.1465251 + 3 * 0.7618967), 1e-6);
}

// Through a channel that sells what it believes there is: `shown` more than the buffer are left
// when N are asked for there and M go elsewhere, and sold is what is gone when N and M are together
// more.
double sells_what_is_gone(std::int64_t buffer, std::int64_t shown, double own, double others) {
  const auto poisson = [](double mean, std::int64_t k) {
    double of_k = std::exp(-mean);
    for (std::int64_t i = 1; i <= k; ++i)
      of_k *= mean / static_cast<double>(i);
    return of_k;
  };
  constexpr std::int64_t hardly_more = 60;
  double chance = 0;
  for (std::int64_t n = 1; n < hardly_more; ++n)
    for (std::int64_t m = 0; m < hardly_more; ++m)
      if (std::min(n, shown) + std::min(m, shown + buffer) > shown + buffer)
        chance += poisson(own, n) * poisson(others, m);
  return chance;
}

TEST(StockRules, ABufferIsTheLeastThatKeepsItsService) {
  for (const double own : {0.05, 0.7, 6.0})
    for (const double others : {0.02, 0.9, 8.0})
      for (const double service : {0.9, 0.99, 0.999}) {
        const std::int64_t buffer = buffer_for(1, own, others, service);
        for (const std::int64_t shown : {1, 2, 7})
          EXPECT_LE(sells_what_is_gone(buffer, shown, own, others), 1 - service + 1e-9);
        if (buffer > 0) EXPECT_GT(sells_what_is_gone(buffer - 1, 1, own, others), 1 - service);
      }
}

// Nothing is left where nothing sells or all is known at once; more for who hears later, sells
// faster or may err less; and of thousands the mean and about 2.33 deviations.
TEST(StockRules, ABufferGrowsWithWhatMayGoWrong) {
  EXPECT_EQ(buffer_for(0, 5, 5, 0.99), 0);
  EXPECT_EQ(buffer_for(1, 5, 0, 0.99), 0);
  EXPECT_EQ(buffer_for(1, 0, 5, 0.99), 0);
  std::int64_t before = 0;
  for (const double hours : {0.01, 0.1, 1.0, 10.0, 1000.0}) {
    const std::int64_t buffer = buffer_for(hours, 3, 4, 0.99);
    EXPECT_GE(buffer, before);
    EXPECT_LE(buffer, buffer_for(hours, 3, 5, 0.99));
    EXPECT_LE(buffer_for(hours, 2, 4, 0.99), buffer);
    EXPECT_LE(buffer_for(hours, 3, 4, 0.95), buffer);
    before = buffer;
  }
  EXPECT_NEAR(static_cast<double>(before), 4000 + 2.326 * std::sqrt(4000), 1);
}

// One slow answer is not the end of it, and in the end only what is measured counts (RFC 6298).
TEST(StockRules, ADelayIsWhatWasMeasured) {
  Delay delay = delay_after(std::nullopt, 1000);
  EXPECT_EQ(delay.longest_ms(), 1000 + 4 * 500);
  delay = delay_after(delay, 9000);
  EXPECT_EQ(delay.smoothed_ms, 2000);
  EXPECT_EQ(delay.deviation_ms, 500 + (8000 - 500) / 4);
  for (int i = 0; i < 200; ++i)
    delay = delay_after(delay, 1000);
  EXPECT_NEAR(static_cast<double>(delay.longest_ms()), 1000, 50);
}

}  // namespace
}  // namespace sluis::stock
