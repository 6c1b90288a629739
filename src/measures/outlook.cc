#include "measures/outlook.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "methods/forecast.h"

namespace sluis::measures {
namespace {

constexpr std::chrono::days kSeenDays{8 * 7};

struct Kpi {
  std::string_view code;
  Micro (*of)(const Figures& figures);
};
constexpr Kpi kOutlookKpis[] = {
    {"revenue", [](const Figures& figures) { return figures.net_revenue; }},
    {"margin", [](const Figures& figures) { return figures.margin; }},
    {"orders", [](const Figures& figures) { return Micro(figures.orders * Micro::kPerUnit); }},
};

using ByDay = std::map<Date, Micro>;

Micro summed(const ByDay& days, Date from, Date to) {
  Micro sum;
  for (auto day = days.lower_bound(from); day != days.end() && day->first < to; ++day)
    sum += day->second;
  return sum;
}

// From the first day of the time on which there was anything.
std::vector<double> history_of(const ByDay& days, Date today) {
  std::vector<double> history;
  const auto first = days.lower_bound(today + -kSeenDays);
  if (first == days.end()) return history;
  for (Date day = first->first; day < today; day = day + std::chrono::days(1)) {
    const auto found = days.find(day);
    history.push_back(found == days.end() ? 0 : static_cast<double>(found->second.units()));
  }
  return history;
}

// Days that never took anything off will not do so now; where some did, by returns of what was sold
// before, those to come may.
double least_of(const std::vector<double>& history, double low) {
  const bool takes_off = std::ranges::any_of(history, [](double day) { return day < 0; });
  return takes_off ? low : std::max(low, 0.0);
}

// What is to come of the period, when it is not over.
void put_expected(OutlookRow& row, const ByDay& days, const Filter& filter, Date today) {
  const Date next = std::max(filter.from, today);
  if (filter.to <= next) return;
  const std::vector<double> history = history_of(days, today);
  const auto ahead = methods::sum_ahead(history, next - today, filter.to - next);
  if (!ahead) return;
  const auto whole = [&](double micros) { return row.actual + Micro(std::llround(micros)); };
  row.expected = whole(ahead->value);
  row.range = Range{whole(least_of(history, ahead->low)), whole(ahead->high)};
}

std::optional<Micro> target_of(const channels::Channel& channel, std::string_view kpi,
                               const Filter& filter, Currency currency) {
  if (filter.segment) return std::nullopt;
  for (const kpis::Target& one : channel.targets) {
    const bool counts = one.kpi.text == kpi && one.value && one.to && one.from <= filter.from &&
                        filter.to <= *one.to && one.currency.value_or(currency) == currency;
    if (counts) return scaled(*one.value, filter.to - filter.from, *one.to - one.from);
  }
  return std::nullopt;
}

// Of one KPI, the days of each channel.
std::map<ChannelId, ByDay> days_of(const std::vector<DatedChannelSums>& sums, const Kpi& kpi) {
  std::map<ChannelId, ByDay> days;
  for (const DatedChannelSums& one : sums)
    days[one.channel][one.starts] = kpi.of(figures_of(one.sums, {}));
  return days;
}

std::vector<OutlookRow> rows_of(const Kpi& kpi, const std::map<ChannelId, ByDay>& days,
                                const Filter& filter, Date today, Currency currency,
                                const Channels& worksheet) {
  OutlookRow all{.channel = {}, .kpi = {std::string(kpi.code)}, .target = Micro()};
  ByDay together;
  std::vector<OutlookRow> rows;
  for (const channels::Channel& channel : worksheet) {
    const auto found = days.find(channel.id);
    OutlookRow row{.channel = channel.id,
                   .kpi = all.kpi,
                   .target = target_of(channel, kpi.code, filter, currency)};
    if (found == days.end() && !row.target) continue;
    if (found != days.end()) {
      row.actual = summed(found->second, filter.from, std::min(filter.to, today));
      put_expected(row, found->second, filter, today);
      for (const auto& [day, value] : found->second)
        together[day] += value;
    }
    all.actual += row.actual;
    all.target = all.target && row.target ? std::optional(*all.target + *row.target) : std::nullopt;
    rows.push_back(std::move(row));
  }
  if (rows.empty()) all.target.reset();
  put_expected(all, together, filter, today);
  rows.insert(rows.begin(), std::move(all));
  return rows;
}

}  // namespace

Outlook outlook(analytics::Snapshot& figures, const Filter& filter, Date today, Currency currency,
                const Channels& worksheet) {
  Filter seen = filter;
  seen.from = std::min(filter.from, today + -kSeenDays);
  seen.to = today;
  const auto sums = by_time_and_channel(figures, seen, Every::day, currency);
  Channels asked = worksheet;
  std::erase_if(asked, [&](const channels::Channel& one) {
    return filter.channel && one.id != *filter.channel;
  });
  Outlook found{.today = today,
                .days_left = std::max<std::int64_t>(0, filter.to - std::max(filter.from, today)),
                .rows = {}};
  for (const Kpi& kpi : kOutlookKpis)
    std::ranges::move(rows_of(kpi, days_of(sums, kpi), filter, today, currency, asked),
                      std::back_inserter(found.rows));
  return found;
}

}  // namespace sluis::measures
