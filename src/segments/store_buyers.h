// The operational SQL of who is in a segment that has a price.
#pragma once

#include <span>

#include "segments/segments.h"

namespace sluis::segments::sql {

std::vector<SegmentId> segments_of_buyer(store::Snapshot& snapshot, CustomerId customer);
// In the order of their numbers.
std::vector<CustomerId> buyers(store::Snapshot& snapshot, SegmentId segment);
void enter(store::Tx& tx, SegmentId segment, CustomerId customer);
void leave(store::Tx& tx, SegmentId segment, CustomerId customer);
void forget_buyer(store::Tx& tx, CustomerId customer);

// How far the members of a segment were told.
struct Told {
  SegmentId segment;
  std::int64_t version = 0;
  Date day;
  std::int64_t change = 0;  // of the figures of customers
  bool operator==(const Told&) const = default;
};
BOOST_DESCRIBE_STRUCT(Told, (), (segment, version, day, change))
std::vector<Told> told(store::Snapshot& snapshot);
void tell(store::Tx& tx, const Told& told);
void untell(store::Tx& tx, SegmentId segment);

std::span<const store::Statement* const> buyer_statements();

}  // namespace sluis::segments::sql
