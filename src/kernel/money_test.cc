#include "kernel/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis {
namespace {

TEST(Money, PrintsAndReadsDecimals) {
  EXPECT_EQ(to_string(Micro(1'234'500'000)), "1234.50");
  EXPECT_EQ(to_string(Micro(-37'500)), "-0.0375");
  EXPECT_EQ(to_string(Micro(0)), "0.00");
  EXPECT_EQ(parse_micro("1234.5"), Micro(1'234'500'000));
  EXPECT_EQ(parse_micro("7"), Micro(7'000'000));
  for (const char* wrong : {"", "-", ".5", "1.", "1,5", "1.2345678", "1e3", "+1", "12345678901234",
                            "1000000000001", " 1"}) {
    EXPECT_EQ(parse_micro(wrong), std::nullopt) << wrong;
  }
}

RC_GTEST_PROP(Money, TextFormIsExact, ()) {
  constexpr std::int64_t max = 1'000'000'000'000'000'000;
  const Micro amount(*rc::gen::inRange<std::int64_t>(-max, max));
  RC_ASSERT(parse_micro(to_string(amount)) == amount);
}

TEST(Money, PayableRoundsHalfAwayFromZero) {
  const Currency eur = *Currency::parse("EUR");
  EXPECT_EQ(payable(Micro(5'000), eur), Minor(1));
  EXPECT_EQ(payable(Micro(4'999), eur), Minor(0));
  EXPECT_EQ(payable(Micro(-5'000), eur), Minor(-1));
  EXPECT_EQ(payable(Micro(1'500'000), *Currency::parse("JPY")), Minor(2));
  EXPECT_EQ(payable(Micro(1'234'500), *Currency::parse("KWD")), Minor(1235));
}

RC_GTEST_PROP(Money, PayableAmountsAreExactBothWays, ()) {
  const Currency currency =
      *rc::gen::element(*Currency::parse("EUR"), *Currency::parse("JPY"), *Currency::parse("KWD"));
  const Minor minor(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000));
  RC_ASSERT(payable(exact(minor, currency), currency) == minor);
}

TEST(Money, CurrenciesAreNeverMixed) {
  const Money euros{Micro(1), *Currency::parse("EUR")};
  const Money dollars{Micro(2), *Currency::parse("USD")};
  EXPECT_EQ(sum(euros, euros)->amount, Micro(2));
  ASSERT_FALSE(sum(euros, dollars));
  EXPECT_TRUE(is(sum(euros, dollars).error(), MoneyRefusal::mixed_currencies));
  EXPECT_EQ(Currency::parse("eur"), std::nullopt);
  EXPECT_EQ(Currency::parse("XXX"), std::nullopt);
}

TEST(Money, OverflowIsNeverSilent) {
  const Micro most(std::numeric_limits<std::int64_t>::max());
  EXPECT_THROW(most + Micro(1), std::overflow_error);
  EXPECT_THROW(scaled(most, 2, 1), std::overflow_error);
  EXPECT_EQ(scaled(most, 2, 2), most);
}

}  // namespace
}  // namespace sluis
