#include "customers/store_figures.h"

namespace sluis::customers::sql {
namespace {

using analytics::Snapshot;
using analytics::Tx;
using store::Statement;

constexpr Statement kFollowed{
    "customers.followed",
    "select shipment, transaction_id, number, followed, currency from customers_followed"};
constexpr Statement kMakeFollowed{
    "customers.make_followed",
    "insert into customers_followed (id, shipment, transaction_id, number, followed, currency) "
    "values (1, $1, $2, $3, $4, $5) on conflict (id) do nothing"};
constexpr Statement kFollow{
    "customers.follow",
    "update customers_followed set shipment = $1, transaction_id = $2, number = $3, followed = $4, "
    "currency = $5 where shipment = $6 and transaction_id = $7 and number = $8"};
constexpr Statement kShipments{"customers.shipments", "select shipments from feed_shipped"};
constexpr Statement kMainCurrency{
    "customers.main_currency",
    "select currency from feed_daily where kind in ('order_completed', 'order_line') "
    "group by currency order by case when currency = $1 then 0 else 1 end, sum(orders) desc, "
    "currency limit 1"};

constexpr Statement kAddMerged{"customers.add_merged",
                               "insert into customers_merged (identity, customer) values ($1, $2)"};
constexpr Statement kForgetFollowed{"customers.forget_followed", "delete from customers_followed"};
constexpr Statement kForgetMap{"customers.forget_map", "delete from customers_merged"};
constexpr Statement kAddMoved{"customers.add_moved",
                              "insert into customers_moved (identity, customer) values ($1, $2)"};
constexpr Statement kAddStale{"customers.add_stale",
                              "insert into customers_stale (customer) values ($1)"};
constexpr Statement kUnmapStale{
    "customers.unmap_stale",
    "delete from customers_merged where customer in (select customer from customers_stale)"};
constexpr Statement kUnmapMoved{
    "customers.unmap_moved",
    "delete from customers_merged where identity in (select identity from customers_moved)"};
constexpr Statement kMapMoved{"customers.map_moved",
                              "insert into customers_merged (identity, customer) "
                              "select identity, customer from customers_moved"};
constexpr Statement kForgetMoved{"customers.forget_moved", "delete from customers_moved"};

constexpr Statement kForgetPlaces{"customers.forget_places", "delete from customers_place"};
constexpr Statement kForgetChannels{"customers.forget_channels", "delete from customers_channel"};
constexpr Statement kForgetProfiles{"customers.forget_profiles", "delete from customers_profile"};
constexpr Statement kStaleSince{
    "customers.stale_since",
    "insert into customers_stale (customer) "
    "select distinct coalesce(m.customer, d.identity) from feed_identity_day d "
    "left join customers_merged m on m.identity = d.identity "
    "where d.shipment > $1 and d.identity <> 0"};
constexpr Statement kStaleChannels{
    "customers.stale_channels",
    "delete from customers_channel where customer in (select customer from customers_stale)"};
constexpr Statement kStaleProfiles{
    "customers.stale_profiles",
    "delete from customers_profile where customer in (select customer from customers_stale)"};
// So many customers are worked out at a time: their sums fit in memory.
constexpr std::int64_t kAtOnce = 100'000;
// $1 the currency; of the stale customers the portion $3 of $2. One has the identities that are
// mapped to it; one that has none is the identity of its own number, if that is not mapped.
constexpr Statement kRenewChannels{
    "customers.renew_channels",
    "insert into customers_channel (customer, channel, first_seen, last_seen, events, orders, "
    "units, net_revenue, margin, last_order) "
    "with stale as (select distinct customer from customers_stale where customer % $2 = $3), "
    "theirs as (select m.identity, m.customer from customers_merged m "
    "join stale s on s.customer = m.customer "
    "union all select s.customer as identity, s.customer from stale s "
    "left join customers_merged m on m.identity = s.customer where m.identity is null) "
    "select t.customer, d.channel, coalesce(min(d.first_ts), 0), coalesce(max(d.last_ts), 0), "
    "cast(sum(d.events) as bigint), cast(sum(d.orders) as bigint), "
    "cast(sum(d.quantity) as bigint), "
    "cast(sum(case when d.currency = $1 then d.revenue else 0 end) as bigint), "
    "cast(sum(case when d.currency = $1 then d.revenue - d.cost else 0 end) as bigint), "
    "max(case when d.orders > 0 then d.day end) "
    "from feed_identity_day d join theirs t on t.identity = d.identity "
    "group by t.customer, d.channel"};
constexpr Statement kAddPlaces{
    "customers.add_places",
    "insert into customers_place (channel, place) select d.channel, "
    "cast((select count(*) from customers_place) + row_number() over (order by d.channel) - 1 as "
    "integer) from (select distinct channel from feed_daily) as d "
    "left join customers_place p on p.channel = d.channel where p.channel is null"};
constexpr Statement kRenewProfiles{
    "customers.renew_profiles",
    "insert into customers_profile (customer, first_seen, last_seen, last_channel, channels, "
    "seen_on, events, orders, units, net_revenue, margin, last_order) "
    "with latest as (select c.customer, max(c.last_seen) as last_seen from customers_channel c "
    "where c.customer in (select customer from customers_stale where customer % $1 = $2) "
    "group by c.customer) "
    "select c.customer, min(c.first_seen), l.last_seen, "
    "min(case when c.last_seen = l.last_seen then c.channel end), count(*), "
    "cast(coalesce(sum(cast(1 as bigint) << p.place), 0) as bigint), "
    "cast(sum(c.events) as bigint), cast(sum(c.orders) as bigint), "
    "cast(sum(c.units) as bigint), cast(sum(c.net_revenue) as bigint), "
    "cast(sum(c.margin) as bigint), max(c.last_order) "
    "from customers_channel c join latest l on l.customer = c.customer "
    "left join customers_place p on p.channel = c.channel and p.place < 63 "
    "group by c.customer, l.last_seen"};
// The same of who never did anything, but is known since a moment. $1 and $2 as above.
constexpr Statement kRenewKnown{
    "customers.renew_known",
    "insert into customers_profile (customer, first_seen, last_seen, last_channel, channels, "
    "seen_on, events, orders, units, net_revenue, margin, last_order) "
    "with quiet as (select distinct s.customer from customers_stale s "
    "left join customers_profile p on p.customer = s.customer "
    "where p.customer is null and s.customer % $1 = $2), "
    "theirs as (select m.identity, m.customer from customers_merged m "
    "join quiet q on q.customer = m.customer "
    "union all select q.customer as identity, q.customer from quiet q "
    "left join customers_merged m on m.identity = q.customer where m.identity is null) "
    "select t.customer, min(k.since), min(k.since), 0, 0, 0, 0, 0, 0, 0, 0, "
    "cast(null as date) "
    "from customers_known k join theirs t on t.identity = k.identity group by t.customer"};
constexpr Statement kAddKnown{"customers.add_known",
                              "insert into customers_known (identity, since) values ($1, $2)"};
constexpr Statement kForgetKnown{"customers.forget_known", "delete from customers_known"};
constexpr Statement kForgetKnownOf{"customers.forget_known_of",
                                   "delete from customers_known where identity = $1"};
constexpr Statement kStaleKnown{"customers.stale_known",
                                "insert into customers_stale (customer) "
                                "select coalesce(m.customer, k.identity) from customers_known k "
                                "left join customers_merged m on m.identity = k.identity"};
constexpr Statement kCountStale{"customers.count_stale",
                                "select count(*) as found from customers_stale"};
constexpr Statement kStaleMerged{"customers.stale_merged",
                                 "insert into customers_stale (customer) "
                                 "select customer from customers_merged where identity = $1"};
constexpr Statement kForgetMerged{"customers.forget_map_of",
                                  "delete from customers_merged where identity = $1"};
constexpr Statement kAddErased{
    "customers.add_erased",
    "insert into customers_erased (erased) select distinct customer from customers_stale "
    "where customer not in (select erased from customers_erased)"};

// Everybody's figures; and those of whom is stale.
constexpr Statement kTellAll{"customers.tell_all",
                             "insert into customers_changed (customer, change) "
                             "select 0, coalesce(max(change), 0) + 1 from customers_changed"};
constexpr Statement kTellStale{
    "customers.tell_stale",
    "insert into customers_changed (customer, change) "
    "select stale.customer, last.change + 1 from (select distinct customer from customers_stale) "
    "as stale cross join (select coalesce(max(change), 0) as change from customers_changed) as "
    "last"};
// What is told at once, and what is kept: whoever missed more looks at everybody, which is quicker.
constexpr std::int64_t kToldMost = 100'000;
constexpr std::int64_t kKeptMost = 200'000;
constexpr Statement kForgetChanged{
    "customers.forget_changed",
    "delete from customers_changed where change <= (select coalesce(max(change), 0) from "
    "(select change, sum(count(*)) over (order by change desc) as told from customers_changed "
    "group by change) as changes where told > $1)"};
constexpr Statement kKeepLatestChange{
    "customers.keep_latest_change",
    "delete from customers_changed where change < (select max(change) from customers_changed)"};
constexpr Statement kForgetStale{"customers.forget_stale", "delete from customers_stale"};

}  // namespace

std::optional<Followed> followed(Snapshot& figures) {
  return figures.one<Followed>(kFollowed);
}

bool follow(Tx& tx, const std::optional<Followed>& from, const Followed& to) {
  const auto move = [&](const Statement& statement, const auto&... more) {
    return tx.change(statement, to.shipment, to.transaction_id, to.number, to.followed, to.currency,
                     more...) == 1;
  };
  if (!from) return move(kMakeFollowed);
  return move(kFollow, from->shipment, from->transaction_id, from->number);
}

std::int64_t shipments(Snapshot& figures) {
  return figures.one<std::int64_t>(kShipments).value_or(0);
}

std::optional<Currency> main_currency(Snapshot& figures, Currency company) {
  return figures.one<Currency>(kMainCurrency, company);
}

void replace_map(Tx& tx, std::span<const Merged> map) {
  tx.change(kForgetMap);
  tx.append(kAddMerged, map);
  tx.change(kForgetChannels);
  tx.change(kForgetProfiles);
  note_shipped(tx, 0);
  tx.change(kTellAll);
}

void replace_known(Tx& tx, std::span<const KnownSince> known) {
  tx.change(kForgetKnown);
  tx.append(kAddKnown, known);
  tx.change(kStaleKnown);
}

void add_known(Tx& tx, std::span<const KnownSince> known) {
  tx.append(kAddKnown, known);
}

void change_map(Tx& tx, std::span<const Stale> customers, std::span<const Merged> map) {
  tx.append(kAddStale, customers);
  tx.append(kAddMoved, map);
  tx.change(kUnmapStale);
  tx.change(kUnmapMoved);
  tx.change(kMapMoved);
  tx.change(kForgetMoved);
}

std::int64_t count_stale(Snapshot& figures) {
  return figures.one<std::int64_t>(kCountStale).value_or(0);
}

void note_shipped(Tx& tx, std::int64_t after) {
  tx.change(kStaleSince, after);
}

void tell_stale(Tx& tx) {
  if (count_stale(tx) > kToldMost) {
    tx.change(kTellAll);
    tx.change(kKeepLatestChange);
  } else {
    tx.change(kTellStale);
    tx.change(kForgetChanged, kKeptMost);
  }
}

void forget(Tx& tx, std::span<const IdentityId> identities, std::span<const CustomerId> numbers,
            IdentityId fresh) {
  for (const IdentityId id : identities) {
    tx.change(kStaleMerged, id);
    tx.change(kForgetMerged, id);
    tx.change(kForgetKnownOf, id);
  }
  std::vector<Stale> stale;
  for (const CustomerId number : numbers)
    stale.push_back({number});
  tx.append(kAddStale, stale);
  tx.change(kAddErased);
  tx.append(kAddStale, std::vector<Stale>{{CustomerId(fresh.number())}});
  tell_stale(tx);
  const auto state = followed(tx);
  renew(tx, state ? state->currency : Currency());
}

void renew(Tx& tx, Currency currency) {
  tx.change(kStaleChannels);
  tx.change(kStaleProfiles);
  tx.change(kAddPlaces);
  const std::int64_t portions = count_stale(tx) / kAtOnce + 1;
  for (std::int64_t portion = 0; portion < portions; ++portion) {
    tx.change(kRenewChannels, currency, portions, portion);
    tx.change(kRenewProfiles, portions, portion);
    tx.change(kRenewKnown, portions, portion);
  }
  tx.change(kForgetStale);
}

void clear(Tx& tx) {
  for (const Statement* statement :
       {&kForgetFollowed, &kForgetMap, &kForgetMoved, &kForgetStale, &kForgetChannels,
        &kForgetKnown, &kForgetProfiles, &kForgetPlaces, &kTellAll, &kKeepLatestChange})
    tx.change(*statement);
}

std::span<const Statement* const> figure_statements() {
  static constexpr const Statement* all[] = {
      &kFollowed,      &kMakeFollowed,     &kFollow,        &kShipments,      &kMainCurrency,
      &kAddMerged,     &kForgetMap,        &kAddMoved,      &kAddStale,       &kUnmapStale,
      &kUnmapMoved,    &kMapMoved,         &kForgetMoved,   &kForgetChannels, &kForgetProfiles,
      &kStaleSince,    &kStaleChannels,    &kStaleProfiles, &kRenewChannels,  &kRenewProfiles,
      &kForgetStale,   &kForgetFollowed,   &kTellAll,       &kTellStale,      &kForgetChanged,
      &kCountStale,    &kAddPlaces,        &kForgetPlaces,  &kStaleMerged,    &kForgetMerged,
      &kAddErased,     &kKeepLatestChange, &kRenewKnown,    &kAddKnown,       &kForgetKnown,
      &kForgetKnownOf, &kStaleKnown};
  return all;
}

}  // namespace sluis::customers::sql
