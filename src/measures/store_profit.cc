#include "measures/store_profit.h"

#include "measures/store_filter.h"

namespace sluis::measures::sql {
namespace {

using analytics::Snapshot;
using store::Joined;
using store::Statement;

// What counts for money, with what is known of its amounts; $9 the country, or empty. An order is
// known by its reference within its channel.
constexpr std::string_view kSelect =
    "with facts as (select fact.event, fact.ts, fact.day, fact.identity, fact.channel, "
    "fact.campaign, fact.product, coalesce(part.country, '') as country, "
    "fact.kind in ('order_completed', 'order_line') as sold, "
    "fact.kind in ('order_refunded', 'adjustment') as back, fact.kind = 'media_spent' as media, "
    "coalesce(nullif(fact.order_reference, ''), cast(fact.event as text)) as sale, "
    "coalesce(fact.quantity, 0) as quantity, coalesce(fact.revenue, 0) as revenue, fact.cost, "
    "case when fact.kind = 'contact_closed' then coalesce(fact.duration_s, 0) else 0 end "
    "as seconds, coalesce(part.vat, 0) as vat, coalesce(part.channel_fee, 0) as channel_fee, "
    "coalesce(part.payment_fee, 0) as payment_fee, coalesce(part.transport, 0) as transport, "
    "coalesce(part.handling, 0) as handling "
    "from feed_event as fact left join feed_breakdown as part on part.event = fact.event "
    "where fact.counted and fact.kind in ('order_completed', 'order_line', 'order_refunded', "
    "'adjustment', 'media_spent', 'contact_closed') "
    "and (cast($9 as text) = '' or part.country = $9) and ";
constexpr std::string_view kEnd = ") ";
constexpr std::string_view kFacts = Joined<kSelect, kPasses, kEnd>::sql;

constexpr std::string_view kSums =
    "count(distinct case when sold then sale end) as orders, "
    "cast(coalesce(sum(quantity) filter (where sold), 0) as bigint) as quantity, "
    "cast(coalesce(sum(revenue) filter (where sold), 0) as bigint) as sold, "
    "cast(coalesce(sum(vat) filter (where sold), 0) as bigint) as sold_vat, "
    "cast(coalesce(-sum(revenue) filter (where back), 0) as bigint) as refunded, "
    "cast(coalesce(-sum(vat) filter (where back), 0) as bigint) as refunded_vat, "
    "cast(coalesce(sum(cost - channel_fee - payment_fee - transport - handling) "
    "filter (where sold), 0) as bigint) as goods_sold, "
    "cast(coalesce(-sum(cost - channel_fee - payment_fee - transport - handling) "
    "filter (where back), 0) as bigint) as goods_back, "
    "cast(sum(channel_fee) as bigint) as channel_fees, "
    "cast(sum(payment_fee) as bigint) as payment_fees, "
    "cast(sum(transport) as bigint) as transport, cast(sum(handling) as bigint) as handling, "
    "cast(coalesce(sum(cost) filter (where media), 0) as bigint) as media, "
    "cast(coalesce(sum(revenue) filter (where sold and cost is null and quantity <> 0), 0) "
    "as bigint) as without_cost ";

constexpr std::string_view kSeconds = "channel, cast(sum(seconds) as bigint) as seconds, ";
constexpr std::string_view kBy = "from facts group by key, channel order by key, channel";
constexpr std::string_view kWhole = "select '' as key, ";
constexpr std::string_view kCampaign = "select campaign as key, ";
constexpr std::string_view kCountry = "select country as key, ";
constexpr std::string_view kProduct = "select product as key, ";
constexpr std::string_view kStart =
    "select cast(cast(date_trunc(cast($10 as text), day) as date) as text) as key, ";
// Under each segment that somebody is in now; nobody counts twice in one.
constexpr std::string_view kMembers =
    ", members as (select distinct member.segment, "
    "coalesce(theirs.identity, member.customer) as identity from feed_segment_member as member "
    "left join feed_customer_of as theirs on theirs.customer = member.customer "
    "left join feed_customer_of as own on own.identity = member.customer "
    "where member.to_day is null and own.identity is null) "
    "select cast(members.segment as text) as key, ";
constexpr std::string_view kByMember =
    "from facts join members on members.identity = facts.identity "
    "group by key, channel order by key, channel";

constexpr Statement kProfit{"measures.profit", Joined<kFacts, kWhole, kSeconds, kSums, kBy>::sql};
constexpr Statement kByCampaign{"measures.profit_by_campaign",
                                Joined<kFacts, kCampaign, kSeconds, kSums, kBy>::sql};
constexpr Statement kByCountry{"measures.profit_by_country",
                               Joined<kFacts, kCountry, kSeconds, kSums, kBy>::sql};
constexpr Statement kByProduct{"measures.profit_by_product",
                               Joined<kFacts, kProduct, kSeconds, kSums, kBy>::sql};
constexpr Statement kByTime{"measures.profit_by_time",
                            Joined<kFacts, kStart, kSeconds, kSums, kBy>::sql};
constexpr Statement kBySegment{"measures.profit_by_segment",
                               Joined<kFacts, kMembers, kSeconds, kSums, kByMember>::sql};

// $10 and $11: where the page before ended, or 0.
constexpr std::string_view kOrders =
    "select sale, channel, max(ts) as ts, max(event) as event, max(day) as day, ";
constexpr std::string_view kPage =
    "from facts where sold or back group by sale, channel "
    "having cast($10 as bigint) = 0 or max(ts) < $10 "
    "or (max(ts) = $10 and max(event) < cast($11 as bigint)) "
    "order by max(ts) desc, max(event) desc limit cast($12 as bigint)";
constexpr Statement kByOrder{"measures.profit_by_order",
                             Joined<kFacts, kOrders, kSums, kPage>::sql};

constexpr Statement kSecondsOf{
    "measures.seconds_with_customers",
    "select channel, cast(coalesce(sum(duration_s), 0) as bigint) as seconds from feed_event "
    "where kind = 'contact_closed' and counted and day >= cast($1 as date) "
    "and day < cast($2 as date) and currency = $3 group by channel order by channel"};
constexpr Statement kTold{
    "measures.told",
    "select channel, currency, 'fees' as kind, min(day) as since from feed_breakdown "
    "where channel_fee <> 0 or payment_fee <> 0 group by channel, currency union all "
    "select channel, currency, case when kind = 'media_spent' then 'media' else 'goods' end, "
    "min(day) from feed_daily where cost <> 0 and kind in ('order_completed', 'order_line', "
    "'media_spent') group by channel, currency, "
    "case when kind = 'media_spent' then 'media' else 'goods' end"};

const Statement& statement_of(Cut cut) {
  switch (cut) {
    case Cut::channel:
    case Cut::partner:
      return kProfit;
    case Cut::segment:
      return kBySegment;
    case Cut::campaign:
      return kByCampaign;
    case Cut::country:
      return kByCountry;
    case Cut::product:
      return kByProduct;
    case Cut::day:
    case Cut::week:
    case Cut::month:
      return kByTime;
  }
  __builtin_unreachable();
}

bool is_time(Cut cut) {
  return cut == Cut::day || cut == Cut::week || cut == Cut::month;
}

}  // namespace

std::vector<CutSums> by_cut(Snapshot& figures, const ProfitFilter& filter, Cut cut,
                            Currency currency) {
  const std::string country = filter.country.value_or("");
  const Statement& statement = statement_of(cut);
  if (is_time(cut))
    return of_events<CutSums>(figures, statement, filter, currency.code(), country, cut);
  return of_events<CutSums>(figures, statement, filter, currency.code(), country);
}

std::vector<ChannelSeconds> seconds_with_customers(Snapshot& figures, Date from, Date to,
                                                   Currency currency) {
  return figures.all<ChannelSeconds>(kSecondsOf, from, to, currency);
}

std::vector<OrderSums> by_order(Snapshot& figures, const ProfitFilter& filter, Currency currency,
                                Place after, std::int64_t limit) {
  return of_events<OrderSums>(figures, kByOrder, filter, currency.code(),
                              filter.country.value_or(""), after.ts, after.event, limit);
}

std::vector<Told> told(Snapshot& figures) {
  return figures.all<Told>(kTold);
}

std::span<const Statement* const> profit_statements() {
  static constexpr const Statement* all[] = {&kProfit,    &kByCampaign, &kByCountry,
                                             &kByProduct, &kByTime,     &kBySegment,
                                             &kByOrder,   &kSecondsOf,  &kTold};
  return all;
}

}  // namespace sluis::measures::sql
