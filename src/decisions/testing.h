// For tests: worlds whose truth is known. Visitors come to a website at random; beside it a few
// agents answer calls, of people who call by themselves and of visitors who were invited.
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "decisions/policy.h"
#include "methods/queue_price.h"

namespace sluis::decisions::testing {

inline constexpr std::size_t kSegments = 4;
inline constexpr std::size_t kPhases = 3;
inline constexpr std::size_t kCells = kSegments * kPhases;
inline constexpr std::size_t kOffers = 3;  // nothing, a call, advice on the page
inline constexpr std::size_t kCall = 1;

inline constexpr double kAcceptance = 0.4;
inline constexpr double kHandling_s = 240;
inline constexpr double kContactCost = 4;
inline constexpr double kPatience_s = 180;
inline constexpr double kWaitingCostPer_s = 0.01;
inline constexpr double kWaitMost_s = 60;
inline constexpr int kAgents = 6;
inline constexpr double kVisitEvery_s = 6;

// What makes a world harder than what is believed of worlds.
struct Trouble {
  bool interactions = false;  // an offer works in some cells and harms in others, without pattern
  bool drift = false;         // half way the offers change places
  bool heavy_tails = false;   // a few sales bring most of the margin
  bool call_takes_over = false;  // the telephone sells what the website would have sold
};

class World {
 public:
  World(std::uint64_t seed, const Trouble& trouble) : trouble_(trouble) {
    Random random(seed);
    for (std::size_t cell = 0; cell < kCells; ++cell)
      truths_.push_back(truth_of(cell, random));
    later_ = truths_;
    if (trouble.drift) {
      for (Truth& truth : later_)
        std::swap(truth.lift[1], truth.lift[2]);
    }
  }

  // The chance of a sale to a visitor; `late`: after the world has changed.
  double conversion(std::size_t cell, std::size_t arm, bool late) const {
    const Truth& truth = (late ? later_ : truths_)[cell];
    return truth.conversion * (1 + truth.lift[arm]);
  }
  double margin(std::size_t cell) const { return truths_[cell].margin; }
  // Of one sale: Pareto with the same mean where tails are heavy.
  double drawn_margin(std::size_t cell, Random& random) const {
    constexpr double kAlpha = 2.2;
    if (!trouble_.heavy_tails) return margin(cell) * -std::log(1 - random.unit());
    return margin(cell) * (kAlpha - 1) / kAlpha * std::pow(1 - random.unit(), -1 / kAlpha);
  }

 private:
  struct Truth {
    double conversion = 0;
    double margin = 0;
    std::array<double, kOffers> lift{};
  };

  Truth truth_of(std::size_t cell, Random& random) const {
    const std::size_t segment = cell / kPhases;
    const std::size_t phase = cell % kPhases;
    Truth truth{.conversion =
                    0.04 + 0.03 * static_cast<double>(phase) + 0.01 * static_cast<double>(segment),
                .margin = 30 + 15 * static_cast<double>(segment)};
    for (std::size_t arm = 1; arm < kOffers; ++arm) {
      const double by_pattern = 0.5 * std::sin(static_cast<double>(arm + segment + phase)) + 0.1;
      truth.lift[arm] = trouble_.interactions ? 1.4 * random.unit() - 0.6 : by_pattern;
    }
    truth.lift[kCall] = trouble_.call_takes_over ? 0 : truth.lift[kCall] + 0.4;
    return truth;
  }

  Trouble trouble_;
  std::vector<Truth> truths_;
  std::vector<Truth> later_;
};

// Calls of people who call by themselves: few in the trough of a day, many at its peak.
inline double calls_per_s(double time_s) {
  constexpr double kDay_s = 86'400;
  const double wave = std::sin(2 * std::numbers::pi * time_s / kDay_s);
  return (0.65 + 0.3 * wave) * kAgents / kHandling_s;
}

// Agents with one line in order of coming.
class Line {
 public:
  explicit Line(std::size_t agents = kAgents) : free_at_s_(agents) {}
  // Who comes now waits so long.
  double wait_s(double now_s) const {
    return std::max(0.0, *std::ranges::min_element(free_at_s_) - now_s);
  }
  std::int64_t free(double now_s) const {
    return std::ranges::count_if(free_at_s_, [&](double at_s) { return at_s <= now_s; });
  }
  // Returns the wait.
  double join(double now_s, double handling_s) {
    const double wait = wait_s(now_s);
    *std::ranges::min_element(free_at_s_) = now_s + wait + handling_s;
    return wait;
  }

 private:
  std::vector<double> free_at_s_;
};

}  // namespace sluis::decisions::testing
