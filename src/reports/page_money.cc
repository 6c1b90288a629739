// What was sold and what is left of it.

#include <algorithm>

#include "reports/page_parts.h"

namespace sluis::reports {
namespace {

using measures::HitRate;
using measures::OutlookRow;
using measures::ProfitAndLoss;
using measures::ProfitRow;

constexpr Text kContribution{"Contribution", "Bijdrage"};
constexpr Text kNetRevenue{"Net revenue", "Netto omzet"};
constexpr Text kOrders{"Orders", "Orders"};
constexpr Text kHitRate{"Hit rate", "Scoringskans"};
constexpr Text kChannel{"Channel", "Kanaal"};
constexpr Text kTarget{"Target {0}", "Doel {0}"};
constexpr Text kTargetHeading{"Target", "Doel"};
constexpr Text kNoTarget{"No target for this week", "Geen doel voor deze week"};
constexpr Text kWas{"was {0}", "was {0}"};
constexpr Text kThisWeek{"This week", "Deze week"};
constexpr Text kWeekBefore{"The week before", "De week ervoor"};
constexpr Text kAllTogether{"All together", "Alles samen"};

constexpr Text kContacts{"{0} contacts", "{0} contacten"};
constexpr Text kNoContacts{"No contacts to tell it of", "Geen contacten om het van te zeggen"};
constexpr Text kRangeOf{"{0}, of {1}", "{0}, van {1}"};
constexpr Text kHitsAbout{
    "Hit rate: which part of the qualified contacts from {0} was followed by an order within {1} "
    "days, on any channel; every one of them has had that time.",
    "Scoringskans: welk deel van de gekwalificeerde contacten van {0} binnen {1} dagen door een "
    "order gevolgd werd, op welk kanaal ook; elk ervan heeft die tijd gehad."};

constexpr Text kByContribution{"Contribution by channel", "Bijdrage per kanaal"};
constexpr Text kByContributionNote{
    "What is left of net revenue after goods, fees, transport, handling of returns, time of agents "
    "and media.",
    "Wat er van de netto omzet overblijft na inkoop, commissie en betaalkosten, verzending, "
    "retouren, tijd van medewerkers en media."};
constexpr Text kByChannel{"Channels beside the week before and the target",
                          "Kanalen naast de week ervoor en het doel"};
constexpr Text kNothingSold{"Nothing was sold in this week, and no channel cost anything.",
                            "In deze week is er niets verkocht, en geen kanaal kostte iets."};
constexpr Text kStatement{"Profit and loss by channel", "Winst en verlies per kanaal"};
constexpr Text kStatementNote{"From net revenue to result; what is taken off stands below zero.",
                              "Van netto omzet naar resultaat; wat eraf gaat staat onder nul."};
constexpr Text kShared{"Of no channel", "Van geen kanaal"};

const OutlookRow* target_of(const Weekly& report, std::optional<ChannelId> channel,
                            std::string_view kpi) {
  const auto found = std::ranges::find_if(report.targets, [&](const OutlookRow& row) {
    return row.channel == channel && row.kpi.text == kpi && row.target;
  });
  return found == report.targets.end() ? nullptr : &*found;
}

std::string target_told(const Page& page, std::string_view kpi) {
  const OutlookRow* row = target_of(page.report, std::nullopt, kpi);
  if (row == nullptr) return page.words.say(kNoTarget);
  const std::string told = kpi == "orders"
                               ? page.words.count(row->target->units() / Micro::kPerUnit)
                               : page.words.money(*row->target);
  return page.words.say(kTarget, told);
}

pdf::Tone tone_of(Micro more) {
  if (more == Micro()) return pdf::Tone::quiet;
  return more > Micro() ? pdf::Tone::good : pdf::Tone::bad;
}

// In its own words, "8.1% to 12.4%".
std::string range_of(const HitRate& rate, const Words& words) {
  return words.between(words.part(rate.low), words.part(rate.high));
}

pdf::Figure money_figure(const Page& page, const Text& label, Micro ProfitAndLoss::* level,
                         std::string note) {
  const ProfitAndLoss& now = page.report.profit.total;
  const ProfitAndLoss& before = page.report.profit_before.total;
  const bool of_enough = now.orders >= kFew && before.orders >= kFew;
  return {.label = page.words.say(label),
          .value = page.words.money(now.*level),
          .change = page.words.change(now.*level, before.*level, of_enough),
          .tone = tone_of(now.*level - before.*level),
          .note = std::move(note)};
}

pdf::Figure orders_figure(const Page& page) {
  const std::int64_t now = page.report.profit.total.orders;
  const std::int64_t before = page.report.profit_before.total.orders;
  return {.label = page.words.say(kOrders),
          .value = page.words.count(now),
          .change = page.words.change(now, before),
          .tone = tone_of(Micro(now - before)),
          .note = target_told(page, "orders")};
}

pdf::Figure hits_figure(const Page& page) {
  const HitRate all = measures::together(page.report.hits);
  pdf::Figure figure{.label = page.words.say(kHitRate)};
  if (all.contacts == 0) {
    figure.value = "–";
    figure.note = page.words.say(kNoContacts);
    return figure;
  }
  const std::string range = range_of(all, page.words);
  const std::string of = page.words.say(kContacts, page.words.count(all.contacts));
  figure.value = all.rate ? page.words.part(*all.rate) : range;
  figure.note = all.rate ? page.words.say(kRangeOf, range, of) : of;
  return figure;
}

const ProfitAndLoss& profit_before(const Weekly& report, const std::string& key) {
  static const ProfitAndLoss none;
  const auto found = std::ranges::find(report.profit_before.rows, key, &ProfitRow::key);
  return found == report.profit_before.rows.end() ? none : found->profit;
}

std::string name_of_row(const Page& page, const ProfitRow& row) {
  const auto channel = parse_id<ChannelIdTag>(row.key);
  return channel ? channel_name(page.report, *channel) : page.words.say(kShared);
}

pdf::Cell beside(const Page& page, std::string now, std::string before) {
  return {.text = std::move(now), .note = page.words.say(kWas, before)};
}

pdf::Cell money_cell(const Page& page, Micro now, Micro before) {
  pdf::Cell cell = beside(page, page.words.amount(now), page.words.amount(before));
  if (now < Micro()) cell.tone = pdf::Tone::bad;
  return cell;
}

pdf::Cell revenue_target(const Page& page, std::optional<ChannelId> channel) {
  const OutlookRow* row = target_of(page.report, channel, "revenue");
  return {row == nullptr ? "–" : page.words.amount(*row->target)};
}

pdf::Cell hits_cell(const Page& page, const HitRate& rate) {
  if (rate.contacts == 0) return {"–"};
  const std::string range = range_of(rate, page.words);
  const std::string of = page.words.say(kContacts, page.words.count(rate.contacts));
  return rate.rate ? pdf::Cell{page.words.part(*rate.rate), page.words.say(kRangeOf, range, of)}
                   : pdf::Cell{range, of};
}

pdf::Row channel_row(const Page& page, const std::string& name, const ProfitAndLoss& now,
                     const ProfitAndLoss& before, std::optional<ChannelId> channel,
                     const HitRate& hits) {
  return {.cells = {{name},
                    beside(page, page.words.count(now.orders), page.words.count(before.orders)),
                    money_cell(page, now.net_revenue, before.net_revenue),
                    revenue_target(page, channel),
                    money_cell(page, now.contribution, before.contribution),
                    hits_cell(page, hits)}};
}

HitRate hits_of(const Weekly& report, std::optional<ChannelId> channel) {
  const auto found = std::ranges::find_if(
      report.hits, [&](const HitRate& rate) { return channel && rate.channel == *channel; });
  return found == report.hits.end() ? HitRate{} : *found;
}

// A line of the statement: its heading, and what of it stands there.
struct Level {
  Text heading;
  Micro (*of)(const ProfitAndLoss& profit);
};
constexpr Level kLevels[] = {
    {{"Net revenue", "Netto omzet"}, [](const ProfitAndLoss& one) { return one.net_revenue; }},
    {{"Goods", "Inkoop"},
     [](const ProfitAndLoss& one) { return one.gross_margin - one.net_revenue; }},
    {{"Fees", "Commissie, betaling"},
     [](const ProfitAndLoss& one) { return -(one.channel_fees + one.payment_fees); }},
    {{"Transport, returns", "Verzending, retouren"},
     [](const ProfitAndLoss& one) { return -(one.transport + one.handling); }},
    {{"Agents, media", "Tijd, media"},
     [](const ProfitAndLoss& one) { return -(one.agents + one.media); }},
    {{"Contribution", "Bijdrage"}, [](const ProfitAndLoss& one) { return one.contribution; }},
    {{"People, fixed", "Mensen, vast"},
     [](const ProfitAndLoss& one) { return -(one.people + one.fixed); }},
    {{"Result", "Resultaat"}, [](const ProfitAndLoss& one) { return one.result; }},
};

pdf::Row statement_row(const Page& page, const std::string& name, const ProfitAndLoss& profit,
                       bool total) {
  pdf::Row row{.cells = {{name}}, .total = total};
  for (const Level& level : kLevels) {
    const Micro amount = level.of(profit);
    const bool is_level = level.of == kLevels[5].of || level.of == kLevels[7].of;
    row.cells.push_back({.text = page.words.amount(amount),
                         .tone = is_level && amount < Micro() ? pdf::Tone::bad : pdf::Tone::plain});
  }
  return row;
}

}  // namespace

std::string channel_name(const Weekly& report, ChannelId channel) {
  const auto found = report.channels.find(channel);
  return found == report.channels.end() ? to_string(channel) : found->second;
}

void add_totals(const Page& page) {
  page.blocks.push_back(pdf::Figures{
      {money_figure(page, kContribution, &ProfitAndLoss::contribution, {}),
       money_figure(page, kNetRevenue, &ProfitAndLoss::net_revenue, target_told(page, "revenue")),
       orders_figure(page), hits_figure(page)}});
  page.blocks.push_back(
      pdf::Paragraph{page.words.say(kHitsAbout, page.words.days(page.report.hits_over),
                                    std::to_string(kHitWithinDays)),
                     pdf::Tone::quiet});
  pdf::Bars bars{page.words.say(kThisWeek), page.words.say(kWeekBefore), {}};
  for (const ProfitRow& row : page.report.profit.rows) {
    const Micro before = profit_before(page.report, row.key).contribution;
    bars.bars.push_back({.label = name_of_row(page, row),
                         .value = static_cast<double>(row.profit.contribution.units()),
                         .before = static_cast<double>(before.units()),
                         .told = page.words.money(row.profit.contribution)});
  }
  if (bars.bars.empty()) return;
  page.blocks.push_back(
      pdf::Heading{page.words.say(kByContribution), page.words.say(kByContributionNote)});
  page.blocks.push_back(std::move(bars));
}

void add_channels(const Page& page) {
  const Weekly& report = page.report;
  page.blocks.push_back(pdf::Heading{page.words.say(kByChannel)});
  if (report.profit.rows.empty()) {
    page.blocks.push_back(pdf::Paragraph{page.words.say(kNothingSold)});
    return;
  }
  pdf::Table table{.columns = {{page.words.say(kChannel), pdf::Align::left},
                               {page.words.say(kOrders)},
                               {page.words.say(kNetRevenue)},
                               {page.words.say(kTargetHeading)},
                               {page.words.say(kContribution)},
                               {page.words.say(kHitRate)}},
                   .rows = {}};
  for (const ProfitRow& row : report.profit.rows) {
    const auto channel = parse_id<ChannelIdTag>(row.key);
    table.rows.push_back(channel_row(page, name_of_row(page, row), row.profit,
                                     profit_before(report, row.key), channel,
                                     hits_of(report, channel)));
  }
  table.rows.push_back(channel_row(page, page.words.say(kAllTogether), report.profit.total,
                                   report.profit_before.total, std::nullopt,
                                   measures::together(report.hits)));
  table.rows.back().total = true;
  page.blocks.push_back(std::move(table));
}

void add_statement(const Page& page) {
  const Weekly& report = page.report;
  if (report.profit.rows.empty()) return;
  page.blocks.push_back(pdf::Heading{page.words.say(kStatement), page.words.say(kStatementNote)});
  pdf::Table table{.columns = {{page.words.say(kChannel), pdf::Align::left}}, .rows = {}};
  for (const Level& level : kLevels)
    table.columns.push_back({page.words.say(level.heading)});
  for (const ProfitRow& row : report.profit.rows)
    table.rows.push_back(statement_row(page, name_of_row(page, row), row.profit, false));
  if (report.profit.shared != ProfitAndLoss{})
    table.rows.push_back(statement_row(page, page.words.say(kShared), report.profit.shared, false));
  table.rows.push_back(
      statement_row(page, page.words.say(kAllTogether), report.profit.total, true));
  page.blocks.push_back(std::move(table));
}

}  // namespace sluis::reports
