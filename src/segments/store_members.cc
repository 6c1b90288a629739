#include "segments/store_members.h"

namespace sluis::segments::sql {
namespace {

using analytics::Snapshot;
using analytics::Tx;
using store::Joined;
using store::Statement;

// $1 the conditions, $2 the currency. `position` is the bit of a condition; `held` says that it
// holds where nothing was measured. Out come those for whom that is otherwise, as bits to add to or
// take from what holds for nobody: for most rules those are few.
constexpr std::string_view kConditions =
    "with condition as ("
    "select cast(split_part(line, '|', 1) as integer) as position, "
    "split_part(line, '|', 2) as measure, cast(split_part(line, '|', 3) as date) as from_day, "
    "cast(split_part(line, '|', 4) as date) as to_day, split_part(line, '|', 5) as channel_code, "
    "split_part(line, '|', 6) as kind, split_part(line, '|', 7) as comparison, "
    "cast(split_part(line, '|', 8) as bigint) as threshold, split_part(line, '|', 9) as source, "
    "split_part(line, '|', 10) = 'held' as held "
    "from (select unnest(string_to_array(cast($1 as text), ';')) as line) as lines), "
    "wanted as ("
    "select position, measure, from_day, to_day, channel_code, kind, comparison, threshold, "
    "source, held, channel "
    "from condition left join feed_channel on feed_channel.code = condition.channel_code), ";
// Of those whose figures changed after $3, and of their identities.
constexpr std::string_view kWhoChanged =
    "person as (select distinct c.customer from feed_customer c "
    "join feed_customer_changed h on h.customer = c.customer where h.change > $3), "
    "theirs as (select m.identity, m.customer from feed_customer_of m "
    "join person p on p.customer = m.customer "
    "union all select p.customer as identity, p.customer from person p "
    "left join feed_customer_of m on m.identity = p.customer where m.identity is null), ";
// The condition is one expression, so that DuckDB reads the days once beside the few conditions
// instead of sorting them by day.
constexpr std::string_view kDays =
    "fact as ("
    "select w.position, coalesce(m.customer, d.identity) as customer, "
    "case when w.measure = 'channels' then d.channel else 0 end as channel, "
    "sum(d.events) as events, sum(d.orders) as orders, sum(d.quantity) as units, "
    "sum(case when d.currency = $2 then d.revenue else 0 end) as revenue, "
    "sum(case when d.currency = $2 then d.cost else 0 end) as cost, "
    "max(case when d.orders > 0 then d.day end) as last_order "
    "from (select position, measure, from_day, to_day, channel_code, channel from wanted "
    "where source = 'days') as w join feed_identity_day d on case when d.day >= w.from_day "
    "and d.day < w.to_day and (w.channel_code = '' or d.channel = w.channel) then 1 else 0 end = "
    "1 ";
constexpr std::string_view kOfEverybodysDays =
    "left join feed_customer_of m on m.identity = d.identity ";
constexpr std::string_view kOfTheirDays = "join theirs m on m.identity = d.identity ";
constexpr std::string_view kEvents =
    "where d.identity <> 0 group by w.position, coalesce(m.customer, d.identity), "
    "case when w.measure = 'channels' then d.channel else 0 end "
    "union all "
    "select w.position, coalesce(m.customer, e.identity) as customer, "
    "case when w.measure = 'channels' then e.channel else 0 end as channel, count(*) as events, "
    "sum(case when e.counted and e.kind = 'order_completed' then 1 else 0 end) as orders, "
    "sum(case when e.counted then coalesce(e.quantity, 0) else 0 end) as units, "
    "sum(case when e.counted and e.currency = $2 then coalesce(e.revenue, 0) else 0 end) "
    "as revenue, "
    "sum(case when e.counted and e.currency = $2 then coalesce(e.cost, 0) else 0 end) as cost, "
    "max(case when e.counted and e.kind = 'order_completed' then e.day end) as last_order "
    "from (select position, measure, from_day, to_day, channel_code, channel, kind from wanted "
    "where source = 'events') as w join feed_event e on e.kind = w.kind "
    "and case when e.day >= w.from_day and e.day < w.to_day "
    "and (w.channel_code = '' or e.channel = w.channel) then 1 else 0 end = 1 ";
constexpr std::string_view kOfEverybodysEvents =
    "left join feed_customer_of m on m.identity = e.identity ";
constexpr std::string_view kOfTheirEvents = "join theirs m on m.identity = e.identity ";
constexpr std::string_view kMeasured =
    "where e.identity <> 0 group by w.position, coalesce(m.customer, e.identity), "
    "case when w.measure = 'channels' then e.channel else 0 end), "
    "measured as ("
    "select position, customer, cast(sum(events) as bigint) as events, "
    "cast(sum(orders) as bigint) as orders, cast(sum(units) as bigint) as units, "
    "cast(sum(revenue) as bigint) as net_revenue, "
    "cast(sum(revenue) - sum(cost) as bigint) as margin, count(*) as channels, "
    "max(last_order) as last_order from fact group by position, customer "
    "union all "
    "select w.position, c.customer, c.events, c.orders, c.units, c.net_revenue, c.margin, "
    "c.channels, c.last_order from wanted w cross join feed_customer c ";
constexpr std::string_view kOfChanged = "join person p on p.customer = c.customer ";
constexpr std::string_view kOnChannels =
    "where w.source = 'figures' and w.channel_code = '' "
    "union all "
    "select w.position, c.customer, c.events, c.orders, c.units, c.net_revenue, c.margin, "
    "1 as channels, c.last_order from wanted w join feed_customer_channel c "
    "on c.channel = w.channel ";
constexpr std::string_view kFlips =
    "where w.source = 'figures' and w.channel_code <> ''), "
    "valued as ("
    "select m.customer, w.position, w.held, w.comparison, w.threshold, case w.measure "
    "when 'net_revenue' then m.net_revenue when 'margin' then m.margin "
    "when 'orders' then m.orders when 'units' then m.units when 'events' then m.events "
    "when 'channels' then m.channels else w.to_day - m.last_order - 1 end as value "
    "from measured m join wanted w on w.position = m.position), "
    "flip as ("
    "select customer, cast(sum(case when held then -(cast(1 as bigint) << position) "
    "else cast(1 as bigint) << position end) as bigint) as bits from valued "
    "where held <> (case when value is null then comparison = 'at_least' "
    "when comparison = 'at_least' then value >= threshold else value <= threshold end) "
    "group by customer) ";

constexpr std::string_view kEach = "select customer, bits from flip";
constexpr std::string_view kCounted = "select bits, count(*) as customers from flip group by bits";

constexpr Statement kEachFlip{
    "segments.each_flip", Joined<kConditions, kDays, kOfEverybodysDays, kEvents,
                                 kOfEverybodysEvents, kMeasured, kOnChannels, kFlips, kEach>::sql};
constexpr Statement kEachChangedFlip{
    "segments.each_changed_flip",
    Joined<kConditions, kWhoChanged, kDays, kOfTheirDays, kEvents, kOfTheirEvents, kMeasured,
           kOfChanged, kOnChannels, kOfChanged, kFlips, kEach>::sql};
constexpr Statement kFlipCounts{
    "segments.flip_counts",
    Joined<kConditions, kDays, kOfEverybodysDays, kEvents, kOfEverybodysEvents, kMeasured,
           kOnChannels, kFlips, kCounted>::sql};
constexpr Statement kCustomers{"segments.customers", "select count(*) as found from feed_customer"};
constexpr Statement kEachCustomer{"segments.each_customer", "select customer from feed_customer"};
constexpr Statement kEachChanged{
    "segments.each_changed",
    "select distinct c.customer from feed_customer c "
    "join feed_customer_changed h on h.customer = c.customer where h.change > $1"};
constexpr Statement kChanged{"segments.changed",
                             "select distinct customer from feed_customer_changed "
                             "where change > $1 and customer <> 0 order by customer"};
constexpr Statement kLastDay{"segments.last_day", "select max(day) as day from feed_daily"};
constexpr Statement kEachMember{
    "segments.each_member",
    "select customer from segments_member where segment = $1 and to_day is null and until is null"};
constexpr Statement kEachChangedMember{
    "segments.each_changed_member",
    "select customer from segments_member where segment = $1 and to_day is null and until is null "
    "and customer in (select customer from feed_customer_changed where change > $2)"};
constexpr Statement kMembers{
    "segments.members",
    "select customer, from_day, to_day from segments_member where segment = $1 "
    "and from_day <= cast($2 as date) and (to_day is null or to_day > cast($2 as date)) "
    "and since <= $3 and (until is null or until > $3) and customer > $4 "
    "order by customer limit $5"};
constexpr Statement kMemberCount{
    "segments.member_count",
    "select count(*) from segments_member where segment = $1 "
    "and from_day <= cast($2 as date) and (to_day is null or to_day > cast($2 as date)) "
    "and since <= $3 and (until is null or until > $3)"};
constexpr Statement kRemoveMembers{"segments.remove_members",
                                   "delete from segments_member where segment = $1"};

constexpr Statement kForget{"segments.forget", "delete from segments_member where customer = $1"};

constexpr Statement kAddMove{"segments.add_move",
                             "insert into segments_move (customer, enters) values ($1, $2)"};
constexpr Statement kSupersede{
    "segments.supersede",
    "update segments_member set until = $2 where segment = $1 and to_day is null "
    "and until is null and customer in (select customer from segments_move where not enters)"};
// Who came and left on one day was never in it.
constexpr Statement kClose{
    "segments.close",
    "insert into segments_member (segment, customer, from_day, to_day, since, until) "
    "select segment, customer, from_day, cast($2 as date), cast($3 as bigint), null "
    "from segments_member where segment = $1 and to_day is null and until = $3 "
    "and from_day < cast($2 as date) "
    "and customer in (select customer from segments_move where not enters)"};
constexpr Statement kOpen{
    "segments.open",
    "insert into segments_member (segment, customer, from_day, to_day, since, until) "
    "select cast($1 as bigint), customer, cast($2 as date), null, cast($3 as bigint), null "
    "from segments_move where enters"};
constexpr Statement kSizes{"segments.sizes",
                           "select segment, count(*) as members from segments_member "
                           "where to_day is null and until is null group by segment"};
constexpr Statement kFollowed{
    "segments.followed", "select segment, version, day, change, currency from segments_followed"};
constexpr Statement kMakeFollowed{
    "segments.make_followed",
    "insert into segments_followed (segment, version, day, change, currency) "
    "values ($1, $2, cast($3 as date), $4, $5) on conflict (segment) do nothing"};
constexpr Statement kFollow{
    "segments.follow",
    "update segments_followed set version = $2, day = cast($3 as date), change = $4, currency = $5 "
    "where segment = $1 and version = $6 and day = cast($7 as date) and change = $8"};
constexpr Statement kUnfollow{"segments.unfollow",
                              "delete from segments_followed where segment = $1"};
constexpr Statement kErased{"segments.erased",
                            "select count(*) as found from feed_customer_erased"};
constexpr Statement kForgetErased{
    "segments.forget_erased",
    "delete from segments_member where customer in (select customer from feed_customer_erased)"};
constexpr Statement kLatest{
    "segments.latest",
    "select coalesce(min(change), 0) as oldest, coalesce(max(change), 0) as latest, "
    "coalesce(max(case when customer = 0 then change end), 0) as everybody "
    "from feed_customer_changed"};
constexpr Statement kMoney{"segments.money", "select currency from feed_customer_money"};
// $1 to $2 the period, $3 the currency.
constexpr Statement kByChannel{
    "segments.by_channel",
    "with theirs as ("
    "select coalesce(m.customer, d.identity) as customer, d.channel, sum(d.events) as events, "
    "sum(d.orders) as orders, sum(case when d.currency = $3 then d.revenue else 0 end) as revenue, "
    "sum(case when d.currency = $3 then d.cost else 0 end) as cost "
    "from feed_identity_day d left join feed_customer_of m on m.identity = d.identity "
    "where d.day >= cast($1 as date) and d.day < cast($2 as date) and d.identity <> 0 "
    "group by coalesce(m.customer, d.identity), d.channel) "
    "select s.segment, t.channel, count(*) as customers, cast(sum(t.events) as bigint) as events, "
    "cast(sum(t.orders) as bigint) as orders, cast(sum(t.revenue) as bigint) as net_revenue, "
    "cast(sum(t.revenue) - sum(t.cost) as bigint) as margin "
    "from segments_member s join theirs t on t.customer = s.customer "
    "where s.to_day is null and s.until is null group by s.segment, t.channel "
    "order by s.segment, t.channel"};

constexpr Statement kForgetMoves{"segments.forget_moves", "delete from segments_move"};

// $1 to $4 the two periods, $5 the currency, $6 to $8 where top, large and medium end, in
// hundredths of a percent of the buyers. Two passes: of everybody only days, which are cheap, and
// sums of the few days on which there was money.
constexpr Statement kMovements{
    "segments.movements",
    "with seen as ("
    "select coalesce(m.customer, d.identity) as customer, min(d.day) as first_day, "
    "max(case when d.day < cast($2 as date) then d.day end) as last_before, "
    "max(d.day) as last_now from feed_identity_day d "
    "left join feed_customer_of m on m.identity = d.identity "
    "where d.identity <> 0 and d.day < cast($4 as date) group by coalesce(m.customer, "
    "d.identity)), "
    "bought as materialized ("
    "select coalesce(m.customer, d.identity) as customer, sum(d.orders) as ever_now, "
    "sum(case when d.day < cast($2 as date) then d.orders else 0 end) as ever_before, "
    "sum(case when d.day >= cast($3 as date) then d.orders else 0 end) as orders_now, "
    "sum(case when d.day >= cast($1 as date) and d.day < cast($2 as date) then d.orders else 0 "
    "end) as orders_before, "
    "cast(sum(case when d.day >= cast($3 as date) and d.currency = $5 then d.revenue - d.cost "
    "else 0 end) as bigint) as margin_now, "
    "cast(sum(case when d.day >= cast($1 as date) and d.day < cast($2 as date) "
    "and d.currency = $5 then d.revenue - d.cost else 0 end) as bigint) as margin_before "
    "from feed_identity_day d left join feed_customer_of m on m.identity = d.identity "
    "where d.identity <> 0 and d.day < cast($4 as date) "
    "and (d.orders <> 0 or d.revenue <> 0 or d.cost <> 0) "
    "group by coalesce(m.customer, d.identity)), "
    "ranked as ("
    "select 'before' as name, customer, "
    "row_number() over (order by margin_before desc, customer) - 1 as above, "
    "count(*) over () as buyers from bought where orders_before > 0 "
    "union all select 'now' as name, customer, "
    "row_number() over (order by margin_now desc, customer) - 1 as above, "
    "count(*) over () as buyers from bought where orders_now > 0), "
    "buyer as ("
    "select name, customer, case when above * 10000 < $6 * buyers then 'top' "
    "when above * 10000 < $7 * buyers then 'large' "
    "when above * 10000 < $8 * buyers then 'medium' else 'small' end as tier from ranked), "
    "placed as ("
    "select coalesce(b.margin_now, 0) as margin, "
    "case when s.first_day >= cast($2 as date) then null when x.tier is not null then x.tier "
    "when b.ever_before > 0 then 'inactive' "
    "when s.last_before >= cast($1 as date) then 'prospect' else 'suspect' end as before, "
    "case when y.tier is not null then y.tier when b.ever_now > 0 then 'inactive' "
    "when s.last_now >= cast($3 as date) then 'prospect' else 'suspect' end as now "
    "from seen s left join bought b on b.customer = s.customer "
    "left join buyer x on x.name = 'before' and x.customer = s.customer "
    "left join buyer y on y.name = 'now' and y.customer = s.customer) "
    "select before, now, count(*) as customers, cast(sum(margin) as bigint) as margin from placed "
    "group by before, now order by before, now"};

struct CustomerRow {
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(CustomerRow, (), (customer))

}  // namespace

void each_flip(Snapshot& figures, const std::string& conditions, Currency currency,
               std::optional<std::int64_t> changed_after,
               const std::function<void(const Flip&)>& take) {
  const auto taken = [&](Flip&& row) { take(row); };
  if (!changed_after) return figures.each<Flip>(kEachFlip, taken, conditions, currency);
  figures.each<Flip>(kEachChangedFlip, taken, conditions, currency, *changed_after);
}

void each_customer(Snapshot& figures, std::optional<std::int64_t> changed_after,
                   const std::function<void(CustomerId)>& take) {
  const auto taken = [&](CustomerRow&& row) { take(row.customer); };
  if (!changed_after) return figures.each<CustomerRow>(kEachCustomer, taken);
  figures.each<CustomerRow>(kEachChanged, taken, *changed_after);
}

std::vector<CustomerId> changed(Snapshot& figures, std::int64_t after) {
  return figures.all<CustomerId>(kChanged, after);
}

std::int64_t customers(Snapshot& figures) {
  return figures.one<std::int64_t>(kCustomers).value_or(0);
}

std::optional<Date> last_day(Snapshot& figures) {
  return figures.one<std::optional<Date>>(kLastDay).value_or(std::nullopt);
}

std::vector<FlipCount> flip_counts(Snapshot& figures, const std::string& conditions,
                                   Currency currency) {
  return figures.all<FlipCount>(kFlipCounts, conditions, currency);
}

void each_member(Snapshot& figures, SegmentId segment, std::optional<std::int64_t> changed_after,
                 const std::function<void(CustomerId)>& take) {
  const auto taken = [&](CustomerRow&& row) { take(row.customer); };
  if (!changed_after) return figures.each<CustomerRow>(kEachMember, taken, segment);
  figures.each<CustomerRow>(kEachChangedMember, taken, segment, *changed_after);
}

void move(Tx& tx, SegmentId segment, std::span<const Move> moves, Date day, Instant now) {
  if (moves.empty()) return;
  tx.append(kAddMove, moves);
  tx.change(kSupersede, segment, now);
  tx.change(kClose, segment, day, now);
  tx.change(kOpen, segment, day, now);
  tx.change(kForgetMoves);
}

std::vector<Member> members(Snapshot& figures, SegmentId segment, Date day, Instant known,
                            CustomerId after, std::int64_t limit) {
  return figures.all<Member>(kMembers, segment, day, known, after, limit);
}

std::int64_t member_count(Snapshot& figures, SegmentId segment, Date day, Instant known) {
  return *figures.one<std::int64_t>(kMemberCount, segment, day, known);
}

std::vector<Sized> sizes(Snapshot& figures) {
  return figures.all<Sized>(kSizes);
}

std::vector<FollowedSegment> followed(Snapshot& figures) {
  return figures.all<FollowedSegment>(kFollowed);
}

bool follow(Tx& tx, SegmentId segment, const std::optional<Followed>& from, const Followed& to) {
  const auto move = [&](const Statement& statement, const auto&... more) {
    return tx.change(statement, segment, to.version, to.day, to.change, to.currency, more...) == 1;
  };
  if (!from) return move(kMakeFollowed);
  return move(kFollow, from->version, from->day, from->change);
}

bool unfollow(Tx& tx, SegmentId segment) {
  return tx.change(kUnfollow, segment) == 1;
}

std::int64_t erased(Snapshot& figures) {
  return figures.one<std::int64_t>(kErased).value_or(0);
}

void forget_erased(Tx& tx) {
  tx.change(kForgetErased);
}

Latest latest(Snapshot& figures) {
  return figures.one<Latest>(kLatest).value_or(Latest{});
}

std::optional<Currency> money(Snapshot& figures) {
  return figures.one<Currency>(kMoney);
}

std::vector<SegmentChannel> by_channel(Snapshot& figures, const Period& period, Currency currency) {
  return figures.all<SegmentChannel>(kByChannel, period.from, period.to, currency);
}

void forget(Tx& tx, CustomerId customer) {
  tx.change(kForget, customer);
}

void remove_members(Tx& tx, SegmentId segment) {
  tx.change(kRemoveMembers, segment);
}

std::vector<Movement> movements(Snapshot& figures, const Thresholds& thresholds, Currency currency,
                                const Period& before, const Period& now) {
  const std::int64_t top = thresholds.top.number;
  const std::int64_t large = top + thresholds.large.number;
  const std::int64_t medium = large + thresholds.medium.number;
  return figures.all<Movement>(kMovements, before.from, before.to, now.from, now.to, currency, top,
                               large, medium);
}

std::span<const Statement* const> analytics_statements() {
  static constexpr const Statement* all[] = {&kEachFlip,          &kEachChangedFlip, &kCustomers,
                                             &kEachCustomer,      &kEachChanged,     &kLastDay,
                                             &kEachChangedMember, &kFlipCounts,      &kSizes,
                                             &kFollowed,          &kMakeFollowed,    &kFollow,
                                             &kUnfollow,          &kLatest,          &kErased,
                                             &kForgetErased,      &kMoney,           &kByChannel,
                                             &kEachMember,        &kMembers,         &kMemberCount,
                                             &kRemoveMembers,     &kForget,          &kAddMove,
                                             &kSupersede,         &kClose,           &kOpen,
                                             &kForgetMoves,       &kMovements,       &kChanged};
  return all;
}

}  // namespace sluis::segments::sql
