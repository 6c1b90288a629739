#include "channels/cost.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::channels {
namespace {

const Currency kEuro = *Currency::parse("EUR");

Cost line(std::int64_t euros, Per per, Date from, std::optional<Date> to = {}) {
  return {.kind = CostKind::fixed,
          .note = {},
          .amount = Micro(euros * Micro::kPerUnit),
          .currency = kEuro,
          .per = per,
          .from = from,
          .to = to};
}

std::string over(const Cost& cost, Date from, Date to) {
  return to_string(cost_over(cost, {from, to}).rounded().value());
}

rc::Gen<Date> any_day() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(0, 365 * 40),
                      [](std::int64_t n) { return Date(2000, 1, 1) + std::chrono::days(n); });
}

rc::Gen<Cost> any_line() {
  return rc::gen::exec([] {
    Cost cost;
    cost.amount = Micro(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000));
    cost.per = *rc::gen::element(Per::day, Per::month, Per::year);
    cost.from = *any_day();
    const Date to = *any_day();
    if (cost.from < to) cost.to = to;
    return cost;
  });
}

TEST(Cost, AMonthCostsItsDaysOverItsLength) {
  const Cost rent = line(3100, Per::month, Date(2026, 1, 1));
  EXPECT_EQ(over(rent, Date(2026, 1, 1), Date(2026, 2, 1)), "3100.00");
  EXPECT_EQ(over(rent, Date(2026, 1, 1), Date(2026, 1, 2)), "100.00");
  EXPECT_EQ(over(rent, Date(2026, 2, 1), Date(2026, 2, 15)), "1550.00");
  EXPECT_EQ(over(rent, Date(2025, 1, 1), Date(2026, 1, 1)), "0.00");
}

TEST(Cost, LeapYearsHaveADayMoreAndCostTheSame) {
  const Cost licence = line(36'600, Per::year, Date(2020, 1, 1));
  EXPECT_EQ(over(licence, Date(2024, 1, 1), Date(2025, 1, 1)), "36600.00");
  EXPECT_EQ(over(licence, Date(2025, 1, 1), Date(2026, 1, 1)), "36600.00");
  EXPECT_EQ(over(licence, Date(2024, 2, 29), Date(2024, 3, 1)), "100.00");
  EXPECT_EQ(over(line(29, Per::month, Date(2020, 1, 1)), Date(2024, 2, 29), Date(2024, 3, 1)),
            "1.00");
  EXPECT_EQ(over(line(1, Per::day, Date(2020, 1, 1)), Date(2024, 1, 1), Date(2025, 1, 1)),
            "366.00");
  // 1900 and 2100 are no leap years, 2000 is one.
  EXPECT_EQ(over(line(365, Per::year, Date(1900, 1, 1)), Date(2100, 1, 1), Date(2100, 1, 2)),
            "1.00");
  EXPECT_EQ(over(line(366, Per::year, Date(1900, 1, 1)), Date(2000, 1, 1), Date(2000, 1, 2)),
            "1.00");
}

TEST(Cost, IsRoundedOnceHalfAwayFromZero) {
  Cost third = line(0, Per::year, Date(2025, 1, 1));
  third.amount = Micro(365);
  EXPECT_EQ(cost_over(third, {Date(2025, 1, 1), Date(2025, 1, 2)}).rounded(), Micro(1));
  third.amount = Micro(1);
  const Cost half = [&] {
    Cost cost = line(0, Per::month, Date(2026, 1, 1));
    cost.amount = Micro(15);
    return cost;
  }();
  EXPECT_EQ(cost_over(half, {Date(2026, 4, 1), Date(2026, 4, 2)}).rounded(), Micro(1));
  EXPECT_EQ(cost_over(third, {Date(2025, 1, 1), Date(2025, 7, 2)}).rounded(), Micro(0));
  EXPECT_EQ(cost_over(third, {Date(2025, 1, 1), Date(2025, 7, 3)}).rounded(), Micro(1));
}

TEST(Cost, WhatDoesNotFitIsSaid) {
  Cost huge = line(0, Per::day, Date(2000, 1, 1));
  huge.amount = largest_amount(Per::day);
  EXPECT_FALSE(totals({huge}, {Date(2000, 1, 1), Date(2100, 1, 1)}).has_value());
  EXPECT_TRUE(totals({huge}, {Date(2000, 1, 1), Date(2020, 1, 1)}).has_value());
}

TEST(Cost, ManyLargestLinesFitInAMonth) {
  std::vector<Cost> lines;
  for (int i = 0; i < 100; ++i) {
    lines.push_back(line(0, static_cast<Per>(i % 3), Date(2026, 1, 1)));
    lines.back().amount = largest_amount(lines.back().per);
  }
  EXPECT_EQ(monthly_totals(lines, Date(2026, 3, 15)).size(), 1u);
}

TEST(Cost, CurrenciesAreNeverAdded) {
  Cost dollars = line(200, Per::month, Date(2026, 1, 1));
  dollars.currency = *Currency::parse("USD");
  const auto sums = totals(
      {line(100, Per::month, Date(2026, 1, 1)), dollars, line(50, Per::month, Date(2026, 1, 1))},
      {Date(2026, 1, 1), Date(2026, 2, 1)});
  ASSERT_EQ(sums->size(), 2u);
  EXPECT_EQ(to_json(*sums), R"([{"amount":"150.00","currency":"EUR"},)"
                            R"({"amount":"200.00","currency":"USD"}])");
}

TEST(Cost, PerMonthNowCountsWhatIsValidToday) {
  const std::vector<Cost> lines = {line(10, Per::day, Date(2026, 2, 10)),
                                   line(1000, Per::month, Date(2026, 1, 1), Date(2026, 2, 10))};
  EXPECT_EQ(to_json(monthly_totals(lines, Date(2026, 2, 9))),
            R"([{"amount":"1000.00","currency":"EUR"}])");
  EXPECT_EQ(to_json(monthly_totals(lines, Date(2026, 2, 10))),
            R"([{"amount":"280.00","currency":"EUR"}])");
  EXPECT_EQ(monthly_totals(lines, Date(2025, 1, 1)), std::vector<Money>{});
}

RC_GTEST_PROP(Cost, PartsOfAPeriodMakeTheWhole, ()) {
  const Cost cost = *any_line();
  std::array<Date, 3> days = {*any_day(), *any_day(), *any_day()};
  std::sort(days.begin(), days.end());
  RC_ASSERT(cost_over(cost, {days[0], days[1]}) + cost_over(cost, {days[1], days[2]}) ==
            cost_over(cost, {days[0], days[2]}));
}

RC_GTEST_PROP(Cost, APeriodIsTheSumOfItsDays, ()) {
  const Cost cost = *any_line();
  const Date from = *any_day();
  const auto days = *rc::gen::inRange(0, 800);
  ExactCost sum;
  for (int i = 0; i < days; ++i) {
    const Date day = from + std::chrono::days(i);
    sum += cost_over(cost, {day, day + std::chrono::days(1)});
  }
  RC_ASSERT(sum == cost_over(cost, {from, from + std::chrono::days(days)}));
}

RC_GTEST_PROP(Cost, AYearCostsTheYearAndTwelveMonths, ()) {
  const int year = *rc::gen::inRange(1990, 2110);
  const Period whole{Date(year, 1, 1), Date(year + 1, 1, 1)};
  Cost cost = *any_line();
  cost.from = Date(1980, 1, 1);
  cost.to.reset();
  cost.per = Per::year;
  RC_ASSERT(cost_over(cost, whole).rounded() == cost.amount);
  cost.per = Per::month;
  RC_ASSERT(cost_over(cost, whole).rounded() == Micro(12 * cost.amount.units()));
}

}  // namespace
}  // namespace sluis::channels
