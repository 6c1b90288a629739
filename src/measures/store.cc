#include "measures/store.h"

#include "measures/store_evidence.h"
#include "measures/store_filter.h"
#include "measures/store_fit.h"
#include "measures/store_profit.h"

namespace sluis::measures::sql {
namespace {

using analytics::Snapshot;
using store::Joined;
using store::Statement;

// What both sources of figures give: the roll-up, and the events for what the roll-up cannot tell
// apart. Of the roll-up $1 to $5 are as above.
constexpr std::string_view kOfDays =
    "with facts as (select day, channel, kind, events, orders, quantity, revenue, cost "
    "from feed_daily where day >= cast($1 as date) and day < cast($2 as date) and currency = $3 "
    "and (cast($4 as bigint) = 0 or channel = $4) and (cast($5 as text) = '' or kind = $5)) ";
// An order of one product is an order with a line of it, so orders are told apart by reference.
constexpr std::string_view kSelectEvents =
    "with facts as (select day, channel, kind, campaign, product, 1 as events, "
    "case when counted and kind in ('order_completed', 'order_line') then "
    "coalesce(nullif(order_reference, ''), cast(event as text)) end as sale, "
    "case when counted then coalesce(quantity, 0) else 0 end as quantity, "
    "case when counted then coalesce(revenue, 0) else 0 end as revenue, "
    "case when counted then coalesce(cost, 0) else 0 end as cost "
    "from feed_event as fact where ";
constexpr std::string_view kEnd = ") ";
constexpr std::string_view kOfEvents = Joined<kSelectEvents, kPasses, kEnd>::sql;

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kOrdersOfDays = "coalesce(cast(sum(orders) as bigint), 0) as orders, ";
constexpr std::string_view kOrdersOfEvents = "count(distinct sale) as orders, ";
constexpr std::string_view kSums =
    "coalesce(cast(sum(events) as bigint), 0) as events, "
    "coalesce(cast(sum(quantity) filter (where kind in ('order_completed', 'order_line')) "
    "as bigint), 0) as quantity, "
    "coalesce(cast(sum(revenue) filter (where kind in ('order_completed', 'order_line')) "
    "as bigint), 0) as gross_revenue, "
    "coalesce(cast(-sum(revenue) filter (where kind in ('order_refunded', 'adjustment')) "
    "as bigint), 0) as refunds, "
    "coalesce(cast(sum(cost) filter (where kind in ('order_completed', 'order_line', "
    "'order_refunded', 'adjustment')) as bigint), 0) as goods_cost ";

constexpr std::string_view kFrom = "from facts";
constexpr std::string_view kChannel = "channel, ";
constexpr std::string_view kByChannel = "from facts group by channel";
constexpr std::string_view kStartsOfDays =
    "cast(date_trunc(cast($6 as text), day) as date) as starts, ";
constexpr std::string_view kStartsOfEvents =
    "cast(date_trunc(cast($9 as text), day) as date) as starts, ";
constexpr std::string_view kByStart = "from facts group by starts order by starts";
constexpr std::string_view kByStartAndChannel =
    "from facts group by starts, channel order by starts, channel";
constexpr std::string_view kCampaign = "campaign as part, ";
constexpr std::string_view kProduct = "product as part, ";
constexpr std::string_view kKind = "kind as part, ";
constexpr std::string_view kOfCampaigns = "from facts where campaign <> '' ";
constexpr std::string_view kOfProducts = "from facts where product <> '' ";
constexpr std::string_view kOfKinds = "from facts ";
// The largest first; $9: how many.
constexpr std::string_view kByPart =
    "group by part order by sum(revenue) desc, sum(events) desc, part limit cast($9 as bigint)";

constexpr Statement kDaysTotal{"measures.days_total",
                               Joined<kOfDays, kSelect, kOrdersOfDays, kSums, kFrom>::sql};
constexpr Statement kDaysByChannel{
    "measures.days_by_channel",
    Joined<kOfDays, kSelect, kChannel, kOrdersOfDays, kSums, kByChannel>::sql};
constexpr Statement kDaysByTime{
    "measures.days_by_time",
    Joined<kOfDays, kSelect, kStartsOfDays, kOrdersOfDays, kSums, kByStart>::sql};
constexpr Statement kDaysByTimeAndChannel{"measures.days_by_time_and_channel",
                                          Joined<kOfDays, kSelect, kStartsOfDays, kChannel,
                                                 kOrdersOfDays, kSums, kByStartAndChannel>::sql};
constexpr Statement kEventsTotal{"measures.events_total",
                                 Joined<kOfEvents, kSelect, kOrdersOfEvents, kSums, kFrom>::sql};
constexpr Statement kEventsByChannel{
    "measures.events_by_channel",
    Joined<kOfEvents, kSelect, kChannel, kOrdersOfEvents, kSums, kByChannel>::sql};
constexpr Statement kEventsByTime{
    "measures.events_by_time",
    Joined<kOfEvents, kSelect, kStartsOfEvents, kOrdersOfEvents, kSums, kByStart>::sql};
constexpr Statement kEventsByTimeAndChannel{
    "measures.events_by_time_and_channel", Joined<kOfEvents, kSelect, kStartsOfEvents, kChannel,
                                                  kOrdersOfEvents, kSums, kByStartAndChannel>::sql};
constexpr Statement kByCampaign{
    "measures.by_campaign",
    Joined<kOfEvents, kSelect, kCampaign, kOrdersOfEvents, kSums, kOfCampaigns, kByPart>::sql};
constexpr Statement kByProduct{
    "measures.by_product",
    Joined<kOfEvents, kSelect, kProduct, kOrdersOfEvents, kSums, kOfProducts, kByPart>::sql};
constexpr Statement kByKind{
    "measures.by_kind",
    Joined<kOfEvents, kSelect, kKind, kOrdersOfEvents, kSums, kOfKinds, kByPart>::sql};
constexpr Statement kCurrencies{
    "measures.currencies",
    "select currency from feed_daily where day >= cast($1 as date) and day < cast($2 as date) "
    "and kind in ('order_completed', 'order_line', 'order_refunded', 'adjustment') "
    "group by currency order by currency"};
constexpr std::string_view kSelectFacts =
    "select event, ts, received, identity, channel, kind, phase, campaign, product, quantity, "
    "revenue, cost, currency, duration_s, order_reference, part, counted, props "
    "from feed_event as fact where ";
// $9 and $10: the last fact of the page before, or 0.
constexpr std::string_view kPageOfFacts =
    "and (cast($9 as bigint) = 0 or ts < $9 or (ts = $9 and event < cast($10 as bigint))) "
    "order by ts desc, event desc limit cast($11 as bigint)";
constexpr Statement kFacts{"measures.facts", Joined<kSelectFacts, kPasses, kPageOfFacts>::sql};
// The same, but with the codes of channels and the day.
constexpr std::string_view kSelectToExport =
    "select fact.event, fact.ts, fact.received, fact.day, fact.identity, "
    "coalesce(known.code, '') as channel, fact.kind, fact.phase, fact.campaign, fact.product, "
    "fact.quantity, fact.revenue, fact.cost, fact.currency, fact.duration_s, "
    "fact.order_reference, fact.part, fact.counted, fact.props from feed_event as fact "
    "left join feed_channel as known on known.channel = fact.channel where ";
constexpr std::string_view kOfDay = "fact.day = cast($1 as date) order by fact.ts, fact.event";
constexpr std::string_view kNewest =
    "order by fact.ts desc, fact.event desc limit cast($9 as bigint)";
constexpr Statement kFactsOfDay{"measures.facts_of_day", Joined<kSelectToExport, kOfDay>::sql};
constexpr Statement kFactsToExport{"measures.facts_to_export",
                                   Joined<kSelectToExport, kPasses, kNewest>::sql};
// $3 the segment, or 0.
constexpr std::string_view kReached =
    "select channel, count(distinct identity) as identities from feed_identity_day "
    "where day >= cast($1 as date) and day < cast($2 as date) "
    "and (cast($3 as bigint) = 0 or identity in ";
constexpr std::string_view kReachedByChannel = "$3)) group by channel order by channel";
constexpr Statement kReach{"measures.reach", Joined<kReached, kOfMembers, kReachedByChannel>::sql};
constexpr Statement kProductSales{
    "measures.product_sales",
    "select channel, product, cast(sum(coalesce(quantity, 0)) as bigint) as quantity, "
    "cast(sum(coalesce(revenue, 0)) as bigint) as revenue from feed_event "
    "where counted and kind in ('order_completed', 'order_line') and day >= cast($1 as date) "
    "and day < cast($2 as date) and currency = $3 group by channel, product "
    "order by channel, product"};
constexpr Statement kViews{
    "measures.views",
    "select cast(table_name as text) as view, cast(column_name as text) as \"column\", "
    "lower(cast(data_type as text)) as type from information_schema.columns "
    "where table_schema = current_schema() and substr(table_name, 1, 5) = 'feed_' "
    "order by table_name, ordinal_position"};
constexpr Statement kSpan{
    "measures.span",
    "select min(day) as first, max(day) as last from feed_daily having count(*) > 0"};
constexpr Statement kReceived{"measures.received", "select received from feed_shipped"};

// The roll-up tells neither campaigns nor products apart, nor whose events they were.
bool needs_events(const Filter& filter) {
  return filter.campaign || filter.product || filter.segment;
}

std::int64_t channel_of(const Filter& filter) {
  return filter.channel.value_or(ChannelId{}).number();
}

std::string_view code_of(const std::optional<Currency>& currency) {
  return currency ? currency->code() : std::string_view();
}

// Runs the one of the two statements that can tell what the filter asks.
template <class Row, class... More>
std::vector<Row> run(Snapshot& figures, const Statement& over_days, const Statement& over_events,
                     const Filter& filter, Currency currency, const More&... more) {
  if (needs_events(filter)) {
    return of_events<Row>(figures, over_events, filter, currency.code(), more...);
  }
  return figures.all<Row>(over_days, filter.from, filter.to, currency, channel_of(filter),
                          filter.kind.value_or(""), more...);
}

}  // namespace

Sums total(Snapshot& figures, const Filter& filter, Currency currency) {
  return run<Sums>(figures, kDaysTotal, kEventsTotal, filter, currency).front();
}

std::vector<ChannelSums> by_channel(Snapshot& figures, const Filter& filter, Currency currency) {
  return run<ChannelSums>(figures, kDaysByChannel, kEventsByChannel, filter, currency);
}

std::vector<DatedSums> by_time(Snapshot& figures, const Filter& filter, Every every,
                               Currency currency) {
  return run<DatedSums>(figures, kDaysByTime, kEventsByTime, filter, currency, every);
}

std::vector<DatedChannelSumsRow> by_time_and_channel(Snapshot& figures, const Filter& filter,
                                                     Every every, Currency currency) {
  return run<DatedChannelSumsRow>(figures, kDaysByTimeAndChannel, kEventsByTimeAndChannel, filter,
                                  currency, every);
}

std::vector<PartSums> by_part(Snapshot& figures, const Filter& filter, Dimension by,
                              Currency currency, std::int64_t most) {
  const Statement& statement = by == Dimension::campaign  ? kByCampaign
                               : by == Dimension::product ? kByProduct
                                                          : kByKind;
  return of_events<PartSums>(figures, statement, filter, currency.code(), most);
}

std::vector<Currency> currencies(Snapshot& figures, Date from, Date to) {
  return figures.all<Currency>(kCurrencies, from, to);
}

std::vector<Fact> facts(Snapshot& figures, const Filter& filter, std::optional<Currency> currency,
                        std::optional<Place> after, std::int64_t limit) {
  const Place place = after.value_or(Place{});
  return of_events<Fact>(figures, kFacts, filter, code_of(currency), place.ts, place.event, limit);
}

std::vector<ExportedFact> facts_of_day(Snapshot& figures, Date day) {
  return figures.all<ExportedFact>(kFactsOfDay, day);
}

std::vector<ExportedFact> facts_to_export(Snapshot& figures, const Filter& filter,
                                          std::optional<Currency> currency, std::int64_t most) {
  return of_events<ExportedFact>(figures, kFactsToExport, filter, code_of(currency), most);
}

std::vector<Reach> reach(Snapshot& figures, const Filter& filter) {
  return figures.all<Reach>(kReach, filter.from, filter.to,
                            filter.segment.value_or(SegmentId{}).number());
}

std::vector<ProductSales> product_sales(Snapshot& figures, Date from, Date to, Currency currency) {
  return figures.all<ProductSales>(kProductSales, from, to, currency);
}

std::vector<ViewColumn> views(Snapshot& figures) {
  return figures.all<ViewColumn>(kViews);
}

std::optional<Instant> received(Snapshot& figures) {
  return figures.one<Instant>(kReceived);
}

std::optional<Span> span(Snapshot& figures) {
  return figures.one<Span>(kSpan);
}

std::span<const Statement* const> figure_statements() {
  static constexpr const Statement* all[] = {&kDaysTotal,     &kDaysByChannel,
                                             &kDaysByTime,    &kDaysByTimeAndChannel,
                                             &kEventsTotal,   &kEventsByChannel,
                                             &kEventsByTime,  &kEventsByTimeAndChannel,
                                             &kByCampaign,    &kByProduct,
                                             &kByKind,        &kCurrencies,
                                             &kFacts,         &kFactsOfDay,
                                             &kFactsToExport, &kReach,
                                             &kViews,         &kSpan,
                                             &kReceived,      &kProductSales};
  return all;
}

std::span<const Statement* const> statements() {
  static const std::vector<const Statement*> all = [] {
    std::vector<const Statement*> together;
    for (const auto some :
         {figure_statements(), profit_statements(), evidence_statements(), fit_statements()})
      together.insert(together.end(), some.begin(), some.end());
    return together;
  }();
  return all;
}

}  // namespace sluis::measures::sql
