// The analytical SQL of segments: which conditions hold for whom, and who is a member when.
#pragma once

#include <functional>
#include <span>

#include "platform/analytics/session.h"
#include "segments/pyramid.h"
#include "segments/segments.h"

namespace sluis::segments::sql {

// Of whom: everybody, or those whose events arrived from a moment on.
struct Scope {
  Instant received_from{0};
};

struct Masked {
  CustomerId customer;
  std::int64_t mask = 0;
};
BOOST_DESCRIBE_STRUCT(Masked, (), (customer, mask))

struct MaskCount {
  std::int64_t mask = 0;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(MaskCount, (), (mask, customers))

// `conditions` as compiled() makes them; money in this currency.
void each_mask(analytics::Snapshot& figures, const std::string& conditions, Currency currency,
               const Scope& scope, const std::function<void(const Masked&)>& take);
std::vector<MaskCount> mask_counts(analytics::Snapshot& figures, const std::string& conditions,
                                   Currency currency);

// Who is in it now, as far as is known now.
void each_member(analytics::Snapshot& figures, SegmentId segment,
                 const std::function<void(CustomerId)>& take);

struct Move {
  CustomerId customer;
  bool enters = false;
};
BOOST_DESCRIBE_STRUCT(Move, (), (customer, enters))
void move(analytics::Tx& tx, SegmentId segment, std::span<const Move> moves, Date day, Instant now);

std::vector<Member> members(analytics::Snapshot& figures, SegmentId segment, Date day,
                            Instant known, CustomerId after, std::int64_t limit);
std::int64_t member_count(analytics::Snapshot& figures, SegmentId segment, Date day, Instant known);
void forget(analytics::Tx& tx, CustomerId customer);
void remove_members(analytics::Tx& tx, SegmentId segment);

// Each customer in the tier of two periods.
std::vector<Movement> movements(analytics::Snapshot& figures, const Thresholds& thresholds,
                                Currency currency, const Period& before, const Period& now);

std::span<const store::Statement* const> analytics_statements();

}  // namespace sluis::segments::sql
