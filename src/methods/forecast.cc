#include "methods/forecast.h"

#include <array>
#include <cmath>

namespace sluis::methods {
namespace {

struct Weekdays {
  std::array<Arm, kWeek> of{};  // the first is that of the first day

  double variance(std::size_t days) const {
    double squares = 0;
    for (const Arm& one : of)
      squares += one.variance() * static_cast<double>(one.size() - 1);
    return squares / static_cast<double>(days - kWeek);
  }
};

}  // namespace

std::optional<Estimate> sum_ahead(std::span<const double> history, std::int64_t skipped,
                                  std::int64_t days) {
  if (history.size() < kForecastDaysLeast) return std::nullopt;
  Weekdays weekdays;
  for (std::size_t i = 0; i < history.size(); ++i)
    weekdays.of.at(i % kWeek).add(history[i]);
  std::array<double, kWeek> ahead{};
  const std::size_t first = history.size() + static_cast<std::size_t>(skipped);
  for (std::size_t day = first; day < first + static_cast<std::size_t>(days); ++day)
    ++ahead.at(day % kWeek);
  double sum = 0;
  double spread = 0;
  for (std::size_t weekday = 0; weekday < kWeek; ++weekday) {
    const Arm& seen = weekdays.of.at(weekday);
    const double many = ahead.at(weekday);
    sum += many * seen.mean();
    spread += many + many * many / static_cast<double>(seen.size());
  }
  const double error = std::sqrt(weekdays.variance(history.size()) * spread);
  return estimate(sum, error, static_cast<double>(history.size() - kWeek));
}

}  // namespace sluis::methods
