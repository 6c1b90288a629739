// Two channels, or a channel and what Sluis knows, that say different things of the same. Pure.
#pragma once

#include <algorithm>

#include "catalog/catalog.h"

namespace sluis::conflicts {

enum class Kind : std::uint8_t {
  price,          // the same variant at another price
  availability,   // sold where there is none, or not where there is
  promise,        // other times in what is said of a product: hours, days, weeks
  claim,          // other measures, terms or percentages in what is said of it
  content,        // another title
  opening_hours,  // customers are passed on to who is closed
  brand,          // a check of the brand that one passed and another failed
};
BOOST_DESCRIBE_ENUM(Kind, price, availability, promise, claim, content, opening_hours, brand)

// Why there is no amount.
enum class NoStake : std::uint8_t {
  nothing_told,    // no sale was told of these channels in four weeks
  not_from_sales,  // what is lost is not in what was sold
};
BOOST_DESCRIBE_ENUM(NoStake, nothing_told, not_from_sales)

// The values are as they stand in the sources: an amount, pieces, a title, what a text says
// ("2 years"), hours by the number of the weekday ("1-5 09:00-17:00"), the state of a check.
struct Clash {
  Kind kind = Kind::price;
  std::optional<catalog::VariantId> variant;
  std::optional<catalog::ProductId> product;
  std::string sku;
  std::string name;      // of the product; empty where it is about none
  std::string language;  // of texts, ISO 639-1
  std::string about;     // what of it: the measure that texts tell, the check
  ChannelId channel;
  std::string value;
  std::optional<ChannelId> other;  // nothing: what Sluis itself knows
  std::string other_value;
  bool reported_only = false;  // one of the prices is a reseller's, which nobody may impose
  std::optional<Micro> stake;  // over four weeks; see the rule
  Currency currency;
  std::optional<NoStake> no_stake;
  bool operator==(const Clash&) const = default;
};
BOOST_DESCRIBE_STRUCT(Clash, (),
                      (kind, variant, product, sku, name, language, about, channel, value, other,
                       other_value, reported_only, stake, currency, no_stake))

// The same for what is the same contradiction, whichever of the two comes first.
std::string key_of(const Clash& clash);
// Whether the two say what they said then.
bool same_values(const Clash& a, const Clash& b);

// Pairs (i, j) of `count` things that clash: each that clashes with any is told beside one of those
// that fewest clash with, so that one of many that is otherwise is told once. Nothing is told if
// and only if nothing clashes. Of those equally often otherwise the earlier one is told beside.
template <class Clashes>
std::vector<std::pair<std::size_t, std::size_t>> contradictions(std::size_t count,
                                                                const Clashes& clashes) {
  std::vector<std::size_t> order(count);
  std::vector<std::size_t> often(count);
  for (std::size_t i = 0; i < count; ++i) {
    order[i] = i;
    for (std::size_t j = 0; j < count; ++j)
      often[i] += i != j && clashes(i, j);
  }
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(often[i], i); });
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (auto later = order.begin(); later != order.end(); ++later) {
    const auto beside =
        std::find_if(order.begin(), later, [&](std::size_t i) { return clashes(*later, i); });
    if (beside != later) pairs.emplace_back(*later, *beside);
  }
  return pairs;
}

}  // namespace sluis::conflicts
