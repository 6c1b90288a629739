#include "connectors/store.h"

#include "connectors/store_inbox.h"
#include "connectors/store_outgoing.h"
#include "connectors/store_subscriptions.h"
#include "kernel/fold.h"

namespace sluis::connectors::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect =
    "select id, version, name, system, channel, location, address, state, calls_per_minute, "
    "tells_stock, tells_prices, key, created, changed from connectors_connections";
constexpr std::string_view kByName = " order by name, id";
constexpr std::string_view kById = " where id = $1";
constexpr std::string_view kByKey = " where key = $1";
constexpr Statement kConnections{"connectors.connections", store::Joined<kSelect, kByName>::sql};
constexpr Statement kConnection{"connectors.connection", store::Joined<kSelect, kById>::sql};
constexpr Statement kWithKey{"connectors.with_key", store::Joined<kSelect, kByKey>::sql};
constexpr Statement kInsert{
    "connectors.insert",
    "insert into connectors_connections (id, version, name, system, channel, location, address, "
    "state, calls_per_minute, tells_stock, tells_prices, key, created, changed) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
// $15: the version that is replaced. System, channel, key and the moment of creation stay.
constexpr Statement kUpdate{
    "connectors.update",
    "update connectors_connections set version = $2, name = $3, location = $6, address = $7, "
    "state = $8, calls_per_minute = $9, tells_stock = $10, tells_prices = $11, changed = $14 "
    "where id = $1 and version = $15 and system = $4 and channel = $5 and key = $12 "
    "and created = $13"};

constexpr Statement kInsertHealth{
    "connectors.insert_health",
    "insert into connectors_health (connection, last_number, trouble) values ($1, 0, '')"};
constexpr Statement kHealth{
    "connectors.health",
    "select received, troubled, trouble from connectors_health where connection = $1"};
constexpr Statement kReceived{"connectors.received",
                              "update connectors_health set received = $2 where connection = $1"};
constexpr Statement kTrouble{
    "connectors.trouble",
    "update connectors_health set troubled = $2, trouble = $3 where connection = $1"};

constexpr Statement kSecrets{
    "connectors.secrets",
    "select secret from connectors_secrets where connection = $1 and purpose = $2 "
    "and (ends is null or ends > $3) order by id desc"};
constexpr Statement kInsertSecret{
    "connectors.insert_secret",
    "insert into connectors_secrets (connection, purpose, id, secret, created, ends) "
    "values ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kEndSecrets{
    "connectors.end_secrets",
    "update connectors_secrets set ends = $3 where connection = $1 and purpose = $2 "
    "and ends is null"};

constexpr Statement kNumber{
    "connectors.number",
    "select number from connectors_numbers where connection = $1 and kind = $2 and thing = $3"};
constexpr Statement kThing{
    "connectors.thing",
    "select thing from connectors_numbers where connection = $1 and kind = $2 and number = $3"};
constexpr Statement kNextNumber{
    "connectors.next_number",
    "update connectors_health set last_number = last_number + 1 where connection = $1 "
    "returning last_number"};
constexpr Statement kAddNumber{
    "connectors.add_number",
    "insert into connectors_numbers (connection, number, kind, thing) values ($1, $2, $3, $4) "
    "on conflict (connection, kind, thing) do nothing"};

// $1: searched for in variant or product; $2: a SKU, or empty.
constexpr std::string_view kWantedVariants =
    " from feed_variant where (variant_search like $1 escape '\\' or product_search like $1 "
    "escape '\\') and (sku_key = $2 or $2 = '')";
constexpr std::string_view kIds = "select id";
constexpr std::string_view kCount = "select count(*)";
constexpr std::string_view kVariantPage = " order by sku_key limit $3 offset $4";
constexpr Statement kVariants{"connectors.variants",
                              store::Joined<kIds, kWantedVariants, kVariantPage>::sql};
constexpr Statement kCountVariants{"connectors.count_variants",
                                   store::Joined<kCount, kWantedVariants>::sql};

// $2: names of states, each between commas, or empty.
constexpr std::string_view kWantedOrders =
    " from feed_order where channel = $1 and ($2 = '' or $2 like '%,' || state || ',%') "
    "and placed >= $3 and placed < $4 and changed >= $5";
constexpr std::string_view kOrderPage = " order by id desc limit $6 offset $7";
constexpr Statement kOrders{"connectors.orders",
                            store::Joined<kIds, kWantedOrders, kOrderPage>::sql};
constexpr Statement kCountOrders{"connectors.count_orders",
                                 store::Joined<kCount, kWantedOrders>::sql};

constexpr const Statement* kStatements[] = {
    &kConnections,  &kConnection, &kWithKey,       &kInsert,  &kUpdate,
    &kInsertHealth, &kHealth,     &kReceived,      &kTrouble, &kSecrets,
    &kInsertSecret, &kEndSecrets, &kNumber,        &kThing,   &kNextNumber,
    &kAddNumber,    &kVariants,   &kCountVariants, &kOrders,  &kCountOrders};

constexpr Instant kLatest{std::int64_t{253'402'300'800} * 1'000'000};  // the year 10000

}  // namespace

std::vector<Connection> connections(Snapshot& snapshot) {
  return snapshot.all<Connection>(kConnections);
}

std::optional<Connection> connection(Snapshot& snapshot, ConnectionId id) {
  return snapshot.one<Connection>(kConnection, id);
}

std::optional<Connection> with_key(Snapshot& snapshot, const std::string& key) {
  return snapshot.one<Connection>(kWithKey, key);
}

void insert(Tx& tx, const Connection& connection) {
  std::apply([&](const auto&... field) { tx.change(kInsert, field...); }, tie_fields(connection));
  tx.change(kInsertHealth, connection.id);
}

bool update(Tx& tx, const Connection& connection, std::int64_t version) {
  const auto update = [&](const auto&... field) { return tx.change(kUpdate, field..., version); };
  return std::apply(update, tie_fields(connection)) == 1;
}

std::optional<Health> health(Snapshot& snapshot, ConnectionId id) {
  return snapshot.one<Health>(kHealth, id);
}

void note_received(Tx& tx, ConnectionId id, Instant now) {
  tx.change(kReceived, id, now);
}

void note_trouble(Tx& tx, ConnectionId id, Instant now, std::string_view what) {
  tx.change(kTrouble, id, now, what);
}

std::vector<std::string> secrets(Snapshot& snapshot, ConnectionId id, Purpose purpose,
                                 Instant now) {
  return snapshot.all<std::string>(kSecrets, id, purpose, now);
}

void insert(Tx& tx, const Secret& secret) {
  std::apply([&](const auto&... field) { tx.change(kInsertSecret, field...); }, tie_fields(secret));
}

void end_secrets(Tx& tx, ConnectionId id, Purpose purpose, Instant ends) {
  tx.change(kEndSecrets, id, purpose, ends);
}

std::optional<std::int64_t> number(Snapshot& snapshot, ConnectionId id, Numbered kind,
                                   std::int64_t thing) {
  return snapshot.one<std::int64_t>(kNumber, id, kind, thing);
}

std::optional<std::int64_t> thing(Snapshot& snapshot, ConnectionId id, Numbered kind,
                                  std::int64_t number) {
  return snapshot.one<std::int64_t>(kThing, id, kind, number);
}

void add_number(Tx& tx, ConnectionId id, Numbered kind, std::int64_t thing) {
  const auto next = tx.one<std::int64_t>(kNextNumber, id);
  SLUIS_ASSERT(next);
  tx.change(kAddNumber, id, *next, kind, thing);
}

std::vector<catalog::VariantId> variants(Snapshot& snapshot, const VariantPage& page) {
  return snapshot.all<catalog::VariantId>(kVariants, containing(page.search), folded(page.sku),
                                          page.limit, page.skip);
}

std::int64_t count_variants(Snapshot& snapshot, const VariantPage& page) {
  return *snapshot.one<std::int64_t>(kCountVariants, containing(page.search), folded(page.sku));
}

std::vector<orders::OrderId> orders(Snapshot& snapshot, const OrderPage& page) {
  return snapshot.all<orders::OrderId>(
      kOrders, page.channel, page.states, page.from.value_or(Instant()), page.to.value_or(kLatest),
      page.changed_from.value_or(Instant()), page.limit, page.skip);
}

std::int64_t count_orders(Snapshot& snapshot, const OrderPage& page) {
  return *snapshot.one<std::int64_t>(kCountOrders, page.channel, page.states,
                                     page.from.value_or(Instant()), page.to.value_or(kLatest),
                                     page.changed_from.value_or(Instant()));
}

std::span<const Statement* const> statements() {
  static const std::vector<const Statement*> all = [] {
    std::vector<const Statement*> both(std::begin(kStatements), std::end(kStatements));
    std::ranges::copy(inbox_statements(), std::back_inserter(both));
    std::ranges::copy(outgoing_statements(), std::back_inserter(both));
    std::ranges::copy(subscription_statements(), std::back_inserter(both));
    return both;
  }();
  return all;
}

}  // namespace sluis::connectors::sql
