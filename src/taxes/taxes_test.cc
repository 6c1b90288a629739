#include "taxes/taxes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::taxes {
namespace {

BasisPoints rate(std::string_view country, VatClass vat, Date day) {
  return rate_at(*Country::parse(country), vat, day).value();
}

TEST(Taxes, KnowsTheRateOfADay) {
  using enum VatClass;
  EXPECT_EQ(rate("NL", standard, {2026, 11, 22}), 2100);
  EXPECT_EQ(rate("NL", reduced, {2026, 11, 22}), 900);
  EXPECT_EQ(rate("NL", lodging, {2025, 12, 31}), 900);
  EXPECT_EQ(rate("NL", lodging, {2026, 1, 1}), 2100);
  EXPECT_EQ(rate("DE", standard, {2020, 12, 31}), 1600);
  EXPECT_EQ(rate("DE", standard, {2021, 1, 1}), 1900);
  EXPECT_EQ(rate("FR", reduced, {2026, 1, 1}), 550);
  EXPECT_EQ(rate("FI", standard, {2026, 1, 1}), 2550);
  EXPECT_EQ(rate("US", zero, {2026, 1, 1}), 0);
}

TEST(Taxes, GuessesNoRate) {
  const auto day = Date{2026, 1, 1};
  EXPECT_TRUE(is(rate_at(*Country::parse("US"), VatClass::standard, day).error(),
                 TaxRefusal::rate_unknown));
  EXPECT_FALSE(rate_at(*Country::parse("NL"), VatClass::second_reduced, day));
  EXPECT_FALSE(rate_at(*Country::parse("NL"), VatClass::reduced, {2018, 12, 31}));
}

TEST(Taxes, EveryRateHasItsPlaceAndItsSource) {
  std::optional<Rate> before;
  for (const Rate& one : rates()) {
    EXPECT_FALSE(one.source.empty());
    if (before && before->country == one.country && before->vat == one.vat) {
      EXPECT_LT(before->from, one.from);
    }
    before = one;
  }
}

TEST(Taxes, ReadsCountries) {
  EXPECT_EQ(Country::parse("BE")->code(), "BE");
  for (const std::string_view wrong : {"", "N", "nl", "NLD", "N1"})
    EXPECT_FALSE(Country::parse(wrong)) << wrong;
}

TEST(Taxes, TakesTheVatOutOfWhatPeoplePay) {
  const Taxed shirt = taxed(Micro(24'200'000), true, 2100);
  EXPECT_EQ(shirt, (Taxed{Micro(20'000'000), Micro(4'200'000), Micro(24'200'000)}));
  EXPECT_EQ(taxed(Micro(20'000'000), false, 2100), shirt);
}

RC_GTEST_PROP(TaxesProperties, NetAndVatAreTheGrossAmount, (int amount, bool includes)) {
  const BasisPoints rate = *rc::gen::inRange<BasisPoints>(0, 3'000);
  const Taxed line = taxed(Micro(amount), includes, rate);
  RC_ASSERT(line.net + line.vat == line.gross);
  RC_ASSERT((includes ? line.gross : line.net) == Micro(amount));
}

// The difference is less than a cent, and makes the lines what is payable.
RC_GTEST_PROP(TaxesProperties, ADocumentIsRoundedOnce, (std::vector<int> amounts)) {
  std::vector<Taxed> lines;
  Micro sum;
  for (const int amount : amounts) {
    lines.push_back(taxed(Micro(amount), true, 2100));
    sum = sum + Micro(amount);
  }
  const Total total = total_of(lines, Currency{});
  RC_ASSERT(total.lines.gross == sum);
  RC_ASSERT(total.lines.gross + total.rounding == exact(total.payable, Currency{}));
  RC_ASSERT(std::abs(total.rounding.units()) <= 5'000);
}

}  // namespace
}  // namespace sluis::taxes
