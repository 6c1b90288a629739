#include "measures/rules.h"

#include <algorithm>

#include <fmt/format.h>

namespace sluis::measures {
namespace {

using channels::ExactCost;
using channels::Period;

// a / b in the unit of a; nothing for a division by zero.
std::optional<std::string> money_per(Micro amount, std::int64_t count) {
  if (count == 0) return std::nullopt;
  return to_string(scaled(amount, 1, count));
}

// (a - b) / b, as a decimal.
std::optional<std::string> return_on(Micro gain, Micro cost) {
  if (cost.units() <= 0) return std::nullopt;
  const double ratio =
      static_cast<double>((gain - cost).units()) / static_cast<double>(cost.units());
  return fmt::format("{:.4f}", ratio);
}

ExactCost cost_of(const channels::Channel& channel, Currency currency, Period period) {
  ExactCost sum;
  for (const channels::Cost& line : channel.costs) {
    if (line.currency == currency) sum += cost_over(line, period);
  }
  return sum;
}

Date a_year_before(Date day) {
  using std::chrono::year_month_day;
  const year_month_day date(day.days());
  year_month_day before(date.year() - std::chrono::years(1), date.month(), date.day());
  if (!before.ok()) before = before.year() / before.month() / std::chrono::last;
  return Date(std::chrono::sys_days(before));
}

}  // namespace

Figures figures_of(const Sums& sums, Micro cost) {
  const Micro net = sums.gross_revenue - sums.refunds;
  return {.events = sums.events,
          .orders = sums.orders,
          .units = {sums.quantity},
          .gross_revenue = sums.gross_revenue,
          .refunds = sums.refunds,
          .net_revenue = net,
          .margin = net - sums.goods_cost,
          .cost = cost};
}

std::vector<Value> values_of(const Figures& figures) {
  return {{"revenue", to_string(figures.net_revenue)},
          {"orders", std::to_string(figures.orders)},
          {"average-order-value", money_per(figures.net_revenue, figures.orders)},
          {"margin", to_string(figures.margin)},
          {"cost", to_string(figures.cost)},
          {"cost-per-order", money_per(figures.cost, figures.orders)},
          {"return-on-cost", return_on(figures.margin, figures.cost)}};
}

bool needs_cost(std::string_view kpi) {
  return kpi == "cost" || kpi == "cost-per-order" || kpi == "return-on-cost";
}

Filter period_before(const Filter& filter) {
  Filter before = filter;
  before.from = filter.from + std::chrono::days(filter.from - filter.to);
  before.to = filter.from;
  return before;
}

Filter year_before(const Filter& filter) {
  Filter before = filter;
  before.from = a_year_before(filter.from);
  before.to = a_year_before(filter.to);
  return before;
}

Date start_of(Date day, Every every) {
  using std::chrono::weekday;
  switch (every) {
    case Every::day:
      return day;
    case Every::week:
      return Date(day.days() - (weekday(day.days()) - std::chrono::Monday));
    case Every::month:
      return Date(day.year(), day.month(), 1);
  }
  __builtin_unreachable();
}

Date next_start(Date start, Every every) {
  using std::chrono::days;
  switch (every) {
    case Every::day:
      return start + days(1);
    case Every::week:
      return start + days(7);
    case Every::month:
      return start_of(start + days(31), Every::month);
  }
  __builtin_unreachable();
}

std::optional<Micro> cost_of(const Channels& worksheet, std::optional<ChannelId> channel,
                             Currency currency, Period period) {
  ExactCost sum;
  for (const channels::Channel& one : worksheet) {
    if (!channel || one.id == *channel) sum += cost_of(one, currency, period);
  }
  return sum.rounded();
}

bool bears_cost(const Filter& filter) {
  return !filter.kind && !filter.campaign && !filter.product && !filter.segment;
}

}  // namespace sluis::measures
