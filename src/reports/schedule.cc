#include "reports/schedule.h"

namespace sluis::reports {
namespace {

using std::chrono::days;

constexpr days kSevenDays{7};

// Monday is 0.
std::int64_t number_of(Date day) {
  return static_cast<std::int64_t>(std::chrono::weekday(day.days()).iso_encoding()) - 1;
}

Instant moment_on(Date day, const Schedule& schedule, const zones::Zone& zone) {
  const Instant midnight(
      std::chrono::duration_cast<Duration>(day.days().time_since_epoch()).count());
  return zone.moment_of(midnight + std::chrono::hours(schedule.hour.number));
}

// The day of the schedule that is not after the day of now.
Date day_of(const Schedule& schedule, const zones::Zone& zone, Instant now) {
  const Date today = utc_day(zone.shown_at(now));
  const auto since = (number_of(today) - static_cast<std::int64_t>(schedule.weekday) + 7) % 7;
  return today + -days(since);
}

}  // namespace

Instant latest(const Schedule& schedule, const zones::Zone& zone, Instant now) {
  const Date day = day_of(schedule, zone, now);
  const Instant moment = moment_on(day, schedule, zone);
  return moment <= now ? moment : moment_on(day + -kSevenDays, schedule, zone);
}

Instant next(const Schedule& schedule, const zones::Zone& zone, Instant now) {
  const Date day = day_of(schedule, zone, now);
  const Instant moment = moment_on(day, schedule, zone);
  return moment > now ? moment : moment_on(day + kSevenDays, schedule, zone);
}

Week week_of(Date day) {
  const Date monday = day + -days(number_of(day));
  return {monday, monday + kSevenDays};
}

Week last_week(Date today) {
  return before(week_of(today));
}

Week before(const Week& week) {
  return {week.from + -kSevenDays, week.from};
}

int number_of(const Week& week) {
  const Date thursday = week.from + days(3);
  return static_cast<int>((thursday - Date(thursday.year(), 1, 1)) / 7) + 1;
}

}  // namespace sluis::reports
