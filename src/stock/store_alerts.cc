#include "stock/store_alerts.h"

#include "stock/store_drift.h"

namespace sluis::stock::sql {
namespace {

using store::Snapshot;
using store::Statement;

constexpr Statement kStocked{
    "stock.stocked",
    "select item.id as variant, item.product, item.sku, item.name, item.cost, item.cost_currency, "
    "lies.free from feed_variant as item join (select level.variant, "
    "cast(sum(level.on_hand - level.reserved) as bigint) as free from stock_levels as level "
    "join stock_locations as place on place.id = level.location "
    "where place.active and place.sells group by level.variant) as lies "
    "on lies.variant = item.id where item.on_sale and not item.bundle"};
// Ids grow with time: $1 is the first of the time that counts, so an index finds them.
constexpr Statement kHandedOver{
    "stock.handed_over",
    "select variant, cast(-sum(quantity) as bigint) as pieces from stock_movements "
    "where id >= $1 and kind = 'sold' group by variant"};
constexpr Statement kPromised{
    "stock.promised",
    "select variant, cast(sum(quantity) as bigint) as pieces from stock_reservations "
    "where id >= $1 and purpose <> 'basket' and state in ('held', 'waiting') group by variant"};
constexpr Statement kToCome{
    "stock.to_come",
    "select variant, cast(sum(quantity - received - promised) as bigint) as pieces, "
    "min(expected) as arrives from stock_incoming where state = 'expected' "
    "and quantity > received + promised group by variant"};
constexpr Statement kLeads{
    "stock.leads",
    "select variant, cast(sum(changed - created) as bigint) as microseconds, "
    "count(*) as deliveries from stock_incoming where state = 'closed' and received > 0 "
    "group by variant"};
constexpr Statement kMovedBefore{
    "stock.moved_before",
    "select exists (select 1 from stock_movements where variant = $1 and id < $2)"};
constexpr Statement kMainChannel{
    "stock.main_channel",
    "select channel from stock_reservations where variant = $1 and id >= $2 "
    "and channel is not null and purpose <> 'basket' group by channel "
    "order by sum(quantity + fulfilled) desc, channel limit 1"};

constexpr const Statement* kStatements[] = {&kStocked, &kHandedOver,  &kPromised,   &kToCome,
                                            &kLeads,   &kMovedBefore, &kMainChannel};

}  // namespace

std::vector<StockedItem> stocked(Snapshot& snapshot) {
  return snapshot.all<StockedItem>(kStocked);
}

std::vector<Pieces> handed_over(Snapshot& snapshot, Instant from) {
  return snapshot.all<Pieces>(kHandedOver, first_id_at(from));
}

std::vector<Pieces> promised(Snapshot& snapshot, Instant from) {
  return snapshot.all<Pieces>(kPromised, first_id_at(from));
}

std::vector<ToCome> to_come(Snapshot& snapshot) {
  return snapshot.all<ToCome>(kToCome);
}

std::vector<Lead> leads(Snapshot& snapshot) {
  return snapshot.all<Lead>(kLeads);
}

bool moved_before(Snapshot& snapshot, VariantId variant, Instant moment) {
  return *snapshot.one<bool>(kMovedBefore, variant, first_id_at(moment));
}

std::optional<ChannelId> main_channel(Snapshot& snapshot, VariantId variant, Instant from) {
  return snapshot.one<ChannelId>(kMainChannel, variant, first_id_at(from));
}

std::span<const Statement* const> alert_statements() {
  return kStatements;
}

}  // namespace sluis::stock::sql
