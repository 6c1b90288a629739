#include "segments/store_buyers.h"

namespace sluis::segments::sql {
namespace {

using store::Statement;

constexpr Statement kSegmentsOf{"segments.segments_of_buyer",
                                "select segment from segments_buyers where customer = $1 "
                                "order by segment"};
constexpr Statement kBuyers{
    "segments.buyers", "select customer from segments_buyers where segment = $1 order by customer"};
constexpr Statement kEnter{"segments.enter",
                           "insert into segments_buyers (customer, segment) values ($1, $2) "
                           "on conflict (customer, segment) do nothing"};
constexpr Statement kLeave{"segments.leave",
                           "delete from segments_buyers where customer = $1 and segment = $2"};
constexpr Statement kForgetBuyer{"segments.forget_buyer",
                                 "delete from segments_buyers where customer = $1"};
constexpr Statement kTold{"segments.told",
                          "select segment, version, day, change from segments_told"};
constexpr Statement kTell{
    "segments.tell",
    "insert into segments_told (segment, version, day, change) values ($1, $2, $3, $4) "
    "on conflict (segment) do update set version = excluded.version, day = excluded.day, "
    "change = excluded.change"};
constexpr Statement kUntell{"segments.untell", "delete from segments_told where segment = $1"};

constexpr const Statement* kBuyerStatements[] = {&kSegmentsOf,  &kBuyers, &kEnter, &kLeave,
                                                 &kForgetBuyer, &kTold,   &kTell,  &kUntell};

}  // namespace

std::vector<SegmentId> segments_of_buyer(store::Snapshot& snapshot, CustomerId customer) {
  return snapshot.all<SegmentId>(kSegmentsOf, customer);
}

std::vector<CustomerId> buyers(store::Snapshot& snapshot, SegmentId segment) {
  return snapshot.all<CustomerId>(kBuyers, segment);
}

void enter(store::Tx& tx, SegmentId segment, CustomerId customer) {
  tx.change(kEnter, customer, segment);
}

void leave(store::Tx& tx, SegmentId segment, CustomerId customer) {
  tx.change(kLeave, customer, segment);
}

void forget_buyer(store::Tx& tx, CustomerId customer) {
  tx.change(kForgetBuyer, customer);
}

std::vector<Told> told(store::Snapshot& snapshot) {
  return snapshot.all<Told>(kTold);
}

void tell(store::Tx& tx, const Told& told) {
  tx.change(kTell, told.segment, told.version, told.day, told.change);
}

void untell(store::Tx& tx, SegmentId segment) {
  tx.change(kUntell, segment);
}

std::span<const Statement* const> buyer_statements() {
  return kBuyerStatements;
}

}  // namespace sluis::segments::sql
