#include "channels/cost.h"

#include <algorithm>
#include <limits>
#include <map>

#include "kernel/assert.h"

namespace sluis::channels {
namespace {

Date month_start(Date day) {
  return Date(day.year(), day.month(), 1);
}
Date next_month_start(Date day) {
  return day.month() == 12 ? Date(day.year() + 1, 1, 1) : Date(day.year(), day.month() + 1, 1);
}

Period common(Period a, Period b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

// The sum over each month or year that the period touches.
ExactCost by_span(Micro amount, Period period, Period (*span_of)(Date)) {
  ExactCost sum;
  for (Date day = period.from; day < period.to;) {
    const Period span = span_of(day);
    sum += ExactCost::share(amount, days_in(common(span, period)), days_in(span));
    day = span.to;
  }
  return sum;
}

bool is_valid_on(const Cost& line, Date day) {
  return line.from <= day && (!line.to || day < *line.to);
}

}  // namespace

Period month_of(Date day) {
  return {month_start(day), next_month_start(day)};
}
Period year_of(Date day) {
  return {Date(day.year(), 1, 1), Date(day.year() + 1, 1, 1)};
}

std::int64_t days_in(Period period) {
  return std::max<std::int64_t>(period.to - period.from, 0);
}

ExactCost ExactCost::share(Micro amount, std::int64_t days, std::int64_t length) {
  SLUIS_ASSERT(kPartsPerMicro % length == 0);
  return ExactCost(static_cast<__int128>(amount.units()) * days * (kPartsPerMicro / length));
}

std::optional<Micro> ExactCost::rounded() const {
  constexpr __int128 half = kPartsPerMicro / 2;  // the number of parts is even
  const __int128 micros = (parts_ + (parts_ < 0 ? -half : half)) / kPartsPerMicro;
  using Limits = std::numeric_limits<std::int64_t>;
  if (micros < Limits::min() || micros > Limits::max()) return std::nullopt;
  return Micro(static_cast<std::int64_t>(micros));
}

Micro largest_amount(Per per) {
  constexpr std::int64_t per_day = 1'000'000'000;
  switch (per) {
    case Per::day:
      return Micro(per_day * Micro::kPerUnit);
    case Per::month:
      return Micro(28 * per_day * Micro::kPerUnit);
    case Per::year:
      return Micro(365 * per_day * Micro::kPerUnit);
  }
  assertion_failed("a Per");
}

ExactCost cost_over(const Cost& line, Period period) {
  const Period valid = common(period, {line.from, line.to.value_or(period.to)});
  switch (line.per) {
    case Per::day:
      return ExactCost::share(line.amount, days_in(valid), 1);
    case Per::month:
      return by_span(line.amount, valid, month_of);
    case Per::year:
      return by_span(line.amount, valid, year_of);
  }
  assertion_failed("a Per");
}

std::optional<std::vector<Money>> totals(const std::vector<Cost>& lines, Period period) {
  std::map<Currency, ExactCost> sums;
  for (const Cost& line : lines)
    sums[line.currency] += cost_over(line, period);
  std::vector<Money> totals;
  for (const auto& [currency, sum] : sums) {
    const auto amount = sum.rounded();
    if (!amount) return std::nullopt;
    totals.push_back({*amount, currency});
  }
  return totals;
}

std::vector<Money> monthly_totals(const std::vector<Cost>& lines, Date today) {
  const Period month = month_of(today);
  std::vector<Cost> valid;
  for (Cost line : lines) {
    if (!is_valid_on(line, today)) continue;
    line.from = month.from;
    line.to = month.to;
    valid.push_back(std::move(line));
  }
  return totals(valid, month).value();  // within largest_amount() it fits
}

}  // namespace sluis::channels
