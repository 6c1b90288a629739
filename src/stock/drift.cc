#include "stock/drift.h"

#include <algorithm>
#include <cmath>

#include "stock/stock.h"
#include "stock/store_drift.h"

namespace sluis::stock {
namespace {

constexpr std::chrono::hours kLookedBack{7 * 24};
constexpr double kNeverSold = 0.5;  // pieces in that time
constexpr double kDayHours = 24;
constexpr std::int64_t kDoubtedMost = 1000;

// Pieces a day that are sold and not there, or there and not sold.
double misjudged(const Belief& belief, std::int64_t free, double per_hour) {
  const auto [few, many] = std::minmax(belief.units, free);
  return expected_between(few, many, per_hour * kDayHours);
}

std::optional<Money> cost_of(store::Snapshot& snapshot, const Belief& belief, std::int64_t free,
                             Currency currency, Instant now) {
  const auto price =
      catalog::price(snapshot, belief.variant,
                     {.channel = belief.channel, .segments = {}, .currency = currency, .at = now});
  if (!price) return std::nullopt;
  const double per_hour = sold_per_hour(snapshot, belief.variant, belief.channel, now);
  constexpr std::int64_t thousandths = 1000;
  const double pieces = misjudged(belief, free, per_hour);
  return Money{scaled(price->amount, std::llround(pieces * thousandths), thousandths), currency};
}

bool costs_more(const Drift& a, const Drift& b) {
  const Micro none(-1);
  return (a.cost ? a.cost->amount : none) > (b.cost ? b.cost->amount : none);
}

}  // namespace

std::optional<Belief> belief(store::Snapshot& snapshot, VariantId variant, std::int64_t teller) {
  return sql::belief(snapshot, variant, teller);
}

void believe(store::Tx& tx, const Belief& belief) {
  const bool knew_it = sql::belief(tx, belief.variant, belief.teller).has_value();
  sql::believe(tx, belief);
  if (knew_it && belief.delay_ms)
    heard_after(tx, belief.since, belief.variant, belief.channel, *belief.delay_ms);
}

void forget_belief(store::Tx& tx, std::int64_t teller, std::optional<VariantId> variant) {
  sql::forget_beliefs(tx, teller, variant);
}

double sold_per_hour(store::Snapshot& snapshot, VariantId variant, ChannelId channel, Instant now) {
  const std::int64_t pieces = sql::ordered(snapshot, variant, channel, now - kLookedBack);
  return (static_cast<double>(pieces) + kNeverSold) / static_cast<double>(kLookedBack.count());
}

double expected_between(std::int64_t few, std::int64_t many, double expected) {
  constexpr double so_many_are_certain = 500;  // e^-500 is still a number
  constexpr double too_little_to_count = 1e-12;
  if (few >= many || expected <= 0) return 0;
  if (expected > so_many_are_certain) {
    const auto count = static_cast<double>(many - few);
    return std::clamp(expected - static_cast<double>(few), 0.0, count);
  }
  double of_k = std::exp(-expected);  // P(N = k)
  double more = 1 - of_k;             // P(N > k)
  double sum = 0;
  for (std::int64_t k = 0; k < many && more > too_little_to_count; ++k) {
    if (k >= few) sum += more;
    of_k *= expected / static_cast<double>(k + 1);
    more -= of_k;
  }
  return sum;
}

std::vector<Drift> drift(store::Snapshot& snapshot, Currency currency, Instant now) {
  std::vector<Drift> all;
  for (const sql::Doubted& one : sql::doubted(snapshot, kDoubtedMost)) {
    const std::int64_t free =
        available(snapshot, std::array{one.variant}, one.channel, one.location).front().free;
    if (free == one.units) continue;
    all.push_back({.variant = one.variant,
                   .sku = one.sku,
                   .name = one.name,
                   .channel = one.channel,
                   .believed = one.units,
                   .free = free,
                   .since = one.since,
                   .cost = cost_of(snapshot, one, free, currency, now)});
  }
  std::ranges::sort(all, costs_more);
  return all;
}

}  // namespace sluis::stock
