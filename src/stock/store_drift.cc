#include "stock/store_drift.h"

namespace sluis::stock::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kBelief{
    "stock.belief",
    "select variant, teller, channel, location, units, since, delay_ms from stock_beliefs "
    "where variant = $1 and teller = $2"};
constexpr Statement kBelieve{
    "stock.believe",
    "insert into stock_beliefs (variant, teller, channel, location, units, since, delay_ms) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict (variant, teller) do update set "
    "channel = $3, location = $4, units = $5, since = $6, "
    "delay_ms = coalesce($7, stock_beliefs.delay_ms)"};
constexpr Statement kForgetBeliefs{
    "stock.forget_beliefs",
    "delete from stock_beliefs where teller = $1 and (variant = $2 or $2 = 0)"};
// Ids grow with time: $3 is the first of the time that counts, so the key finds them.
constexpr Statement kOrdered{
    "stock.ordered",
    "select coalesce(sum(quantity + fulfilled), 0) from stock_reservations where variant = $1 "
    "and channel = $2 and id >= $3 and purpose <> 'basket'"};
// What lies where it is sold from, but for safety stock and what the channel leaves.
constexpr Statement kDoubted{
    "stock.doubted",
    "select belief.variant, belief.teller, belief.channel, belief.location, belief.units, "
    "belief.since, belief.delay_ms, item.sku, item.name from stock_beliefs as belief "
    "join feed_variant as item on item.id = belief.variant where item.bundle "
    "or belief.units <> case when item.on_sale then (select coalesce(sum(case "
    "when level.on_hand - level.reserved - level.safety > "
    "coalesce(case when buffer.by_hand then buffer.units end, reckoned.units, 0) "
    "then level.on_hand - level.reserved - level.safety - "
    "coalesce(case when buffer.by_hand then buffer.units end, reckoned.units, 0) else 0 end), 0) "
    "from stock_levels as level join stock_locations as place on place.id = level.location "
    "left join stock_buffers as buffer on buffer.channel = belief.channel "
    "left join stock_reckoned as reckoned on reckoned.variant = belief.variant "
    "and reckoned.channel = belief.channel "
    "where level.variant = belief.variant and place.active and place.sells "
    "and (belief.location is null or belief.location = level.location)) else 0 end "
    "order by belief.since limit $1"};

constexpr const Statement* kStatements[] = {&kBelief, &kBelieve, &kForgetBeliefs, &kOrdered,
                                            &kDoubted};

}  // namespace

std::int64_t first_id_at(Instant moment) {
  constexpr int bits_below_millis = 22;
  const std::int64_t millis = moment.millis() - IdSource::moment_of(0).millis();
  return millis < 0 ? 0 : millis << bits_below_millis;
}

std::optional<Belief> belief(Snapshot& snapshot, VariantId variant, std::int64_t teller) {
  return snapshot.one<Belief>(kBelief, variant, teller);
}

void believe(Tx& tx, const Belief& belief) {
  std::apply([&](const auto&... field) { tx.change(kBelieve, field...); }, tie_fields(belief));
}

void forget_beliefs(Tx& tx, std::int64_t teller, std::optional<VariantId> variant) {
  tx.change(kForgetBeliefs, teller, variant.value_or(VariantId()));
}

std::int64_t ordered(Snapshot& snapshot, VariantId variant, ChannelId channel, Instant from) {
  return *snapshot.one<std::int64_t>(kOrdered, variant, channel, first_id_at(from));
}

std::vector<Doubted> doubted(Snapshot& snapshot, std::int64_t limit) {
  return snapshot.all<Doubted>(kDoubted, limit);
}

std::span<const Statement* const> drift_statements() {
  return kStatements;
}

}  // namespace sluis::stock::sql
