#include "simulator/draws.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "kernel/assert.h"

namespace sluis::simulator {
namespace {

constexpr double kPoissonMeanMax = 30;

// The finaliser of splitmix64 (Steele, Lea and Flood, 2014): every bit of the input matters.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

// Above 0, so that its logarithm is finite.
double positive_unit(Random& random) {
  return 1 - random.unit();
}

// P(X > k) of a Pareto variable that starts at 1 and ends at `most` + 1.
double cut_tail(double k, double index, std::int64_t most) {
  const double end = std::pow(static_cast<double>(most) + 1, -index);
  return (std::pow(k, -index) - end) / (1 - end);
}

}  // namespace

Random stream_of(std::uint64_t seed, std::uint64_t who, std::uint64_t what) {
  return Random(mixed(mixed(mixed(seed) + who) + what));
}

bool chance(Random& random, double probability) {
  return random.unit() < probability;
}

std::int64_t poisson(Random& random, double mean) {
  SLUIS_ASSERT(mean >= 0 && mean <= kPoissonMeanMax);
  const double limit = std::exp(-mean);
  std::int64_t count = 0;
  for (double product = random.unit(); product > limit; product *= random.unit())
    ++count;
  return count;
}

double normal(Random& random, double mean, double deviation) {
  const double radius = std::sqrt(-2 * std::log(positive_unit(random)));
  const double angle = 2 * std::numbers::pi * random.unit();
  return mean + deviation * radius * std::cos(angle);
}

double gamma(Random& random, double shape, double mean) {
  if (shape < 1) {
    const double lift = std::pow(positive_unit(random), 1 / shape);
    return gamma(random, shape + 1, mean * (shape + 1) / shape) * lift;
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal(random, 0, 1);
    const double v = std::pow(1 + c * x, 3);
    if (v <= 0) continue;
    const double accepted = 0.5 * x * x + d - d * v + d * std::log(v);
    if (std::log(positive_unit(random)) < accepted) return d * v / shape * mean;
  }
}

double share(Random& random, double mean, double strength) {
  SLUIS_ASSERT(mean > 0 && mean < 1);
  const double yes = gamma(random, mean * strength, mean * strength);
  const double no = gamma(random, (1 - mean) * strength, (1 - mean) * strength);
  return yes / (yes + no);
}

std::int64_t heavy(Random& random, double index, std::int64_t most) {
  const double end = std::pow(static_cast<double>(most) + 1, -index);
  const double tail = end + random.unit() * (1 - end);
  const auto drawn = static_cast<std::int64_t>(std::pow(tail == 0 ? end : tail, -1 / index));
  return std::clamp<std::int64_t>(drawn, 1, most);
}

double mean_of_heavy(double index, std::int64_t most) {
  double mean = 0;
  for (std::int64_t k = 1; k <= most; ++k)
    mean += cut_tail(static_cast<double>(k), index, most);
  return mean;
}

std::size_t pick(Random& random, std::span<const double> weights) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  SLUIS_ASSERT(total > 0);
  double left = random.unit() * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    left -= weights[i];
    if (left < 0) return i;
  }
  return last;
}

std::int64_t whole(Random& random, std::int64_t first, std::int64_t last) {
  return first +
         static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(last - first + 1)));
}

}  // namespace sluis::simulator
