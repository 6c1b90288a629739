#include <algorithm>
#include <map>

#include "company/company.h"
#include "kernel/assert.h"
#include "measures/bearing.h"
#include "measures/figures.h"
#include "measures/rules.h"
#include "measures/store.h"
#include "measures/store_profit.h"

namespace sluis::measures {
namespace {

using analytics::Snapshot;
using channels::Period;

constexpr std::int64_t kDaysMost = 20 * 366;

std::string codes_of(const std::vector<Currency>& currencies) {
  std::string codes;
  for (const Currency& currency : currencies) {
    if (!codes.empty()) codes += ", ";
    codes += currency.code();
  }
  return codes;
}

Result<Micro> cost_in(const Channels& worksheet, const Filter& filter, Currency currency,
                      Period period) {
  if (!bears_cost(filter)) return Micro();
  const auto cost = cost_of(worksheet, filter.channel, currency, period);
  if (!cost) return refuse(MeasureRefusal::cost_too_large);
  return *cost;
}

// The part of a day, week or month that lies in the period.
Period overlap(Date starts, Every every, const Filter& filter) {
  return {std::max(starts, filter.from), std::min(next_start(starts, every), filter.to)};
}

}  // namespace

const RefusalKind& kind_of(MeasureRefusal refusal) {
  static constexpr RefusalKind period_empty{
      "period_empty",
      Category::invalid,
      Retry::useless,
      {"The period from {0} to {1} has no days: `to` is the day after the last one.",
       "De periode van {0} tot {1} heeft geen dagen: `to` is de dag na de laatste."}};
  static constexpr RefusalKind period_too_long{
      "period_too_long",
      Category::invalid,
      Retry::useless,
      {"A period is at most twenty years.", "Een periode duurt hoogstens twintig jaar."}};
  static constexpr RefusalKind several_currencies{
      "several_currencies",
      Category::invalid,
      Retry::useless,
      {"There is money in several currencies in this period ({0}), and they are never added. Say "
       "which one.",
       "In deze periode is er geld in meer valuta's ({0}), en die worden nooit opgeteld. Zeg "
       "welke."}};
  static constexpr RefusalKind cost_too_large{
      "cost_too_large",
      Category::invalid,
      Retry::useless,
      {"The costs on the worksheet come to more in this period than can be shown. Take a shorter "
       "period, or look whether an amount on the worksheet is wrong.",
       "De kosten op het werkblad zijn in deze periode samen meer dan er te tonen is. Neem een "
       "kortere periode, of kijk of er een bedrag op het werkblad verkeerd is."}};
  switch (refusal) {
    case MeasureRefusal::period_empty:
      return period_empty;
    case MeasureRefusal::period_too_long:
      return period_too_long;
    case MeasureRefusal::several_currencies:
      return several_currencies;
    case MeasureRefusal::cost_too_large:
      return cost_too_large;
  }
  assertion_failed("a MeasureRefusal");
}

Result<void> check(const Filter& filter) {
  if (filter.to <= filter.from) {
    return refuse(MeasureRefusal::period_empty, to_string(filter.from), to_string(filter.to));
  }
  if (filter.to - filter.from > kDaysMost) return refuse(MeasureRefusal::period_too_long);
  return {};
}

Setting setting(store::Snapshot& snapshot) {
  return {company::settings(snapshot).settings.currency,
          channels::all(snapshot, channels::kEverything)};
}

Channels charged(Snapshot& figures, Channels worksheet) {
  for (const sql::Told& told : sql::told(figures))
    worksheet = without(std::move(worksheet), told.channel, told.kind, told.currency, told.since);
  return worksheet;
}

std::vector<ProductSales> product_sales(Snapshot& figures, Date from, Date to, Currency currency) {
  return sql::product_sales(figures, from, to, currency);
}

std::vector<Currency> currencies(Snapshot& figures, Date from, Date to) {
  return sql::currencies(figures, from, to);
}

Result<Currency> currency_of(const std::vector<Currency>& there, std::optional<Currency> asked,
                             Currency company) {
  if (asked) return *asked;
  if (there.size() > 1) return refuse(MeasureRefusal::several_currencies, codes_of(there));
  return there.empty() ? company : there.front();
}

Result<Figures> total(Snapshot& figures, const Filter& filter, Currency currency,
                      const Channels& worksheet) {
  const Micro cost = TRY(cost_in(worksheet, filter, currency, {filter.from, filter.to}));
  return figures_of(sql::total(figures, filter, currency), cost);
}

Result<std::vector<ChannelFigures>> by_channel(Snapshot& figures, const Filter& filter,
                                               Currency currency, const Channels& worksheet) {
  std::map<ChannelId, Sums> sums;
  for (const sql::ChannelSums& row : sql::by_channel(figures, filter, currency)) {
    sums[row.channel] = row;
  }
  std::vector<ChannelFigures> rows;
  const auto add = [&](ChannelId id, const Sums& of_channel) -> Result<void> {
    Filter own = filter;
    own.channel = id;
    const Micro cost = TRY(cost_in(worksheet, own, currency, {filter.from, filter.to}));
    rows.push_back({id, figures_of(of_channel, cost)});
    return {};
  };
  for (const channels::Channel& channel : worksheet) {
    if (filter.channel && *filter.channel != channel.id) continue;
    const auto found = sums.extract(channel.id);
    TRY_VOID(add(channel.id, found.empty() ? Sums{} : found.mapped()));
    if (rows.back().figures == Figures{}) rows.pop_back();
  }
  // Channels that are no longer on the worksheet.
  for (const auto& [id, of_channel] : sums)
    TRY_VOID(add(id, of_channel));
  return rows;
}

Result<std::vector<DatedFigures>> by_time(Snapshot& figures, const Filter& filter, Every every,
                                          Currency currency, const Channels& worksheet) {
  std::map<Date, Sums> sums;
  for (const sql::DatedSums& row : sql::by_time(figures, filter, every, currency)) {
    sums[row.starts] = row;
  }
  std::vector<DatedFigures> rows;
  for (Date starts = start_of(filter.from, every); starts < filter.to;
       starts = next_start(starts, every)) {
    const Micro cost = TRY(cost_in(worksheet, filter, currency, overlap(starts, every, filter)));
    rows.push_back({starts, figures_of(sums[starts], cost)});
  }
  return rows;
}

std::vector<DatedChannelSums> by_time_and_channel(Snapshot& figures, const Filter& filter,
                                                  Every every, Currency currency) {
  std::vector<DatedChannelSums> rows;
  for (const auto& row : sql::by_time_and_channel(figures, filter, every, currency)) {
    rows.push_back({row.starts, row.channel, row});
  }
  return rows;
}

std::vector<Fact> facts(Snapshot& figures, const Filter& filter, std::optional<Currency> currency,
                        std::optional<Place> after, std::int64_t limit) {
  return sql::facts(figures, filter, currency, after, limit);
}

std::vector<ExportedFact> facts_of_day(Snapshot& figures, Date day) {
  return sql::facts_of_day(figures, day);
}

std::vector<Reach> reach(Snapshot& figures, const Filter& filter) {
  return sql::reach(figures, filter);
}

std::optional<Instant> as_of(Snapshot& figures) {
  return sql::received(figures);
}

std::optional<Span> span(Snapshot& figures) {
  return sql::span(figures);
}

}  // namespace sluis::measures
