#include "conflicts/facts.h"

namespace sluis::conflicts {

Sales::Sales(const std::vector<measures::ProductSales>& sold) {
  for (const measures::ProductSales& one : sold)
    by_channel_[one.channel][one.product] = one;
}

std::optional<Micro> Sales::revenue(std::span<const ChannelId> channels,
                                    std::span<const catalog::Sku> skus) const {
  std::optional<Micro> sum;
  for (const ChannelId channel : channels) {
    const auto told = by_channel_.find(channel);
    if (told == by_channel_.end()) continue;
    if (!sum) sum = Micro();
    for (const catalog::Sku& sku : skus) {
      const auto found = told->second.find(sku.text);
      if (found != told->second.end()) *sum += found->second.revenue;
    }
  }
  return sum;
}

std::optional<Micro> Sales::revenue(ChannelId channel) const {
  const auto told = by_channel_.find(channel);
  if (told == by_channel_.end()) return std::nullopt;
  Micro sum;
  for (const auto& [product, sold] : told->second)
    sum += sold.revenue;
  return sum;
}

std::optional<measures::Quantity> Sales::pieces(ChannelId channel, const catalog::Sku& sku) const {
  const auto told = by_channel_.find(channel);
  if (told == by_channel_.end()) return std::nullopt;
  const auto found = told->second.find(sku.text);
  return found == told->second.end() ? measures::Quantity() : found->second.quantity;
}

bool sells(const channels::Channel& channel) {
  return std::ranges::count(channels::traits_of(channel), channels::Trait::sells) > 0;
}

bool is_reseller(const channels::Channel& channel) {
  return channels::kind_of(channel.form) == channels::Kind::reseller;
}

Clash with_stake(Clash clash, std::optional<Micro> stake, Currency currency) {
  clash.stake = stake;
  clash.currency = currency;
  if (!stake) clash.no_stake = NoStake::nothing_told;
  return clash;
}

}  // namespace sluis::conflicts
