#include "contacts/teams/hours.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::contacts {
namespace {

Instant at(std::string_view text) {
  return *parse_instant(std::string(text) + ":00Z");
}

const std::vector<Opening> kOffice = {
    {{1}, {540}, {1050}}, {{2}, {540}, {1050}}, {{5}, {540}, {720}}, {{5}, {780}, {1440}}};

TEST(OpeningHours, FollowTheWeek) {
  const Hours hours{.openings = kOffice, .closed = {}};
  EXPECT_FALSE(is_open(hours, at("2026-01-05T08:59")));  // a Monday
  EXPECT_TRUE(is_open(hours, at("2026-01-05T09:00")));
  EXPECT_FALSE(is_open(hours, at("2026-01-05T17:30")));
  EXPECT_EQ(opens(hours, at("2026-01-06T18:00")), at("2026-01-09T09:00"));
  EXPECT_EQ(opens(hours, at("2026-01-09T12:30")), at("2026-01-09T13:00"));
  EXPECT_TRUE(is_open(hours, at("2026-01-09T23:59")));
}

TEST(OpeningHours, HolidaysAreClosed) {
  const std::vector<Date> closed = {Date(2026, 1, 5)};
  EXPECT_EQ(opens({.openings = kOffice, .closed = closed}, at("2026-01-05T10:00")),
            at("2026-01-06T09:00"));
  EXPECT_EQ(opens({.openings = {}, .closed = closed}, at("2026-01-05T10:00")),
            at("2026-01-06T00:00"));
}

TEST(OpeningHours, ReadWhatAClockShows) {
  using Form = TextForm<ClockTime>;
  EXPECT_EQ(Form::print(*Form::parse("09:05")), "09:05");
  EXPECT_EQ(Form::parse("24:00")->minutes, 1440);
  for (const auto* wrong : {"9:05", "24:01", "12:60", "12.00", ""})
    EXPECT_FALSE(Form::parse(wrong)) << wrong;
}

RC_GTEST_PROP(OpeningHoursProperties, ItIsOpenWhenItSaysItOpens, ()) {
  const Instant when = at("2026-01-01T00:00") + std::chrono::minutes(*rc::gen::inRange(0, 100'000));
  const Hours hours{.openings = kOffice, .closed = {}};
  const auto opening = opens(hours, when);
  RC_ASSERT(opening && *opening >= when);
  RC_ASSERT(is_open(hours, *opening));
}

}  // namespace
}  // namespace sluis::contacts
