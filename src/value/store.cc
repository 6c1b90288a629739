#include "value/store.h"

namespace sluis::value::sql {
namespace {

using analytics::Snapshot;
using analytics::Tx;
using store::Joined;
using store::Statement;

constexpr Statement kSpan{
    "value.span",
    "select min(case when orders > 0 and currency = $1 then day end) as first, max(day) as last "
    "from feed_daily having min(case when orders > 0 and currency = $1 then day end) is not null"};
constexpr Statement kMoney{"value.money", "select currency from feed_customer_money"};
constexpr Statement kReceived{"value.received", "select received from feed_shipped"};

// $1 the currency, $2 the last day that counts. A purchase is a day on which somebody ordered and
// not more came back than was bought.
constexpr std::string_view kBought =
    "with fact as (select coalesce(map.customer, seen.identity) as customer, seen.day, "
    "seen.channel, sum(case when seen.currency = $1 then seen.orders else 0 end) as orders, "
    "sum(case when seen.currency = $1 then seen.revenue else 0 end) as revenue, "
    "sum(case when seen.currency = $1 then seen.cost else 0 end) as cost, "
    "min(seen.first_ts) as first_ts from feed_identity_day as seen "
    "left join feed_customer_of as map on map.identity = seen.identity "
    "where seen.identity <> 0 and seen.day <= cast($2 as date) "
    "group by coalesce(map.customer, seen.identity), seen.day, seen.channel), "
    "bought as (select customer, day, row_number() over (partition by customer order by day) "
    "as number from fact group by customer, day having sum(orders) > 0 and sum(revenue) >= 0) ";
constexpr std::string_view kInto =
    "insert into value_buyer (customer, channel, first_day, second_day, last_day, purchases, "
    "spent, "
    "spent_again, margin, purchases_before, last_before, spent_again_before, channels_before, "
    "channels_after) ";
// $3 the day from which the models are checked.
constexpr std::string_view kHistories =
    ", history as (select customer, min(day) as first_day, "
    "min(case when number = 2 then day end) as second_day, max(day) as last_day, "
    "count(*) as purchases, sum(case when day <= cast($3 as date) then 1 else 0 end) as before, "
    "max(case when day <= cast($3 as date) then day end) as last_before "
    "from bought group by customer), "
    "began as (select fact.customer, fact.channel, row_number() over "
    "(partition by fact.customer order by fact.first_ts, fact.channel) as place "
    "from fact join history on history.customer = fact.customer "
    "and history.first_day = fact.day where fact.orders > 0) "
    "select history.customer, min(began.channel), min(history.first_day), "
    "min(history.second_day), min(history.last_day), min(history.purchases), "
    "cast(sum(fact.revenue) as bigint), "
    "cast(sum(case when fact.day > history.first_day then fact.revenue else 0 end) as bigint), "
    "cast(sum(fact.revenue - fact.cost) as bigint), cast(min(history.before) as bigint), "
    "min(history.last_before), cast(sum(case when fact.day > history.first_day "
    "and fact.day <= cast($3 as date) then fact.revenue else 0 end) as bigint), "
    "count(distinct case when fact.day <= cast($3 as date) then fact.channel end), "
    "count(distinct case when fact.day > cast($3 as date) then fact.channel end) "
    "from history join began on began.customer = history.customer and began.place = 1 "
    "join fact on fact.customer = history.customer group by history.customer "
    "order by history.customer";
constexpr Statement kGather{"value.gather", Joined<kInto, kBought, kHistories>::sql};
constexpr std::string_view kRepeats =
    "select bought.day, count(*) as purchases from bought "
    "join value_buyer as buyer on buyer.customer = bought.customer "
    "where buyer.first_day <= cast($3 as date) and bought.number > 1 "
    "group by bought.day order by bought.day";
constexpr Statement kRepeatsByDay{"value.repeats_by_day", Joined<kBought, kRepeats>::sql};

constexpr std::string_view kSelectBuyer =
    "select customer, channel, first_day, second_day, last_day, purchases, spent, spent_again, "
    "margin, purchases_before, last_before, spent_again_before, channels_before, channels_after "
    "from value_buyer ";
constexpr std::string_view kEach = "order by customer";
constexpr std::string_view kNext = "where customer > $1 order by customer limit cast($2 as bigint)";
constexpr Statement kDropBuyers{"value.drop_buyers", "delete from value_buyer"};
constexpr Statement kBuyers{"value.buyers", "select count(*) as found from value_buyer"};
constexpr Statement kEachBuyer{"value.each_buyer", Joined<kSelectBuyer, kEach>::sql};
constexpr Statement kBuyersAfter{"value.buyers_after", Joined<kSelectBuyer, kNext>::sql};

constexpr Statement kFit{"value.fit", "select published, figures from value_fit where fit = $1"};
constexpr Statement kPublished{"value.published", "select figures from value_fit where published"};
constexpr Statement kDropBegun{"value.drop_begun", "delete from value_fit where not published"};
constexpr Statement kBegin{"value.begin",
                           "insert into value_fit (fit, published, figures) "
                           "values ($1, false, '')"};
constexpr Statement kKeep{"value.keep",
                          "update value_fit set figures = $2 where fit = $1 and not published"};
constexpr Statement kDropOthersBegun{
    "value.drop_others_begun",
    "delete from value_customer where fit not in (select fit from value_fit)"};
constexpr Statement kDropAfter{"value.drop_after",
                               "delete from value_customer where fit = $1 and customer > $2"};
constexpr Statement kPut{
    "value.put",
    "insert into value_customer (customer, channel, first_day, second_day, last_day, purchases, "
    "spent, recency, frequency, monetary, alive, orders, orders_low, orders_high, clv, clv_low, "
    "clv_high, fit) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, "
    "$17, $18)"};
constexpr Statement kDropOldFits{"value.drop_old_fits", "delete from value_fit where fit <> $1"};
constexpr Statement kDropOld{"value.drop_old", "delete from value_customer where fit <> $1"};
constexpr Statement kPublish{"value.publish",
                             "update value_fit set published = true where fit = $1"};
constexpr Statement kDropCustomers{"value.drop_customers", "delete from value_customer"};
constexpr Statement kDropFits{"value.drop_fits", "delete from value_fit"};
constexpr Statement kForget{"value.forget", "delete from value_customer where customer = $1"};
constexpr Statement kForgetBuyer{"value.forget_buyer",
                                 "delete from value_buyer where customer = $1"};

constexpr Statement kGrid{
    "value.grid",
    "select recency, frequency, count(*) as customers, cast(sum(spent) as bigint) as spent, "
    "cast(sum(clv) as bigint) as clv, avg(alive) as alive, sum(orders) as orders "
    "from feed_customer_value group by recency, frequency order by recency, frequency"};
// What is chosen, 0 where it may be any.
constexpr std::string_view kChosen =
    "where (cast($1 as bigint) = 0 or recency = $1) and (cast($2 as bigint) = 0 or frequency = $2) "
    "and (cast($3 as bigint) = 0 or monetary = $3) and (cast($4 as bigint) = 0 or channel = $4) ";
constexpr std::string_view kSelectWorth =
    "select customer, channel, first_day, second_day, last_day, purchases, spent, recency, "
    "frequency, monetary, alive, orders, orders_low, orders_high, clv, clv_low, clv_high "
    "from feed_customer_value ";
// $6 and $7: where the page before ended.
constexpr std::string_view kPage =
    "and (cast($5 as bigint) = 0 or coalesce(clv, spent) < cast($6 as bigint) "
    "or (coalesce(clv, spent) = cast($6 as bigint) and customer > cast($7 as bigint))) "
    "order by coalesce(clv, spent) desc, customer limit cast($8 as bigint)";
constexpr std::string_view kSelectCount = "select count(*) as found from feed_customer_value ";
constexpr Statement kCustomers{"value.customers", Joined<kSelectWorth, kChosen, kPage>::sql};
constexpr Statement kCount{"value.count", Joined<kSelectCount, kChosen>::sql};

// $1 the last day that counts, $2 a year before it, $3 and $4 the days of a repeat.
constexpr Statement kByChannel{
    "value.by_channel",
    "select channel, count(*) as customers, count(clv) as valued, "
    "coalesce(sum(cast(clv as double precision) / 1000000), 0) as clv, "
    "coalesce(sum(cast(clv as double precision) / 1000000 * "
    "(cast(clv as double precision) / 1000000)), 0) as clv_squares, "
    "coalesce(avg(alive), 0) as alive, cast(sum(spent) as bigint) as spent, "
    "cast(sum(case when first_day > cast($2 as date) then 1 else 0 end) as bigint) "
    "as new_customers, "
    "cast(sum(case when first_day <= cast($3 as date) then 1 else 0 end) as bigint) "
    "as could_repeat, "
    "cast(sum(case when first_day <= cast($3 as date) and second_day - first_day <= "
    "cast($4 as integer) then 1 else 0 end) as bigint) as repeated, "
    "cast(sum(case when first_day <= cast($2 as date) then 1 else 0 end) as bigint) as could_stay, "
    "cast(sum(case when first_day <= cast($2 as date) and last_day > cast($2 as date) "
    "and last_day <= cast($1 as date) then 1 else 0 end) as bigint) as stayed "
    "from feed_customer_value group by channel order by count(*) desc, channel"};

constexpr Statement kBeginNight{
    "value.begin_night", "insert into value_night (day) values ($1) on conflict (day) do nothing"};
constexpr Statement kForgetNights{"value.forget_nights", "delete from value_night where day < $1"};

// Bound for kChosen.
template <class Run>
auto with(const Chosen& chosen, const Run& run) {
  return run(chosen.recency.value_or(0), chosen.frequency.value_or(0), chosen.monetary.value_or(0),
             chosen.channel.value_or(ChannelId{}));
}

}  // namespace

std::optional<Span> span(Snapshot& figures, Currency currency) {
  return figures.one<Span>(kSpan, currency);
}

std::optional<Currency> money(Snapshot& figures) {
  return figures.one<Currency>(kMoney);
}

std::optional<Instant> received(Snapshot& figures) {
  return figures.one<Instant>(kReceived);
}

void gather(Tx& tx, const SoldSpan& span, Currency currency) {
  tx.change(kDropBuyers);
  tx.change(kGather, currency, span.until, span.check.value_or(span.until));
}

std::int64_t buyers(Snapshot& figures) {
  return figures.one<std::int64_t>(kBuyers).value_or(0);
}

void each_buyer(Snapshot& figures, const std::function<void(const BuyerRow&)>& take) {
  figures.each<BuyerRow>(kEachBuyer, take);
}

std::vector<BuyerRow> buyers_after(Snapshot& figures, CustomerId after, std::int64_t limit) {
  return figures.all<BuyerRow>(kBuyersAfter, after, limit);
}

std::vector<DayCount> repeats_by_day(Snapshot& figures, const SoldSpan& span, Currency currency) {
  return figures.all<DayCount>(kRepeatsByDay, currency, span.until,
                               span.check.value_or(span.until));
}

std::optional<Fit> fit(Snapshot& figures, JobId fit) {
  return figures.one<Fit>(kFit, fit);
}

std::optional<Json> published(Snapshot& figures) {
  return figures.one<Json>(kPublished);
}

void begin(Tx& tx, JobId fit) {
  tx.change(kDropBegun);
  tx.change(kDropOthersBegun);
  tx.change(kBegin, fit);
}

void keep(Tx& tx, JobId fit, const Json& figures) {
  tx.change(kKeep, fit, figures);
}

void put(Tx& tx, JobId fit, CustomerId after, std::span<const Worth> customers) {
  tx.change(kDropAfter, fit, after);
  std::vector<CustomerRow> rows;
  rows.reserve(customers.size());
  for (const Worth& one : customers)
    rows.push_back({one, fit});
  tx.append(kPut, rows);
}

void publish(Tx& tx, JobId fit) {
  tx.change(kDropOldFits, fit);
  tx.change(kDropOld, fit);
  tx.change(kPublish, fit);
  tx.change(kDropBuyers);
}

void clear(Tx& tx) {
  tx.change(kDropCustomers);
  tx.change(kDropFits);
  tx.change(kDropBuyers);
}

void forget(Tx& tx, CustomerId customer) {
  tx.change(kForget, customer);
  tx.change(kForgetBuyer, customer);
}

std::vector<Cell> grid(Snapshot& figures) {
  return figures.all<Cell>(kGrid);
}

std::vector<Worth> customers(Snapshot& figures, const Chosen& chosen,
                             const std::optional<Place>& after, std::int64_t limit) {
  const Place place = after.value_or(Place{});
  return with(chosen, [&](const auto&... one) {
    return figures.all<Worth>(kCustomers, one..., std::int64_t{after.has_value()}, place.worth,
                              place.customer, limit);
  });
}

std::int64_t count(Snapshot& figures, const Chosen& chosen) {
  return with(chosen, [&](const auto&... one) {
    return figures.one<std::int64_t>(kCount, one...).value_or(0);
  });
}

std::vector<ChannelSums> by_channel(Snapshot& figures, Date until) {
  const auto before = [&](std::int64_t days) { return until + std::chrono::days(-days); };
  return figures.all<ChannelSums>(kByChannel, until, before(kYearDays), before(kRepeatDays),
                                  kRepeatDays);
}

bool begin_night(store::Tx& tx, Date day) {
  const std::string night = to_string(day);
  tx.change(kForgetNights, night);
  return tx.change(kBeginNight, night) > 0;
}

std::span<const Statement* const> statements() {
  static constexpr const Statement* all[] = {&kBeginNight, &kForgetNights};
  return all;
}

std::span<const Statement* const> analytics_statements() {
  static constexpr const Statement* all[] = {
      &kSpan,    &kMoney,     &kReceived,        &kGather,    &kRepeatsByDay, &kDropBuyers,
      &kBuyers,  &kEachBuyer, &kBuyersAfter,     &kFit,       &kPublished,    &kDropBegun,
      &kBegin,   &kKeep,      &kDropOthersBegun, &kDropAfter, &kPut,          &kDropOldFits,
      &kDropOld, &kPublish,   &kDropCustomers,   &kDropFits,  &kForget,       &kForgetBuyer,
      &kGrid,    &kCustomers, &kCount,           &kByChannel};
  return all;
}

}  // namespace sluis::value::sql
