#include "platform/zones/zones.h"

#include <gtest/gtest.h>

namespace sluis::zones {
namespace {

std::string day(std::string_view zone, std::string_view instant) {
  return to_string(Calendar(zone).day_of(*parse_instant(instant)));
}

TEST(Zones, ADayBeginsAtItsOwnMidnight) {
  EXPECT_EQ(day("Europe/Amsterdam", "2026-01-05T22:59:59Z"), "2026-01-05");
  EXPECT_EQ(day("Europe/Amsterdam", "2026-01-05T23:00:00Z"), "2026-01-06");
  EXPECT_EQ(day("Europe/Amsterdam", "2026-07-05T21:59:59Z"), "2026-07-05");
  EXPECT_EQ(day("Europe/Amsterdam", "2026-07-05T22:00:00Z"), "2026-07-06");
  EXPECT_EQ(day("America/Los_Angeles", "2026-01-01T07:59:59Z"), "2025-12-31");
  EXPECT_EQ(day("Asia/Kathmandu", "2026-01-01T18:15:00Z"), "2026-01-02");
  EXPECT_EQ(day("UTC", "2026-01-05T23:59:59Z"), "2026-01-05");
}

TEST(Zones, OnlyNamesOfTheDatabaseAreZones) {
  EXPECT_TRUE(exists("Europe/Amsterdam"));
  EXPECT_FALSE(exists("Europe/Leiden"));
  EXPECT_FALSE(exists("GMT+1"));
  EXPECT_FALSE(exists(""));
}

}  // namespace
}  // namespace sluis::zones
