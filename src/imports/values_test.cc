#include "imports/values.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::imports {
namespace {

std::string amount(std::string_view text, Decimals decimals = Decimals::point) {
  const auto value = parse_amount(text, decimals);
  return value ? to_string(*value) : "none";
}

std::string moment(std::string_view text, Dates dates) {
  const auto value = parse_moment(text, dates);
  return value ? to_string(value->shown) + (value->is_utc ? " utc" : "") : "none";
}

TEST(AmountTest, ReadsWhatPeopleWrite) {
  EXPECT_EQ(amount("12.50"), "12.50");
  EXPECT_EQ(amount("-0.0375"), "-0.0375");
  EXPECT_EQ(amount("1,234,567.8"), "1234567.80");
  EXPECT_EQ(amount("1.234.567,8", Decimals::comma), "1234567.80");
  EXPECT_EQ(amount("€ 1.234,50", Decimals::comma), "1234.50");
  EXPECT_EQ(amount("1 234,5 EUR", Decimals::comma), "1234.50");
  EXPECT_EQ(amount("1\xC2\xA0"
                   "234,5",
                   Decimals::comma),
            "1234.50");
  EXPECT_EQ(amount("1'234.50"), "1234.50");
  EXPECT_EQ(amount("($12.50)"), "-12.50");
  EXPECT_EQ(amount("12.50-"), "-12.50");
  EXPECT_EQ(amount("+3"), "3.00");
  EXPECT_EQ(amount("1.5e-2"), "0.015");
  EXPECT_EQ(amount("0.30000000000000004"), "0.30");
  EXPECT_EQ(amount("0.1234567"), "0.123457");
  EXPECT_EQ(amount("0E-2"), "0.00");
  EXPECT_EQ(amount("1.23456789e3"), "1234.56789");
}

TEST(AmountTest, RefusesWhatIsNoAmountOrCouldBeTwo) {
  for (const std::string_view text : {"", "-", "abc", "12,5", "1,23,456", "1.2.3", "--1", "1e99",
                                      "12 %", "1,2345", "€", "99999999999999999999"})
    EXPECT_EQ(amount(text), "none") << text;
  EXPECT_EQ(amount("12.5", Decimals::comma), "none");
}

RC_GTEST_PROP(AmountTest, ReadsBackWhatIsPrinted, (std::int64_t micros)) {
  const Micro value(micros / 1'000'000);
  RC_ASSERT(parse_amount(to_string(value), Decimals::point) == value);
}

TEST(MomentTest, ReadsDaysInFiveFormats) {
  EXPECT_EQ(moment("2011-01-31", Dates::iso), "2011-01-31T00:00:00Z");
  EXPECT_EQ(moment("31-1-2011", Dates::dmy), "2011-01-31T00:00:00Z");
  EXPECT_EQ(moment("31.01.11 14:05", Dates::dmy), "2011-01-31T14:05:00Z");
  EXPECT_EQ(moment("1/31/2011 2:05 PM", Dates::mdy), "2011-01-31T14:05:00Z");
  EXPECT_EQ(moment("2011/1/31", Dates::ymd), "2011-01-31T00:00:00Z");
  EXPECT_EQ(moment("40574.5", Dates::excel), "2011-01-31T12:00:00Z");
}

TEST(MomentTest, ReadsOtherWaysToo) {
  EXPECT_EQ(moment("2011-01-31T14:05:06.25Z", Dates::iso), "2011-01-31T14:05:06.25Z utc");
  EXPECT_EQ(moment("2011-01-31 14:05:06 +02:00", Dates::iso), "2011-01-31T12:05:06Z utc");
  EXPECT_EQ(moment("20110131", Dates::ymd), "2011-01-31T00:00:00Z");
  EXPECT_EQ(moment("990131 0:00:31", Dates::ymd), "1999-01-31T00:00:31Z");
  EXPECT_EQ(moment("31 jan 2011", Dates::dmy), "2011-01-31T00:00:00Z");
  EXPECT_EQ(moment("12-mei-2011 9:30", Dates::dmy), "2011-05-12T09:30:00Z");
  EXPECT_EQ(moment("12:00", Dates::dmy), "none");
  EXPECT_EQ(moment("1296482706", Dates::unix_s), "2011-01-31T14:05:06Z utc");
  EXPECT_EQ(moment("1296482706250", Dates::unix_ms), "2011-01-31T14:05:06.25Z utc");
  EXPECT_EQ(moment("12/31/2011 12:00 AM", Dates::mdy), "2011-12-31T00:00:00Z");
}

TEST(MomentTest, RefusesDaysThatAreNone) {
  EXPECT_EQ(moment("2011-02-30", Dates::iso), "none");
  EXPECT_EQ(moment("31/1/2011", Dates::mdy), "none");
  EXPECT_EQ(moment("11-01-31", Dates::iso), "none");
  EXPECT_EQ(moment("2011-01-31 25:00", Dates::iso), "none");
  EXPECT_EQ(moment("2011-01-31 14:05 later", Dates::iso), "none");
  EXPECT_EQ(moment("2011-01-31T", Dates::iso), "none");
  EXPECT_EQ(moment("soon", Dates::dmy), "none");
  EXPECT_EQ(moment("99999999999", Dates::excel), "none");
  EXPECT_EQ(moment("", Dates::iso), "none");
}

TEST(CurrencyTest, ReadsCodesAndSigns) {
  EXPECT_EQ(parse_currency("eur")->code(), "EUR");
  EXPECT_EQ(parse_currency(" £ ")->code(), "GBP");
  EXPECT_FALSE(parse_currency("euro"));
  EXPECT_FALSE(parse_currency("XXX"));
}

}  // namespace
}  // namespace sluis::imports
