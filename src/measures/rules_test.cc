#include "measures/rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "measures/figure_rows.h"

namespace sluis::measures {
namespace {

std::string printed(std::int64_t micros) {
  return TextForm<Quantity>::print({Micro(micros)});
}

TEST(Quantity, IsPrintedAsPeopleWriteIt) {
  EXPECT_EQ(printed(0), "0");
  EXPECT_EQ(printed(3'000'000), "3");
  EXPECT_EQ(printed(100'000'000), "100");
  EXPECT_EQ(printed(2'500'000), "2.5");
  EXPECT_EQ(printed(-1'000'001), "-1.000001");
}

RC_GTEST_PROP(Quantity, ComesBackAsItWas, ()) {
  const Quantity quantity{
      Micro(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000))};
  RC_ASSERT(TextForm<Quantity>::parse(TextForm<Quantity>::print(quantity)) == quantity);
}

TEST(Figures, FollowFromSums) {
  const Figures figures = figures_of({.events = 9,
                                      .orders = 2,
                                      .quantity = Micro(3'000'000),
                                      .gross_revenue = Micro(100),
                                      .refunds = Micro(30),
                                      .goods_cost = Micro(40)},
                                     Micro(15));
  EXPECT_EQ(figures.net_revenue, Micro(70));
  EXPECT_EQ(figures.margin, Micro(30));
  EXPECT_EQ(figures.cost, Micro(15));
}

TEST(Values, WhatHasNoValueIsAbsent) {
  for (const Value& value : values_of({})) {
    const bool divides = value.kpi == "average-order-value" || value.kpi == "cost-per-order" ||
                         value.kpi == "return-on-cost";
    EXPECT_EQ(value.value.has_value(), !divides) << value.kpi;
  }
}

TEST(Periods, TheOneBeforeIsAsLong) {
  const Filter march{.from = Date(2026, 3, 1), .to = Date(2026, 4, 1)};
  EXPECT_EQ(period_before(march).from, Date(2026, 1, 29));
  EXPECT_EQ(period_before(march).to, Date(2026, 3, 1));
  const Filter leap{.from = Date(2024, 2, 29), .to = Date(2024, 3, 1)};
  EXPECT_EQ(year_before(leap).from, Date(2023, 2, 28));
  EXPECT_EQ(year_before(leap).to, Date(2023, 3, 1));
}

RC_GTEST_PROP(Periods, EveryDayLiesInExactlyOne, ()) {
  const Date day = Date(2020, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 4'000));
  for (const Every every : {Every::day, Every::week, Every::month}) {
    const Date start = start_of(day, every);
    RC_ASSERT(start <= day);
    RC_ASSERT(day < next_start(start, every));
    RC_ASSERT(start_of(next_start(start, every), every) == next_start(start, every));
  }
}

TEST(Cost, IsThatOfTheChannelInTheCurrency) {
  channels::Channel shop;
  shop.id = ChannelId(1);
  shop.costs = {
      {.amount = Micro(31'000'000), .per = channels::Per::month, .from = Date(2026, 1, 1)},
      {.amount = Micro(7),
       .currency = *Currency::parse("USD"),
       .per = channels::Per::day,
       .from = Date(2026, 1, 1)}};
  const channels::Period week{Date(2026, 1, 5), Date(2026, 1, 12)};
  EXPECT_EQ(cost_of({shop}, std::nullopt, Currency(), week), Micro(7'000'000));
  EXPECT_EQ(cost_of({shop}, ChannelId(2), Currency(), week), Micro(0));
  shop.costs.front().amount = Micro(std::numeric_limits<std::int64_t>::max());
  const channels::Period years{Date(2026, 1, 1), Date(2046, 1, 1)};
  EXPECT_EQ(cost_of({shop}, std::nullopt, Currency(), years), std::nullopt);
}

TEST(Shown, MoneyIsRoundedHalfToTheEvenOneOfWhatPeoplePayWith) {
  const auto printed = [](const char* amount, const char* currency) {
    const Columns columns{.net_revenue = *parse_micro(amount)};
    return to_string(shown(columns, *Currency::parse(currency)).net_revenue);
  };
  EXPECT_EQ(printed("9747747.934", "EUR"), "9747747.93");
  EXPECT_EQ(printed("25.125", "EUR"), "25.12");
  EXPECT_EQ(printed("25.135", "EUR"), "25.14");
  EXPECT_EQ(printed("-25.125", "EUR"), "-25.12");
  EXPECT_EQ(printed("-25.125001", "EUR"), "-25.13");
  EXPECT_EQ(printed("1.50", "JPY"), "2.00");
  EXPECT_EQ(printed("1.0005", "KWD"), "1.00");
}

RC_GTEST_PROP(Shown, MoneyIsTheNearestThatPeoplePayWith, (std::int64_t units)) {
  const Micro amount(units / 4);
  const Micro near = shown(Columns{.cost = amount}, {}).cost;
  const std::int64_t off = near.units() - amount.units();
  RC_ASSERT(near.units() % 10'000 == 0);
  RC_ASSERT(off >= -5'000 && off <= 5'000);
}

}  // namespace
}  // namespace sluis::measures
