// When something comes that comes every week, and which week it is about. Pure.
#pragma once

#include <boost/describe/enum.hpp>

#include "kernel/fields.h"
#include "platform/zones/zone.h"

namespace sluis::reports {

enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

// By clocks on the wall: an hour that they skip is told as if they had not, one that they show
// twice is the first of them.
struct Schedule {
  Weekday weekday = Weekday::monday;
  Whole<0, 23> hour{7};
  bool operator==(const Schedule&) const = default;
};
BOOST_DESCRIBE_STRUCT(Schedule, (), (weekday, hour))

// The last moment of the schedule that is not after `now`, and the first one after it.
Instant latest(const Schedule& schedule, const zones::Zone& zone, Instant now);
Instant next(const Schedule& schedule, const zones::Zone& zone, Instant now);

// From a Monday until before the Monday after it.
struct Week {
  Date from;
  Date to;
  bool operator==(const Week&) const = default;
};
BOOST_DESCRIBE_STRUCT(Week, (), (from, to))

Week week_of(Date day);
// The last one that is over.
Week last_week(Date today);
Week before(const Week& week);
// Its number in the year of its Thursday (ISO 8601).
int number_of(const Week& week);

}  // namespace sluis::reports
