// The customers that benchmarks of methods work on: drawn with splitmix64, the same every time, so
// that what comes of them can be checked.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace sluis::workload {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  double unit() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
  }
  // The number of a weight, the last one for what is left.
  std::size_t pick(const std::array<double, 12>& weights) {
    double x = unit();
    std::size_t i = 0;
    for (; i < weights.size() - 1; ++i) {
      x -= weights[i];
      if (x < 0) break;
    }
    return i;
  }

 private:
  std::uint64_t state_;
};

inline constexpr std::array<const char*, 12> kChannels = {
    "email", "sms",         "whatsapp",    "push",        "web",       "app",
    "store", "call_center", "paid_search", "paid_social", "affiliate", "direct"};

// CPU time of this process.
inline double cpu_s() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// CSV of customer paths: 1 + Poisson(3) channels, at most 20. Of a million 152,581 convert, of five
// million 761,184.
inline std::string paths_csv(std::int64_t count) {
  constexpr std::array first = {.08, .03, .04, .05, .14, .07, .06, .04, .20, .15, .06, .08};
  constexpr std::array next = {.14, .05, .06, .08, .17, .10, .07, .06, .10, .06, .03, .08};
  constexpr std::array wins = {.05, .03, .06, .03, .08, .09, .18, .15, .06, .02, .04, .10};
  Draws draws(42);
  std::string csv = "path,total_conversions,total_conversion_value,total_null\n";
  for (std::int64_t i = 0; i < count; ++i) {
    int length = 0;
    for (double product = 1; length < 21; ++length) {
      product *= draws.unit();
      if (product <= std::exp(-3.0)) break;
    }
    length = std::min(length + 1, 20);
    double stays = 1;
    std::size_t channel = draws.pick(first);
    for (int step = 0; step < length; ++step) {
      if (step > 0) csv += " > ";
      if (step > 0 && draws.unit() >= .25) channel = draws.pick(next);
      csv += kChannels[channel];
      stays *= 1 - wins[channel];
    }
    const bool converts = draws.unit() < 0.6 * (1 - stays);
    const double value =
        converts ? std::round((20 - 30 * std::log(1 - draws.unit())) * 100) / 100 : 0;
    csv += fmt::format(",{},{:.2f},{}\n", converts ? 1 : 0, value, converts ? 0 : 1);
  }
  return csv;
}

}  // namespace sluis::workload
