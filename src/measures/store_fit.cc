#include "measures/store_fit.h"

#include "measures/store_filter.h"

namespace sluis::measures::sql {
namespace {

using analytics::Snapshot;
using store::Joined;
using store::Statement;

constexpr std::int64_t kDayMicros = 86'400'000'000;

// When each customer was first in a phase on a channel, and in it at all (channel 0). $1 and $2 the
// period, $3 the currency, $4 the segment or 0, $5 and $6 in how many microseconds and days after
// it an order counts.
constexpr std::string_view kSeen =
    "with seen as (select coalesce(own.customer, fact.identity) as customer, fact.channel, "
    "fact.phase, min(fact.ts) as first_ts from feed_event as fact "
    "left join feed_customer_of as own on own.identity = fact.identity "
    "where fact.counted and fact.identity <> 0 and fact.phase is not null "
    "and fact.day >= cast($1 as date) and fact.day < cast($2 as date) "
    "and (cast($4 as bigint) = 0 or fact.identity in ";
constexpr std::string_view kSold =
    "$4)) group by coalesce(own.customer, fact.identity), fact.channel, fact.phase), "
    "places as (select customer, channel, phase, first_ts from seen union all "
    "select customer, 0, phase, min(first_ts) from seen group by customer, phase), "
    "sales as (select coalesce(own.customer, fact.identity) as customer, fact.channel, fact.ts, "
    "coalesce(fact.revenue, 0) - coalesce(fact.cost, 0) as margin from feed_event as fact "
    "left join feed_customer_of as own on own.identity = fact.identity "
    "where fact.counted and fact.identity <> 0 and fact.currency = $3 "
    "and fact.kind in ('order_completed', 'order_line') and fact.day >= cast($1 as date) "
    "and fact.day <= cast($2 as date) + cast($6 as integer)), "
    "outcomes as (select places.customer, places.channel, places.phase, places.first_ts, "
    "max(case when sales.customer is null then 0 else 1 end) as bought, "
    "max(case when sales.channel = places.channel then 1 else 0 end) as bought_here, "
    "cast(coalesce(sum(sales.margin), 0) as bigint) as margin from places "
    "left join sales on sales.customer = places.customer and sales.ts >= places.first_ts "
    "and sales.ts <= places.first_ts + cast($5 as bigint) "
    "group by places.customer, places.channel, places.phase, places.first_ts) ";
constexpr std::string_view kOutcomes = Joined<kSeen, kOfMembers, kSold>::sql;

constexpr std::string_view kCounts =
    "count(*) as customers, cast(sum(bought) as bigint) as bought, "
    "cast(sum(bought_here) as bigint) as bought_here, cast(sum(margin) as bigint) as margin ";
constexpr std::string_view kOfEverybody = "select cast(0 as bigint) as segment, channel, phase, ";
constexpr std::string_view kAndOfSegments =
    "from outcomes group by channel, phase union all select member.segment, channel, phase, ";
constexpr std::string_view kJoined =
    "from outcomes join feed_segment_member as member on member.customer = outcomes.customer "
    "and member.to_day is null group by member.segment, channel, phase order by segment, channel, "
    "phase";
constexpr Statement kPresences{
    "measures.presences",
    Joined<kOutcomes, kOfEverybody, kCounts, kAndOfSegments, kCounts, kJoined>::sql};

constexpr std::string_view kThere =
    "select customer, first_ts as first, bought = 1 as bought, margin from outcomes "
    "where channel = $7 and phase = $8 and customer > cast($9 as bigint) "
    "order by customer limit cast($10 as bigint)";
constexpr Statement kPresent{"measures.present", Joined<kOutcomes, kThere>::sql};

}  // namespace

std::vector<Presence> presences(Snapshot& figures, const Filter& filter, std::int64_t within_days,
                                Currency currency) {
  return figures.all<Presence>(kPresences, filter.from, filter.to, currency, SegmentId{},
                               within_days * kDayMicros, within_days);
}

std::vector<FitCustomer> present(Snapshot& figures, const Filter& filter, std::int64_t within_days,
                                 Currency currency, const FitPlace& place, CustomerId after,
                                 std::int64_t limit) {
  return figures.all<FitCustomer>(
      kPresent, filter.from, filter.to, currency, filter.segment.value_or(SegmentId{}).number(),
      within_days * kDayMicros, within_days, place.channel, place.phase, after, limit);
}

std::span<const Statement* const> fit_statements() {
  static constexpr const Statement* all[] = {&kPresences, &kPresent};
  return all;
}

}  // namespace sluis::measures::sql
