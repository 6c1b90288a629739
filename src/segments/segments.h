// Segments: customers who share a rule over what they do, and the pyramid of their margin. A rule
// is stored, its members follow from it; who was in it on a date is kept, also as it was known
// then.
#pragma once

#include "kernel/ids.h"
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
  Instant created;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(Segment, (), (id, version, code, name, description, rule, created, changed))

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

// Works out again who is in a segment on a day, and keeps who came and who left. Of everybody, or
// only of those whose events arrived since a moment: that gives the same for the same day.
struct Refreshed {
  std::int64_t entered = 0;
  std::int64_t left = 0;
};
BOOST_DESCRIBE_STRUCT(Refreshed, (), (entered, left))
struct When {
  Date day;     // the last one that counts
  Instant now;  // when it is worked out
  std::optional<Instant> received_from = {};
};
Result<Refreshed> refresh(analytics::Store& analytics, const Segment& segment, Currency currency,
                          const When& when);

// ---- The pyramid

// From a day (inclusive) to a day (exclusive).
struct Period {
  Date from;
  Date to;
};

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

}  // namespace sluis::segments
