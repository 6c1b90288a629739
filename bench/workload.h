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

enum Kind : std::uint8_t { view, click, add_to_cart, checkout, purchase, contact };

struct Event {
  std::uint32_t customer = 0;
  std::uint32_t ts = 0;
  std::uint8_t channel = 0;
  std::uint8_t kind = 0;
  std::uint32_t cents = 0;
};

// Events in order of time over 90 days; customers who do much and customers who do little, each
// going through stages, four in ten times on the channel of before. Of 20 million of 2 million
// customers: view > click > cart > purchase within 7 days 1,970,080 / 990,490 / 155,149 / 8,619;
// email > email 828,067; last touch email 87,749 orders of 659,840,992 cents, none 134,118.
class Events {
 public:
  Events(std::int64_t count, std::uint32_t customers)
      : count_(count),
        customers_(customers),
        stages_(customers),
        before_(customers, 255),
        latest_(customers) {}

  Event next() {
    constexpr double kSpanS = 90 * 86'400;
    Event event;
    event.ts = 1'767'225'600u + static_cast<std::uint32_t>(static_cast<double>(at_++) * kSpanS /
                                                           static_cast<double>(count_));
    do {
      const double x = draws_.unit();
      event.customer = static_cast<std::uint32_t>(customers_ * x * std::sqrt(x));
    } while (latest_[event.customer] == event.ts);
    latest_[event.customer] = event.ts;
    event.channel = channel_of(before_[event.customer]);
    before_[event.customer] = event.channel;
    event.kind = kind_of(stages_[event.customer]);
    if (event.kind == purchase)
      event.cents = static_cast<std::uint32_t>(1'500 - 6'000 * std::log(1 - draws_.unit()));
    return event;
  }

 private:
  std::uint8_t channel_of(std::uint8_t before) {
    constexpr std::array weights = {.10, .04, .05, .06, .18, .11, .08, .05, .13, .09, .04, .07};
    if (before != 255 && draws_.unit() < .4) return before;
    return static_cast<std::uint8_t>(draws_.pick(weights));
  }

  Kind kind_of(std::uint8_t& stage) {
    const double x = draws_.unit();
    Kind kind = contact;
    if (stage == 0) kind = x < .62 ? view : x < .95 ? click : contact;
    if (stage == 1) kind = x < .50 ? view : x < .70 ? click : x < .96 ? add_to_cart : contact;
    if (stage == 2)
      kind = x < .40   ? view
             : x < .55 ? click
             : x < .65 ? add_to_cart
             : x < .97 ? checkout
                       : contact;
    if (stage == 3) kind = x < .30 ? view : x < .40 ? click : x < .95 ? purchase : contact;
    if (kind == click && stage < 1) stage = 1;
    if (kind == add_to_cart) stage = 2;
    if (kind == checkout) stage = 3;
    if (kind == purchase) stage = 0;
    return kind;
  }

  std::int64_t count_;
  std::uint32_t customers_;
  Draws draws_{7};
  std::int64_t at_ = 0;
  std::vector<std::uint8_t> stages_;
  std::vector<std::uint8_t> before_;
  std::vector<std::uint32_t> latest_;
};

}  // namespace sluis::workload
