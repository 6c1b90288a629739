// What is to come of something that is counted day by day, such as what a channel sells. Pure.
#pragma once

#include <optional>
#include <span>

#include "methods/trial.h"

namespace sluis::methods {

inline constexpr std::size_t kWeek = 7;
// Of fewer days nothing is said of what is to come.
inline constexpr std::size_t kForecastDaysLeast = 4 * kWeek;

// The sum over days to come, of which the first follows `skipped` days behind the last of
// `history`. Every day is expected to be as the mean of the same weekday (the seasonal mean;
// Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2). Days differ from
// their weekday independently, with one variance, which is that of the history; so with h_w of n_w
// days of a weekday to come the sum has the variance s2 (sum of h_w + h_w^2 / n_w), and the
// interval is Student's with n - 7 degrees of freedom. What grows or shrinks is not in it.
std::optional<Estimate> sum_ahead(std::span<const double> history, std::int64_t skipped,
                                  std::int64_t days);

}  // namespace sluis::methods
