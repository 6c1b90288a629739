#include "conflicts/rules.h"

namespace sluis::conflicts {
namespace {

struct Asked {
  const channels::Channel* channel;
  Minor price;  // with VAT
  bool reseller;
};

std::optional<Minor> with_vat(const catalog::ChannelPrices& variant, ChannelId channel,
                              const Facts& facts) {
  const auto price = catalog::price_at(
      variant.prices,
      {.channel = channel, .segments = {}, .currency = facts.currency, .at = facts.now});
  if (!price) return std::nullopt;
  if (price->includes_vat) return payable(price->amount, facts.currency);
  const auto rate = taxes::rate_at(facts.country, variant.vat, facts.today);
  if (!rate) return std::nullopt;
  return payable(taxes::taxed(price->amount, false, *rate).gross, facts.currency);
}

std::vector<Asked> asked_for(const catalog::ChannelPrices& variant, const Facts& facts) {
  std::vector<Asked> all;
  for (const channels::Channel& channel : facts.live) {
    if (!sells(channel)) continue;
    if (const auto price = with_vat(variant, channel.id, facts))
      all.push_back({&channel, *price, is_reseller(channel)});
  }
  return all;
}

std::optional<Micro> overpaid(const catalog::ChannelPrices& variant, const Asked& a, const Asked& b,
                              const Facts& facts) {
  const auto& [low, high] = a.price < b.price ? std::tie(a, b) : std::tie(b, a);
  const auto pieces = facts.sales.pieces(high.channel->id, variant.sku);
  if (!pieces) return std::nullopt;
  const Micro difference = exact(high.price, facts.currency) - exact(low.price, facts.currency);
  return scaled(difference, pieces->micro.units(), Micro::kPerUnit);
}

}  // namespace

std::vector<Clash> clashing_prices(const Facts& facts) {
  std::vector<Clash> all;
  for (const catalog::ChannelPrices& variant : facts.prices) {
    const std::vector<Asked> asked = asked_for(variant, facts);
    // What two resellers ask is between them.
    const auto differ = [&](std::size_t i, std::size_t j) {
      return asked[i].price != asked[j].price && !(asked[i].reseller && asked[j].reseller);
    };
    for (const auto& [i, j] : contradictions(asked.size(), differ)) {
      const Asked& one = asked[i];
      const Asked& other = asked[j];
      Clash clash{.kind = Kind::price,
                  .variant = variant.variant,
                  .product = variant.product,
                  .sku = variant.sku.text,
                  .name = variant.name.text,
                  .channel = one.channel->id,
                  .value = to_string(exact(one.price, facts.currency)),
                  .other = other.channel->id,
                  .other_value = to_string(exact(other.price, facts.currency)),
                  .reported_only = one.reseller || other.reseller,
                  .stake = {},
                  .no_stake = {}};
      all.push_back(
          with_stake(std::move(clash), overpaid(variant, one, other, facts), facts.currency));
    }
  }
  return all;
}

}  // namespace sluis::conflicts
