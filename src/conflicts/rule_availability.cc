#include "conflicts/rules.h"

namespace sluis::conflicts {

std::vector<Clash> clashing_availability(const Facts& facts) {
  std::vector<Clash> all;
  for (const stock::Drift& one : facts.drift) {
    const bool live = std::ranges::count(facts.live, one.channel, &channels::Channel::id) > 0;
    if (!live || (one.believed > 0) == (one.free > 0)) continue;
    Clash clash{.kind = Kind::availability,
                .variant = one.variant,
                .product = {},
                .sku = one.sku.text,
                .name = one.name.text,
                .channel = one.channel,
                .value = std::to_string(one.believed),
                .other = {},
                .other_value = std::to_string(one.free),
                .stake = {},
                .no_stake = {}};
    const auto stake = facts.sales.revenue(std::array{one.channel}, std::array{one.sku});
    all.push_back(with_stake(std::move(clash), stake, facts.currency));
  }
  return all;
}

}  // namespace sluis::conflicts
