#include "methods/lifetime.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sluis::methods {
namespace {

constexpr std::size_t kStepsMax = 24;
constexpr double kStepWeeks = 4;
constexpr double kYearWeeks = 365.25 / 7;

// The horizon in steps of about four weeks, and what an order in the middle of each is worth now.
struct Steps {
  explicit Steps(const Horizon& horizon)
      : count(static_cast<std::size_t>(
            std::clamp(std::ceil(horizon.weeks / kStepWeeks), 1.0, double{kStepsMax}))) {
    const double width = horizon.weeks / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
      ends[i] = width * static_cast<double>(i + 1);
      worth[i] = std::pow(1 + horizon.discount, -(ends[i] - width / 2) / kYearWeeks);
    }
  }

  std::size_t count;
  std::array<double, kStepsMax> ends{};
  std::array<double, kStepsMax> worth{};
};

}  // namespace

std::vector<Lifetime> lifetimes_of(const BgNbd& model, std::span<const BuyerGroup> groups,
                                   const Horizon& horizon) {
  const Steps steps(horizon);
  std::array<double, kStepsMax> orders{};
  std::vector<Lifetime> lifetimes;
  lifetimes.reserve(groups.size());
  for (const BuyerGroup& group : groups) {
    expect_orders(model, group, {steps.ends.data(), steps.count}, {orders.data(), steps.count});
    Lifetime& lifetime = lifetimes.emplace_back();
    lifetime.alive = alive(model, group);
    lifetime.orders = orders[steps.count - 1];
    double before = 0;
    for (std::size_t i = 0; i < steps.count; ++i) {
      lifetime.discounted += (orders[i] - before) * steps.worth[i];
      before = orders[i];
    }
  }
  return lifetimes;
}

}  // namespace sluis::methods
