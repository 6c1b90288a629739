#include "methods/forecast.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/random.h"

namespace sluis::methods {
namespace {

constexpr std::int64_t kMonth = 30;

TEST(Forecast, AWeekThatRepeatsIsForetoldExactly) {
  std::vector<double> history;
  for (std::size_t day = 0; day < 8 * kWeek; ++day)
    history.push_back(static_cast<double>(day % kWeek));
  const auto next = sum_ahead(history, 0, 8);
  ASSERT_TRUE(next);
  EXPECT_DOUBLE_EQ(next->value, 21);
  EXPECT_DOUBLE_EQ(next->low, 21);
  EXPECT_DOUBLE_EQ(next->high, 21);
  EXPECT_DOUBLE_EQ(sum_ahead(history, 6, 1)->value, 6);
  EXPECT_DOUBLE_EQ(sum_ahead(history, 0, 0)->value, 0);
}

TEST(Forecast, NothingIsSaidOfAFewDays) {
  const std::vector<double> few(kForecastDaysLeast - 1, 5.0);
  EXPECT_FALSE(sum_ahead(few, 0, 3));
}

RC_GTEST_PROP(Forecast, WeeksAddUp, (const std::vector<std::uint8_t>& seen)) {
  std::vector<double> history(kForecastDaysLeast, 1.0);
  history.insert(history.end(), seen.begin(), seen.end());
  const double week = sum_ahead(history, 0, 7)->value;
  RC_ASSERT(std::abs(sum_ahead(history, 0, 21)->value - 3 * week) < 1e-6);
  RC_ASSERT(std::abs(sum_ahead(history, 0, 3)->value + sum_ahead(history, 3, 4)->value - week) <
            1e-6);
  const Estimate month = *sum_ahead(history, 0, kMonth);
  RC_ASSERT(month.low <= month.value && month.value <= month.high);
}

}  // namespace
}  // namespace sluis::methods
