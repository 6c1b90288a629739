#include "journeys/asking.h"

#include <algorithm>
#include <numeric>

#include "kernel/time.h"
#include "methods/trial.h"

namespace sluis::journeys {
namespace {

using methods::Channel;
using methods::KindSet;
using report::Drawing;
using report::Sheet;

constexpr Text kTitle{"Journeys over channels", "Klantreizen over kanalen"};
constexpr Text kTotals{"n = {0} customers with {1} events on {2} channels.",
                       "n = {0} klanten met {1} gebeurtenissen op {2} kanalen."};
constexpr Text kChannel{"Channel", "Kanaal"};
constexpr Text kFrom{"From", "Van"};
constexpr Text kCustomers{"Customers", "Klanten"};
constexpr Text kEvents{"Events", "Gebeurtenissen"};
constexpr Text kOrders{"Orders", "Orders"};
constexpr Text kValue{"Value", "Waarde"};
constexpr Text kDay{"Day", "Dag"};
constexpr Text kFunnelTitle{"Funnel", "Funnel"};
constexpr Text kFunnelNote{
    "Customers who took the steps in this order, all within {0} days of the first one. Other "
    "events "
    "may lie between them.",
    "Klanten die de stappen in deze volgorde zetten, alle binnen {0} dagen na de eerste. Er mogen "
    "andere gebeurtenissen tussen liggen."};
constexpr Text kFunnelFew{
    "Fewer than 30 customers came to the last steps: read the interval, not the percentage.",
    "Minder dan 30 klanten kwamen tot de laatste stappen: lees het interval, niet het percentage."};
constexpr Text kStep{"Step", "Stap"};
constexpr Text kOfBefore{"Of the step before, %", "Van de stap ervoor, %"};
constexpr Text kLow{"At least, %", "Minstens, %"};
constexpr Text kHigh{"At most, %", "Hoogstens, %"};
constexpr Text kMedian{"Days since the first step (median)",
                       "Dagen sinds de eerste stap (mediaan)"};
constexpr Text kTransitions{"From channel to channel", "Van kanaal naar kanaal"};
constexpr Text kTransitionsNote{
    "How often an event of a customer on one channel was followed by one on another.",
    "Hoe vaak op een gebeurtenis van een klant op het ene kanaal een op het andere volgde."};
constexpr Text kLastTouch{"Orders by the last touch", "Orders naar de laatste aanraking"};
constexpr Text kLastTouchNote{
    "The last touch before an order, at most {0} days earlier and not on {1}; `none` where there "
    "was "
    "none. It is credited because it was last, which does not say what it added.",
    "De laatste aanraking voor een order, hoogstens {0} dagen eerder en niet op {1}; `none` waar "
    "die "
    "er niet was. Zij wordt toegerekend omdat zij de laatste was; dat zegt niet wat zij "
    "toevoegde."};
constexpr Text kOverlapTitle{"Customers that channels share", "Klanten die kanalen delen"};
constexpr Text kOverlapNote{
    "How many customers used both channels; on the diagonal, how many used the one.",
    "Hoeveel klanten beide kanalen gebruikten; op de diagonaal hoeveel er het ene gebruikten."};
constexpr Text kDays{"Days and channels", "Dagen en kanalen"};
constexpr Text kDaysNote{"Days are in UTC.", "Dagen zijn in UTC."};

report::Column column(std::string_view name, const Text& heading) {
  return {std::string(name), Message(heading)};
}

double days(std::uint32_t seconds) {
  return seconds / static_cast<double>(kSecondsOfDay);
}

std::string shown(double number) {
  return report::shown(number, Language::en);
}

// Channels by name.
std::vector<std::size_t> by_name(const Events& events) {
  std::vector<std::size_t> order(events.channels.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](std::size_t i) { return events.channels[i]; });
  return order;
}

Result<Sheet> funnel_sheet(const Events& events, const Asking& asking) {
  constexpr std::int64_t kFew = 30;
  std::vector<KindSet> steps;
  for (const std::string& step : asking.steps)
    steps.push_back(TRY(kinds_of(events, {step})));
  Sheet sheet{.name = "funnel",
              .title = Message(kFunnelTitle),
              .columns = {column("step", kStep), column("customers", kCustomers),
                          column("percent", kOfBefore), column("percent_low", kLow),
                          column("percent_high", kHigh), column("median_days", kMedian)},
              .rows = {},
              .notes = {Message(kFunnelNote, shown(days(asking.funnel_window_s)))},
              .drawing = Drawing::bars,
              .drawn = 1};
  const auto found = methods::funnel_with_times(events.index, steps, asking.funnel_window_s);
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto& row = sheet.rows.emplace_back();
    row = {asking.steps[i], found[i].customers, {}, {}, {}, {}};
    if (i > 0 && found[i - 1].customers > 0) {
      const methods::Share share = methods::share_of(found[i].customers, found[i - 1].customers);
      row[2] = 100 * share.value;
      row[3] = 100 * share.low;
      row[4] = 100 * share.high;
    }
    if (found[i].median_s) row[5] = days(*found[i].median_s);
  }
  if (!found.empty() && found.back().customers < kFew) sheet.notes.emplace_back(kFunnelFew);
  return sheet;
}

Sheet square(const Events& events, std::string_view name, const Text& title,
             const methods::ChannelCounts& counts) {
  Sheet sheet{.name = std::string(name),
              .title = Message(title),
              .columns = {column("channel", kFrom)},
              .rows = {},
              .drawing = Drawing::heat};
  const auto order = by_name(events);
  for (const std::size_t channel : order) {
    const std::string text(events.channels[channel]);
    sheet.columns.push_back({text, report::verbatim(text)});
    auto& row = sheet.rows.emplace_back();
    row.emplace_back(text);
    for (const std::size_t other : order)
      row.emplace_back(counts.at(channel, other));
  }
  return sheet;
}

Result<Sheet> last_touch_sheet(const Events& events, const Asking& asking) {
  methods::TouchRules rules{.touches = {},
                            .orders = TRY(kinds_of(events, asking.orders)),
                            .direct = {},
                            .window_s = asking.touch_window_s};
  rules.touches = asking.touches.empty() ? other_kinds(events, rules.orders)
                                         : TRY(kinds_of(events, asking.touches));
  for (std::size_t i = 0; i < events.channels.size(); ++i) {
    if (events.channels[i] == asking.direct) rules.direct = static_cast<Channel>(i);
  }
  const auto touched = methods::last_touches(events.index, events.channels.size(), rules);
  Sheet sheet{
      .name = "last_touch",
      .title = Message(kLastTouch),
      .columns = {column("channel", kChannel), column("orders", kOrders), column("value", kValue)},
      .rows = {},
      .notes = {Message(kLastTouchNote, shown(days(asking.touch_window_s)), asking.direct)},
      .drawing = Drawing::bars,
      .drawn = 1};
  for (const std::size_t channel : by_name(events))
    sheet.rows.push_back(
        {std::string(events.channels[channel]), touched[channel].orders, touched[channel].value});
  sheet.rows.push_back({std::string("none"), touched.back().orders, touched.back().value});
  return sheet;
}

Result<Sheet> days_sheet(const Events& events, const Asking& asking) {
  const KindSet orders = TRY(kinds_of(events, asking.orders));
  const std::size_t channels = events.channels.size();
  const methods::Days span = methods::days_of(events.index);
  const auto cells = methods::daily(events.index, channels, span, orders);
  const auto customers = methods::daily_customers(events.index, channels, span);
  Sheet sheet{.name = "days",
              .title = Message(kDays),
              .columns = {column("day", kDay), column("channel", kChannel),
                          column("events", kEvents), column("customers", kCustomers),
                          column("orders", kOrders), column("value", kValue)},
              .rows = {},
              .notes = {Message(kDaysNote)}};
  const auto order = by_name(events);
  for (std::size_t day = 0; day < span.days; ++day) {
    const Date date(std::chrono::sys_days(std::chrono::days(span.first_day + day)));
    for (const std::size_t channel : order) {
      const std::size_t at = day * channels + channel;
      if (cells[at].events == 0) continue;
      sheet.rows.push_back({to_string(date), std::string(events.channels[channel]),
                            cells[at].events, customers[at], cells[at].orders, cells[at].value});
    }
  }
  return sheet;
}

Result<Sheet> answer(const Events& events, const Asking& asking, Question question) {
  const std::size_t channels = events.channels.size();
  switch (question) {
    case Question::funnel:
      return funnel_sheet(events, asking);
    case Question::transitions: {
      Sheet sheet =
          square(events, "transitions", kTransitions, methods::transitions(events.index, channels));
      sheet.notes.emplace_back(kTransitionsNote);
      return sheet;
    }
    case Question::last_touch:
      return last_touch_sheet(events, asking);
    case Question::overlap: {
      Sheet sheet =
          square(events, "overlap", kOverlapTitle, methods::overlap(events.index, channels));
      sheet.notes.emplace_back(kOverlapNote);
      return sheet;
    }
    case Question::days:
      return days_sheet(events, asking);
  }
  __builtin_unreachable();
}

}  // namespace

Result<std::vector<Sheet>> answers(const Events& events, const Asking& asking) {
  std::vector<Sheet> sheets;
  for (const Question question : asking.questions)
    sheets.push_back(TRY(answer(events, asking, question)));
  return sheets;
}

report::Page page_of(const Events& events, std::vector<Sheet> sheets) {
  return {.title = Message(kTitle), .summary = {totals_of(events)}, .sheets = std::move(sheets)};
}

Message totals_of(const Events& events) {
  return Message(kTotals, shown(static_cast<double>(events.index.customers())),
                 shown(static_cast<double>(events.index.events())),
                 shown(static_cast<double>(events.channels.size())));
}

}  // namespace sluis::journeys
