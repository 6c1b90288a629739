#include "decisions/policy.h"

#include <algorithm>
#include <bit>

#include "kernel/assert.h"

namespace sluis::decisions {
namespace {

// The gains of an arm over the draws.
Draws gains(const Draws& with, const Draws& nothing, const Arm& arm) {
  const float price = static_cast<float>(arm.cost + arm.queue_price);
  Draws gains;
  for (std::size_t d = 0; d < kDraws; ++d)
    gains[d] = with[d] - nothing[d] - price;
  return gains;
}

double share_above_0(const Draws& gains) {
  return static_cast<double>(std::ranges::count_if(gains, [](float gain) { return gain > 0; })) /
         kDraws;
}

double mean_of(const Draws& draws) {
  double sum = 0;
  for (const float draw : draws)
    sum += static_cast<double>(draw);
  return sum / kDraws;
}

// In which share of the draws each arm is the best of those that pay; nothing where none does.
std::vector<double> wins(const std::vector<Draws>& gains, const std::vector<bool>& candidates) {
  std::array<float, kDraws> most{};
  std::array<std::uint32_t, kDraws> best{};
  for (std::uint32_t arm = 1; arm < gains.size(); ++arm) {
    if (!candidates[arm]) continue;
    for (std::size_t d = 0; d < kDraws; ++d) {
      if (gains[arm][d] <= most[d]) continue;
      most[d] = gains[arm][d];
      best[d] = arm;
    }
  }
  std::vector<double> wins(gains.size());
  for (const std::uint32_t arm : best)
    wins[arm] += 1.0 / kDraws;
  return wins;
}

}  // namespace

Chances chances(std::span<const Draws> draws, std::span<const Arm> arms,
                const PolicySettings& settings) {
  SLUIS_ASSERT(draws.size() == arms.size() + 1);
  std::vector<Draws> gain(draws.size());
  std::vector<bool> candidates(draws.size());
  Chances chances{.of = {}, .sure = {0}, .gain = {0}};
  double passed = 1;
  for (std::size_t arm = 1; arm < draws.size(); ++arm) {
    gain[arm] = gains(draws[arm], draws[0], arms[arm - 1]);
    chances.sure.push_back(share_above_0(gain[arm]));
    chances.gain.push_back(mean_of(gain[arm]));
    candidates[arm] = arms[arm - 1].passed && chances.sure[arm] >= settings.sure;
    passed += arms[arm - 1].passed ? 1 : 0;
  }
  chances.of = wins(gain, candidates);
  for (std::size_t arm = 0; arm < draws.size(); ++arm) {
    const bool explored = arm == 0 || arms[arm - 1].passed;
    chances.of[arm] = chances.of[arm] * (1 - settings.exploration) +
                      (explored ? settings.exploration / passed : 0);
  }
  return chances;
}

std::size_t arm_at(const Chances& chances, double place) {
  std::size_t arm = 0;
  for (double below = chances.of[0]; arm + 1 < chances.of.size() && place >= below; ++arm)
    below += chances.of[arm + 1];
  // Rounding may leave a place behind the last chance: it belongs to the last that has one.
  while (chances.of[arm] <= 0)
    --arm;
  return arm;
}

bool is_held_out(std::uint64_t identity, std::uint64_t salt, const PolicySettings& settings) {
  return Random(identity ^ std::rotl(salt, 32)).unit() < settings.hold_out;
}

}  // namespace sluis::decisions
