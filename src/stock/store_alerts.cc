#include "stock/store_alerts.h"

#include "platform/store/groups.h"
#include "stock/store_drift.h"

namespace sluis::stock::sql {
namespace {

using store::Snapshot;
using store::Statement;

constexpr std::string_view kSelectStocked =
    "select item.id as variant, item.product, item.sku, item.name, item.cost, item.cost_currency, "
    "lies.free from feed_variant as item join (select level.variant, "
    "cast(sum(level.on_hand - level.reserved) as bigint) as free from stock_levels as level "
    "join stock_locations as place on place.id = level.location "
    "where place.active and place.sells";
constexpr std::string_view kAndOf = " and variant in ";
constexpr std::string_view kWhereOnSale =
    " group by level.variant) as lies "
    "on lies.variant = item.id where item.on_sale and not item.bundle";
constexpr Statement kStocked{"stock.stocked", store::Joined<kSelectStocked, kWhereOnSale>::sql};
constexpr Statement kStockedOne{
    "stock.stocked_one", store::Joined<kSelectStocked, kAndOf, store::kFirstId, kWhereOnSale>::sql};
constexpr Statement kStockedSome{
    "stock.stocked_some",
    store::Joined<kSelectStocked, kAndOf, store::kFirstIds, kWhereOnSale>::sql};
// Ids grow with time: $1 is the first of the time that counts, so an index finds them.
constexpr std::string_view kByOne = " group by variant";
constexpr std::string_view kSelectHanded =
    "select variant, cast(-sum(quantity) as bigint) as pieces from stock_movements "
    "where id >= $1 and kind = 'sold'";
constexpr Statement kHandedOver{"stock.handed_over", store::Joined<kSelectHanded, kByOne>::sql};
constexpr Statement kHandedOne{"stock.handed_over_one",
                               store::Joined<kSelectHanded, kAndOf, store::kSecondId, kByOne>::sql};
constexpr Statement kHandedSome{
    "stock.handed_over_some", store::Joined<kSelectHanded, kAndOf, store::kSecondIds, kByOne>::sql};
constexpr std::string_view kSelectPromised =
    "select variant, cast(sum(quantity) as bigint) as pieces from stock_reservations "
    "where id >= $1 and purpose <> 'basket' and state in ('held', 'waiting')";
constexpr Statement kPromised{"stock.promised", store::Joined<kSelectPromised, kByOne>::sql};
constexpr Statement kPromisedOne{
    "stock.promised_one", store::Joined<kSelectPromised, kAndOf, store::kSecondId, kByOne>::sql};
constexpr Statement kPromisedSome{
    "stock.promised_some", store::Joined<kSelectPromised, kAndOf, store::kSecondIds, kByOne>::sql};
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
constexpr std::string_view kSelectThrough =
    "select variant, channel from stock_reservations where id >= $1 "
    "and channel is not null and purpose <> 'basket' and variant in ";
constexpr std::string_view kMostFirst =
    " group by variant, channel order by variant, sum(quantity + fulfilled) desc, channel";
constexpr Statement kThroughOne{"stock.through_one",
                                store::Joined<kSelectThrough, store::kSecondId, kMostFirst>::sql};
constexpr Statement kThrough{"stock.through",
                             store::Joined<kSelectThrough, store::kSecondIds, kMostFirst>::sql};

constexpr const Statement* kStatements[] = {
    &kStocked,    &kStockedOne,  &kStockedSome, &kHandedOver,   &kHandedOne,
    &kHandedSome, &kPromised,    &kPromisedOne, &kPromisedSome, &kToCome,
    &kLeads,      &kMovedBefore, &kThroughOne,  &kThrough};

// What a statement says of all variants, or of those that are asked for.
template <class Row>
std::vector<Row> rows_of(Snapshot& snapshot, Asked asked, const Statement& all,
                         const Statement& one, const Statement& some, const auto&... more) {
  if (!asked) return snapshot.all<Row>(all, more...);
  std::vector<Row> rows;
  const auto take = [&](Row&& row) { rows.push_back(std::move(row)); };
  store::in_groups(*asked, one, some, [&](const Statement& of, const auto&... variant) {
    snapshot.each<Row>(of, take, more..., variant...);
  });
  return rows;
}

}  // namespace

std::vector<StockedItem> stocked(Snapshot& snapshot, Asked asked) {
  return rows_of<StockedItem>(snapshot, asked, kStocked, kStockedOne, kStockedSome);
}

std::vector<Pieces> handed_over(Snapshot& snapshot, Instant from, Asked asked) {
  return rows_of<Pieces>(snapshot, asked, kHandedOver, kHandedOne, kHandedSome, first_id_at(from));
}

std::vector<Pieces> promised(Snapshot& snapshot, Instant from, Asked asked) {
  return rows_of<Pieces>(snapshot, asked, kPromised, kPromisedOne, kPromisedSome,
                         first_id_at(from));
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

std::vector<Through> through(Snapshot& snapshot, std::span<const VariantId> variants,
                             Instant from) {
  return rows_of<Through>(snapshot, variants, kThrough, kThroughOne, kThrough, first_id_at(from));
}

std::span<const Statement* const> alert_statements() {
  return kStatements;
}

}  // namespace sluis::stock::sql
