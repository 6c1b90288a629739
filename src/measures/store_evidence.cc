#include "measures/store_evidence.h"

#include "measures/store_filter.h"

namespace sluis::measures::sql {
namespace {

using analytics::Snapshot;
using store::Joined;
using store::Statement;

constexpr std::int64_t kDay = 86'400'000'000;  // in microseconds

// $1 and $2 the period, $3 the channel or 0, $4 the segment or 0, $5 how long an order may come
// after a contact, in microseconds, and $6 in days.
constexpr std::string_view kActs =
    "with acts as (select coalesce(own.customer, fact.identity) as customer, fact.event, fact.ts, "
    "fact.day, fact.channel, fact.phase, "
    "fact.kind in ('contact_closed', 'field_visit', 'quote_sent') as contact "
    "from feed_event as fact left join feed_customer_of as own on own.identity = fact.identity "
    "where fact.counted and fact.identity <> 0 and fact.kind in ('contact_closed', 'field_visit', "
    "'quote_sent', 'order_completed', 'order_line') and fact.day >= cast($1 as date) "
    "and fact.day < cast($2 as date) + cast($6 as integer) "
    "and (cast($4 as bigint) = 0 or fact.identity in ";
constexpr std::string_view kHits =
    "$4))), marked as (select customer, ts, day, channel, phase, contact, "
    "max(case when contact then ts end) over (partition by customer order by ts, event "
    "rows between unbounded preceding and current row) as latest from acts), "
    "hits as (select distinct customer, latest from marked where not contact "
    "and ts - latest <= cast($5 as bigint)), "
    "contacts as (select marked.customer, marked.channel, marked.phase, "
    "case when hits.customer is null then 0 else 1 end as hit "
    "from marked left join hits on hits.customer = marked.customer and hits.latest = marked.ts "
    "where marked.contact and marked.day < cast($2 as date) "
    "and (cast($3 as bigint) = 0 or marked.channel = $3)) ";
constexpr std::string_view kOfAll =
    "select '' as segment, channel, phase, count(*) as contacts, cast(sum(hit) as bigint) as hits "
    "from contacts group by channel, phase order by channel, phase";
constexpr std::string_view kOfSegments =
    "select cast(member.segment as text) as segment, channel, phase, count(*) as contacts, "
    "cast(sum(hit) as bigint) as hits from contacts join feed_segment_member as member "
    "on member.customer = contacts.customer and member.to_day is null "
    "group by member.segment, channel, phase order by member.segment, channel, phase";
constexpr Statement kContacts{"measures.contacts", Joined<kActs, kOfMembers, kHits, kOfAll>::sql};
constexpr Statement kContactsBySegment{"measures.contacts_by_segment",
                                       Joined<kActs, kOfMembers, kHits, kOfSegments>::sql};

constexpr std::string_view kBought =
    "with bought as (select coalesce(own.customer, fact.identity) as customer, fact.channel, "
    "cast(sum(fact.revenue) as double precision) as revenue from feed_event as fact "
    "left join feed_customer_of as own on own.identity = fact.identity "
    "where fact.counted and fact.identity <> 0 and fact.kind in ('order_completed', 'order_line', "
    "'order_refunded', 'adjustment') and ";
constexpr std::string_view kOfBuyers =
    "group by coalesce(own.customer, fact.identity), fact.channel having sum(fact.revenue) > 0), "
    "wholes as (select customer, sum(revenue) as whole, count(*) as channels from bought "
    "group by customer) "
    "select channel, count(*) as customers, count(*) filter (where channels = 1) as only_here, "
    "sum(revenue) as revenue, coalesce(sum(revenue) filter (where channels > 1), 0.0) "
    "as of_several, sum(revenue * (whole - revenue) / whole) as likely "
    "from bought join wholes on wholes.customer = bought.customer "
    "group by channel order by channel";
constexpr Statement kBuyers{"measures.buyers", Joined<kBought, kPasses, kOfBuyers>::sql};

// The first exposure of each customer to each test; $9 how long what they buy counts, in
// microseconds. Properties are read as text, so that what is no test is no error.
constexpr std::string_view kExposed =
    "with said as (select replace(fact.props, '\": ', '\":') as props, "
    "coalesce(own.customer, fact.identity) as customer, fact.channel, fact.ts, fact.event "
    "from feed_event as fact left join feed_customer_of as own on own.identity = fact.identity "
    "where fact.identity <> 0 and fact.props like '%\"experiment\":%' "
    "and fact.props like '%\"arm\":%' and ";
constexpr std::string_view kArms =
    "), exposed as (select split_part(split_part(props, '\"experiment\":\"', 2), '\"', 1) "
    "as experiment, split_part(split_part(props, '\"arm\":\"', 2), '\"', 1) as arm, "
    "split_part(split_part(split_part(props, '\"probability\":', 2), '}', 1), ',', 1) "
    "as probability, customer, channel, ts, event from said), "
    "entered as (select experiment, arm, probability, customer, channel, ts from "
    "(select exposed.*, row_number() over (partition by experiment, customer order by ts, event) "
    "as place from exposed) as ordered where place = 1), "
    "money as (select coalesce(own.customer, fact.identity) as customer, fact.ts, "
    "case when fact.kind = 'order_completed' then 1 else 0 end as orders, "
    "coalesce(fact.revenue, 0) / 1000000.0 as revenue, "
    "(coalesce(fact.revenue, 0) - coalesce(fact.cost, 0)) / 1000000.0 as margin "
    "from feed_event as fact left join feed_customer_of as own on own.identity = fact.identity "
    "where fact.counted and fact.identity <> 0 and fact.currency = $10 and fact.kind in "
    "('order_completed', 'order_line', 'order_refunded', 'adjustment') "
    "and fact.day >= cast($1 as date)), "
    "outcomes as (select entered.experiment, entered.arm, entered.probability, entered.channel, "
    "entered.customer, cast(coalesce(sum(money.orders), 0) as double precision) as orders, "
    "cast(coalesce(sum(money.revenue), 0) as double precision) as revenue, "
    "cast(coalesce(sum(money.margin), 0) as double precision) as margin "
    "from entered left join money on money.customer = entered.customer and money.ts >= entered.ts "
    "and money.ts < entered.ts + cast($9 as bigint) "
    "group by entered.experiment, entered.arm, entered.probability, entered.channel, "
    "entered.customer) "
    "select experiment, arm, count(distinct probability) as probabilities, "
    "count(distinct channel) as channels, min(channel) as channel, count(*) as customers, "
    "sum(orders) as orders, sum(orders * orders) as orders_squared, sum(revenue) as revenue, "
    "sum(revenue * revenue) as revenue_squared, sum(margin) as margin, "
    "sum(margin * margin) as margin_squared from outcomes group by experiment, arm "
    "order by experiment, arm";
constexpr Statement kArmsOf{"measures.arms", Joined<kExposed, kPasses, kArms>::sql};

}  // namespace

std::vector<Contacts> contacts(Snapshot& figures, const Filter& filter, std::int64_t within_days,
                               bool by_segment) {
  return figures.all<Contacts>(by_segment ? kContactsBySegment : kContacts, filter.from, filter.to,
                               filter.channel.value_or(ChannelId{}).number(),
                               filter.segment.value_or(SegmentId{}).number(), within_days * kDay,
                               within_days);
}

std::vector<Buyers> buyers(Snapshot& figures, const Filter& filter, Currency currency) {
  return of_events<Buyers>(figures, kBuyers, filter, currency.code());
}

// An exposure has no currency: only what was bought after it has.
std::vector<ArmSums> arms(Snapshot& figures, const Filter& filter, Currency currency,
                          std::int64_t within_days) {
  return of_events<ArmSums>(figures, kArmsOf, filter, "", within_days * kDay, currency.code());
}

std::span<const Statement* const> evidence_statements() {
  static constexpr const Statement* all[] = {&kContacts, &kContactsBySegment, &kBuyers, &kArmsOf};
  return all;
}

}  // namespace sluis::measures::sql
