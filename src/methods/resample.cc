#include "methods/resample.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sluis::methods {
namespace {

constexpr double kNormalFrom = 50;

double standard_normal(Random& random) {
  const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
  return radius * std::cos(2 * std::numbers::pi * random.unit());  // Box and Muller 1958
}

double at_quantile(const std::vector<double>& sorted, double part) {
  const double place = part * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double rest = place - static_cast<double>(below);
  return sorted[below] * (1 - rest) + sorted[above] * rest;
}

}  // namespace

double poisson(Random& random, double mean) {
  if (mean <= 0) return 0;
  if (mean >= kNormalFrom) {
    return std::max(0.0, std::round(mean + std::sqrt(mean) * standard_normal(random)));
  }
  const double floor = std::exp(-mean);
  double product = random.unit();
  double count = 0;
  for (; product > floor; ++count)
    product *= random.unit();
  return count;
}

Paths resampled(const Paths& paths, Random& random) {
  Paths drawn;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const Path path = paths[i];
    const double conversions = poisson(random, path.conversions);
    const double nulls = poisson(random, path.nulls);
    if (conversions == 0 && nulls == 0) continue;
    for (std::size_t step = 0; step < path.steps.size(); ++step) {
      if (path.ages_d.empty()) {
        drawn.step(path.steps[step]);
      } else {
        drawn.step(path.steps[step], path.ages_d[step]);
      }
    }
    const double mean = path.conversions > 0 ? path.value / path.conversions : 0;
    drawn.end(conversions, mean * conversions, nulls);
  }
  return drawn;
}

Interval middle_95(std::vector<double> numbers) {
  if (numbers.empty()) return {};
  std::ranges::sort(numbers);
  return {at_quantile(numbers, 0.025), at_quantile(numbers, 0.975)};
}

}  // namespace sluis::methods
