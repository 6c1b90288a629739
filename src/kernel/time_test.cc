#include "kernel/time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis {
namespace {

RC_GTEST_PROP(Time, InstantTextFormIsExact, ()) {
  const Instant instant(*rc::gen::inRange<std::int64_t>(0, 253'402'300'799'999'999));
  RC_ASSERT(parse_instant(to_string(instant)) == instant);
}

TEST(Time, ReadsRfc3339WithOffsets) {
  const auto utc = parse_instant("2026-11-22T05:13:27Z");
  ASSERT_TRUE(utc);
  EXPECT_EQ(utc->micros(), 1'795'324'407'000'000);
  EXPECT_EQ(parse_instant("2026-11-22T06:13:27+01:00"), utc);
  EXPECT_EQ(parse_instant("2026-11-21T23:43:27-05:30"), utc);
  EXPECT_EQ(to_string(*parse_instant("2026-11-22T05:13:27.120Z")), "2026-11-22T05:13:27.12Z");
  for (const char* wrong : {"", "2026-11-22", "2026-11-22T05:13:27", "2026-02-30T00:00:00Z",
                            "2026-11-22T24:00:00Z", "2026-11-22T05:13:27.Z", "1969-12-31T23:59:59Z",
                            "2026-11-22T05:13:27Zx", "2026-11-22T05:13:27+1:00"}) {
    EXPECT_EQ(parse_instant(wrong), std::nullopt) << wrong;
  }
}

TEST(Time, DatesKnowLeapYears) {
  EXPECT_EQ(parse_date("2028-02-29"), Date(2028, 2, 29));
  EXPECT_EQ(parse_date("2026-02-29"), std::nullopt);
  EXPECT_EQ(parse_date("1900-02-29"), std::nullopt);
  EXPECT_EQ(parse_date("2026-2-9"), std::nullopt);
  EXPECT_EQ(Date(2029, 1, 1) - Date(2028, 1, 1), 366);
  EXPECT_EQ(to_string(Date(2028, 2, 28) + std::chrono::days(1)), "2028-02-29");
  EXPECT_EQ(utc_day(*parse_instant("2026-11-22T23:59:59.999999Z")), Date(2026, 11, 22));
}

}  // namespace
}  // namespace sluis
