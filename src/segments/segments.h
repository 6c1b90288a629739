// Segments: customers who share a rule over what they do, and the pyramid of their margin. A rule
// is stored, its members follow from it; who was in it on a date is kept, also as it was known
// then.
#pragma once

#include <stop_token>

#include "access/access.h"
#include "segments/pyramid.h"
#include "segments/rule.h"

namespace sluis {
struct Capability;
}

namespace sluis::analytics {
class Snapshot;
class Store;
class Tx;
}  // namespace sluis::analytics

namespace sluis::segments {

Capability capability();

using Name = Line<1, 120>;

struct Segment {
  SegmentId id;
  std::int64_t version = 0;
  Slug code;  // never changes
  Name name;
  Prose<2000> description;
  Rule rule;
  std::optional<UserId> owner;
  bool archived = false;  // nobody is in it any more; who was, is kept
  Instant created;
  Instant changed;
  bool operator==(const Segment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Segment, (),
                      (id, version, code, name, description, rule, owner, archived, created,
                       changed))

struct Draft {
  Slug code;
  Name name;
  std::optional<Prose<2000>> description;
  Rule rule;
  std::optional<UserId> owner;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (code, name, description, rule, owner))
struct Change {
  Patch<Name> name;
  Patch<Prose<2000>> description;
  Patch<Rule> rule;
  Patch<std::optional<UserId>> owner;
  Patch<bool> archived;
};
BOOST_DESCRIBE_STRUCT(Change, (), (name, description, rule, owner, archived))

enum class SegmentRefusal : std::uint8_t {
  segment_unknown,
  segment_code_taken,
  segment_period_empty,
};
BOOST_DESCRIBE_ENUM(SegmentRefusal, segment_unknown, segment_code_taken, segment_period_empty)
const RefusalKind& kind_of(SegmentRefusal refusal);

// In the order of their codes.
std::vector<Segment> all(store::Snapshot& snapshot);
Result<Segment> find(store::Snapshot& snapshot, SegmentId id);
Result<Segment> named(store::Snapshot& snapshot, std::string_view code_or_id);
Result<Segment> add(store::Tx& tx, const access::Actor& actor, const Draft& draft);
Result<Segment> change(store::Tx& tx, const access::Actor& actor, SegmentId id,
                       std::int64_t version, const Change& change);
// Refuses a rule that cannot be, and one about channels that there are not.
Result<void> check(store::Snapshot& snapshot, const Rule& rule);

// How many customers a rule holds for on a day, before it is stored.
struct Size {
  std::int64_t members = 0;
  std::int64_t customers = 0;  // of so many
};
BOOST_DESCRIBE_STRUCT(Size, (), (members, customers))
Size size_of(analytics::Snapshot& figures, const Rule& rule, Currency currency, Date day);

struct Member {
  CustomerId customer;
  Date from_day;
  std::optional<Date> to_day;
};
BOOST_DESCRIBE_STRUCT(Member, (), (customer, from_day, to_day))
// In the order of their numbers. `known`: as it stood at that moment.
std::vector<Member> members(analytics::Snapshot& figures, SegmentId segment, Date day,
                            Instant known, CustomerId after, std::int64_t limit);
std::int64_t member_count(analytics::Snapshot& figures, SegmentId segment, Date day, Instant known);

// Erasing: nobody is a member under this number any more.
void forget(analytics::Tx& tx, CustomerId customer);
// Of a segment that is removed.
void remove_members(analytics::Tx& tx, SegmentId segment);

// How many are in each segment now.
struct Sized {
  SegmentId segment;
  std::int64_t members = 0;
};
BOOST_DESCRIBE_STRUCT(Sized, (), (segment, members))
std::vector<Sized> sizes(analytics::Snapshot& figures);

// Works out again who is in a segment on a day, and keeps who came and who left. Of everybody, or
// only of those whose figures changed since: that gives the same for the same day. Nobody is in one
// that is archived.
struct Refreshed {
  std::int64_t entered = 0;
  std::int64_t left = 0;
};
BOOST_DESCRIBE_STRUCT(Refreshed, (), (entered, left))
struct When {
  Date day;                                        // the last one that counts
  Instant now;                                     // when it is worked out
  std::optional<std::int64_t> changed_after = {};  // a change of feed_customer_changed
};
Refreshed refresh(analytics::Tx& tx, const Segment& segment, Currency currency, const When& when);

// The segments with a price of their own in which this customer is, as far as was told where orders
// are placed: some seconds behind.
std::vector<SegmentId> priced_segments_of(store::Snapshot& snapshot, CustomerId customer);

// Brings the members of every segment up to what is known of customers and to this day.
Result<void> renew_members(store::Store& store, analytics::Store& analytics, Instant now);
// The same, once the events that were acknowledged until now are in the figures of customers: for
// whoever asks beside a server, or without one.
Result<void> bring_up(store::Store& store, analytics::Store& analytics, Instant now,
                      const std::stop_token& stop);
// In which the money of customers is.
Currency currency_of(analytics::Snapshot& figures, Currency company);

// ---- The pyramid

// From a day (inclusive) to a day (exclusive).
struct Period {
  Date from;
  Date to;
};
Result<Period> period_of(Date from, Date to);
// As long, just before.
Period before(const Period& period);

// Customers who were in one tier in the period before and are in another, or the same, in this one.
struct Movement {
  std::optional<Tier> before;  // nothing: not known yet
  Tier now = Tier::suspect;
  std::int64_t customers = 0;
  Micro margin;  // in this period
};
BOOST_DESCRIBE_STRUCT(Movement, (), (before, now, customers, margin))
std::vector<Movement> movements(analytics::Snapshot& figures, const Thresholds& thresholds,
                                Currency currency, const Period& before, const Period& now);

struct VersionedThresholds {
  Thresholds thresholds;
  std::int64_t version = 0;
};
VersionedThresholds thresholds(store::Snapshot& snapshot);
Result<VersionedThresholds> set_thresholds(store::Tx& tx, const access::Actor& actor,
                                           const Thresholds& to, std::int64_t version);

// What the members of a segment, as they are now, did on a channel in a period.
struct SegmentChannel {
  SegmentId segment;
  ChannelId channel;
  std::int64_t customers = 0;
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro net_revenue;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(SegmentChannel, (),
                      (segment, channel, customers, events, orders, net_revenue, margin))
std::vector<SegmentChannel> by_channel(analytics::Snapshot& figures, const Period& period,
                                       Currency currency);

}  // namespace sluis::segments
