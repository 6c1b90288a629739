#include "connectors/ingest/amount.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::connectors::ingest {
namespace {

std::string read(std::string_view decimal) {
  const auto amount = amount_of(decimal);
  return amount ? to_string(*amount) : "none";
}

TEST(Amount, IsReadFromItsDigits) {
  EXPECT_EQ(read("19.99"), "19.99");
  EXPECT_EQ(read("-0.0375"), "-0.0375");
  EXPECT_EQ(read("1e3"), "1000.00");
  EXPECT_EQ(read("1.5E+2"), "150.00");
  EXPECT_EQ(read("25e-1"), "2.50");
  EXPECT_EQ(read("1000000000000"), "1000000000000.00");
  EXPECT_EQ(read("000"), "0.00");
}

TEST(Amount, BinaryFractionsOfSendersAreRounded) {
  EXPECT_EQ(read("19.990000000000002"), "19.99");
  EXPECT_EQ(read("0.30000000000000004"), "0.30");
  EXPECT_EQ(read("16.819999999999997"), "16.82");
  EXPECT_EQ(read("0.0000005"), "0.000001");
  EXPECT_EQ(read("-0.0000005"), "-0.000001");
  EXPECT_EQ(read("0.00000049999999999999999999999999999999999"), "0.00");
}

TEST(Amount, WhatIsNoneIsRefused) {
  for (const auto* text : {"", "-", ".", "e5", "1,50", "1.234,50", "€5", "1e", "1e+", "1e+-5",
                           "0x10", "1e400", "1000000000001", "NaN", "Infinity", "1 ", "1.2.3"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
  EXPECT_EQ(read("1e-99999999999999999999"), "none");
  EXPECT_EQ(read("1e-400"), "0.00");
  EXPECT_EQ(read("0e999"), "0.00");
}

TEST(Amount, APriceTimesAQuantityIsExact) {
  EXPECT_EQ(to_string(*product_of(*amount_of("0.1"), *amount_of("3"))), "0.30");
  EXPECT_EQ(to_string(*product_of(*amount_of("-3.333333"), *amount_of("0.5"))), "-1.666667");
  EXPECT_FALSE(product_of(*amount_of("1e12"), *amount_of("2")));
}

RC_GTEST_PROP(Amount, IsWhatWasPrinted, ()) {
  const Micro amount(
      *rc::gen::inRange<std::int64_t>(-1'000'000'000'000'000'000, 1'000'000'000'000'000'000));
  RC_ASSERT(amount_of(to_string(amount)) == amount);
}

RC_GTEST_PROP(Amount, ATotalIsTheSumOrNothing, (const std::vector<std::int32_t>& parts)) {
  Total total;
  std::int64_t sum = 0;
  for (const auto part : parts) {
    total.add(Micro(part));
    sum += part;
  }
  RC_ASSERT(total.value() == Micro(sum));
}

}  // namespace
}  // namespace sluis::connectors::ingest
