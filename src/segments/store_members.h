// The analytical SQL of segments: which conditions hold for whom, and who is a member when.
#pragma once

#include <functional>
#include <span>

#include "platform/analytics/session.h"
#include "segments/pyramid.h"
#include "segments/segments.h"

namespace sluis::segments::sql {

// Which conditions hold for a customer otherwise than for somebody of whom nothing is known: to be
// added to the bits of those.
struct Flip {
  CustomerId customer;
  std::int64_t bits = 0;
};
BOOST_DESCRIBE_STRUCT(Flip, (), (customer, bits))

struct FlipCount {
  std::int64_t bits = 0;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(FlipCount, (), (bits, customers))

// `conditions` as compiled() makes them; money in this currency. Of everybody, or of those whose
// figures changed after a change.
void each_flip(analytics::Snapshot& figures, const std::string& conditions, Currency currency,
               std::optional<std::int64_t> changed_after,
               const std::function<void(const Flip&)>& take);
void each_customer(analytics::Snapshot& figures, std::optional<std::int64_t> changed_after,
                   const std::function<void(CustomerId)>& take);
// Whose figures changed after a change, also who is no customer any more; in their order.
std::vector<CustomerId> changed(analytics::Snapshot& figures, std::int64_t after);
std::int64_t customers(analytics::Snapshot& figures);
// The last one on which anything happened.
std::optional<Date> last_day(analytics::Snapshot& figures);
std::vector<FlipCount> flip_counts(analytics::Snapshot& figures, const std::string& conditions,
                                   Currency currency);

// For what the members of a segment were worked out.
struct Followed {
  std::int64_t version = 0;
  Date day;
  std::int64_t change = 0;
  Currency currency;
};
BOOST_DESCRIBE_STRUCT(Followed, (), (version, day, change, currency))
struct FollowedSegment : Followed {
  SegmentId segment;
};
BOOST_DESCRIBE_STRUCT(FollowedSegment, (Followed), (segment))
std::vector<FollowedSegment> followed(analytics::Snapshot& figures);
// False when it no longer stands at `from`: somebody else followed.
bool follow(analytics::Tx& tx, SegmentId segment, const std::optional<Followed>& from,
            const Followed& to);
// False when it was not followed.
bool unfollow(analytics::Tx& tx, SegmentId segment);

// How many customers were erased; nobody of them is a member any more.
std::int64_t erased(analytics::Snapshot& figures);
void forget_erased(analytics::Tx& tx);

// The changes of figures that are still told; and the last one that was everybody's.
struct Latest {
  std::int64_t oldest = 0;
  std::int64_t latest = 0;
  std::int64_t everybody = 0;
};
BOOST_DESCRIBE_STRUCT(Latest, (), (oldest, latest, everybody))
Latest latest(analytics::Snapshot& figures);
// In which all money of customers is.
std::optional<Currency> money(analytics::Snapshot& figures);

std::vector<Sized> sizes(analytics::Snapshot& figures);
std::vector<SegmentChannel> by_channel(analytics::Snapshot& figures, const Period& period,
                                       Currency currency);

// Who is in it now, as far as is known now: all, or those whose figures changed after a change;
// who is no customer any more is among these.
void each_member(analytics::Snapshot& figures, SegmentId segment,
                 std::optional<std::int64_t> changed_after,
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
