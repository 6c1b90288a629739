#include "simulator/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::simulator {
namespace {

TEST(SampleCalendar, KnowsSummerTime) {
  EXPECT_EQ(to_string(at_local(Date(2026, 1, 10), 9 * 3600)), "2026-01-10T08:00:00Z");
  EXPECT_EQ(to_string(at_local(Date(2026, 7, 10), 9 * 3600)), "2026-07-10T07:00:00Z");
  EXPECT_EQ(to_string(at_local(Date(2026, 3, 29), 9 * 3600)), "2026-03-29T07:00:00Z");
  EXPECT_EQ(to_string(at_local(Date(2026, 10, 25), 9 * 3600)), "2026-10-25T08:00:00Z");
}

TEST(SampleCalendar, AYearOfSeasonsIsAYear) {
  double sum = 0;
  for (unsigned month = 1; month <= 12; ++month)
    sum += season(Date(2026, month, 1));
  EXPECT_DOUBLE_EQ(sum, 12);
}

RC_GTEST_PROP(SampleCalendar, ALocalMomentFallsOnItsDay, ()) {
  const Date day = Date(2020, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 5'000));
  const auto second = *rc::gen::inRange<std::int64_t>(4 * 3600, 24 * 3600);
  RC_ASSERT(local_day(at_local(day, second)) == day);
}

RC_GTEST_PROP(SampleCalendar, PeopleComeWhileItIsOpen, ()) {
  const int opens = *rc::gen::inRange(0, 1'440);
  const int closes = *rc::gen::inRange(0, 1'441);
  const auto from = *rc::gen::inRange<std::int64_t>(0, 86'400);
  Random random(*rc::gen::arbitrary<std::uint64_t>());
  const std::int64_t second = coming(random, {opens, closes}, from);
  if (second < 0) {
    RC_ASSERT(std::max<std::int64_t>(from, opens * 60) >= closes * 60);
  } else {
    RC_ASSERT(second >= from);
    RC_ASSERT(is_open({opens, closes}, second));
  }
}

}  // namespace
}  // namespace sluis::simulator
