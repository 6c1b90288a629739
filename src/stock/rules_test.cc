#include "stock/rules.h"

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

}  // namespace
}  // namespace sluis::stock
