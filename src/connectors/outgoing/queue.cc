#include "connectors/outgoing/queue.h"

#include <cmath>

#include "company/company.h"
#include "connectors/connections.h"
#include "connectors/store_outgoing.h"

namespace sluis::connectors::outgoing {
namespace {

constexpr std::int64_t kSweptAtOnce = 100;
constexpr std::chrono::hours kLookedUpHolds{24};
constexpr std::int64_t kAnything = 1'000'000;  // what nobody told may be believed

bool tells(const Connection& of, Kind kind) {
  return kind == Kind::stock ? of.tells_stock : of.tells_prices;
}

// They had no such product not long ago.
bool is_absent(store::Snapshot& snapshot, const Connection& of, VariantId variant, Instant now) {
  const auto learnt = sql::learnt(snapshot, of.id, variant);
  return learnt && learnt->theirs.empty() && now - learnt->looked < kLookedUpHolds;
}

// Thousandths of pieces that would be sold in the next hour and are not there.
std::int64_t risk_of(store::Snapshot& snapshot, const Connection& of, VariantId variant,
                     std::int64_t believed, std::int64_t free, Instant now) {
  constexpr double thousandths = 1000;
  if (believed <= free) return 0;
  const double per_hour = stock::sold_per_hour(snapshot, variant, of.channel, now);
  return std::llround(thousandths * stock::expected_between(free, believed, per_hour));
}

// Nothing when they know it.
std::optional<Intent> intent_of(store::Snapshot& snapshot, const Connection& of, Kind kind,
                                VariantId variant, Instant now) {
  Intent intent{.connection = of.id,
                .kind = kind,
                .variant = variant,
                .since = now,
                .due = now,
                .again = {},
                .claimed = {},
                .why = {},
                .message = {}};
  if (kind == Kind::price) {
    const auto price = price_of(snapshot, of, variant, now);
    const auto learnt = sql::learnt(snapshot, of.id, variant);
    const bool known = !price || (learnt && learnt->price == price);
    return known ? std::nullopt : std::optional(intent);
  }
  const std::int64_t free = units_of(snapshot, of, variant);
  const auto belief = stock::belief(snapshot, variant, of.id.number());
  if (belief && belief->units == free) return std::nullopt;
  intent.risk = risk_of(snapshot, of, variant, belief ? belief->units : kAnything, free, now);
  return intent;
}

// ---- Facts

// The facts of catalog.
struct ProductFact {
  catalog::ProductId id;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ProductFact, (), (id, version))
struct VariantFact {
  VariantId id;
  catalog::ProductId product;
  catalog::Sku sku;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(VariantFact, (), (id, product, sku, version))

// And connectors' own.
struct ConnectionFact {
  ConnectionId id;
  System system = System::woocommerce;
  State state = State::on;
};
BOOST_DESCRIBE_STRUCT(ConnectionFact, (), (id, system, state))

void want_everywhere(store::Tx& tx, Kind kind, VariantId variant, Instant changed) {
  for (const Connection& of : sql::telling(tx))
    want(tx, of, kind, variant, changed);
}

// Of pieces that went or came, with the bundles that they are in.
Result<void> level_changed(store::Tx& tx, const outbox::Fact& fact) {
  const VariantId variant = TRY(from_json<stock::Level>(fact.payload.text)).variant;
  if (sql::telling(tx).empty()) return {};
  want_everywhere(tx, Kind::stock, variant, fact.created);
  for (const VariantId bundle : catalog::bundles_with(tx, variant))
    want_everywhere(tx, Kind::stock, bundle, fact.created);
  return {};
}

// What a channel leaves of a variant, which may be a part of bundles.
Result<void> buffer_reckoned(store::Tx& tx, const outbox::Fact& fact) {
  const auto now = TRY(from_json<stock::Reckoned>(fact.payload.text));
  for (const Connection& of : sql::telling(tx)) {
    if (of.channel != now.channel) continue;
    want(tx, of, Kind::stock, now.variant, fact.created);
    for (const VariantId bundle : catalog::bundles_with(tx, now.variant))
      want(tx, of, Kind::stock, bundle, fact.created);
  }
  return {};
}

Result<void> variant_changed(store::Tx& tx, const outbox::Fact& fact) {
  const VariantId variant = TRY(from_json<VariantFact>(fact.payload.text)).id;
  for (const Kind kind : {Kind::stock, Kind::price})
    want_everywhere(tx, kind, variant, fact.created);
  return {};
}

Result<void> product_changed(store::Tx& tx, const outbox::Fact& fact) {
  const auto product = TRY(from_json<ProductFact>(fact.payload.text)).id;
  if (sql::telling(tx).empty()) return {};
  for (const catalog::Variant& variant : catalog::variants_of(tx, product))
    want_everywhere(tx, Kind::stock, variant.id, fact.created);
  return {};
}

Result<void> all_changed(store::Tx& tx, const outbox::Fact& fact) {
  for (const Connection& of : sql::telling(tx))
    begin_sweep(tx, of.id, fact.created);
  return {};
}

Result<void> connection_changed(store::Tx& tx, const outbox::Fact& fact) {
  const ConnectionId id = TRY(from_json<ConnectionFact>(fact.payload.text)).id;
  const Connection of = TRY(connection(tx, id));
  if (!of.tells_stock) {
    sql::clear_queue(tx, of.id, Kind::stock);
    stock::forget_belief(tx, of.id.number(), {});
  }
  if (!of.tells_prices) sql::clear_queue(tx, of.id, Kind::price);
  begin_sweep(tx, of.id, fact.created);
  return {};
}

struct Heard {
  std::string_view topic;
  Result<void> (*take)(store::Tx&, const outbox::Fact&);
};
constexpr Heard kHeard[] = {{"stock.level_changed", level_changed},
                            {"stock.buffer_set", all_changed},
                            {"stock.buffer_reckoned", buffer_reckoned},
                            {"stock.location_changed", all_changed},
                            {"catalog.variant_added", variant_changed},
                            {"catalog.variant_changed", variant_changed},
                            {"catalog.product_changed", product_changed},
                            {"connectors.connection_added", connection_changed},
                            {"connectors.connection_changed", connection_changed},
                            {"connectors.connection_secret_changed", connection_changed}};

Result<void> notice(store::Tx& tx, const outbox::Fact& fact) {
  const auto heard = std::ranges::find(kHeard, fact.topic, &Heard::topic);
  return heard == std::end(kHeard) ? Result<void>() : heard->take(tx, fact);
}

}  // namespace

outbox::Consumer noticing() {
  std::vector<std::string> topics;
  for (const Heard& one : kHeard)
    topics.emplace_back(one.topic);
  return {.name = "connectors.noticing", .topics = std::move(topics), .consume = notice};
}

void want(store::Tx& tx, const Connection& of, Kind kind, VariantId variant, Instant changed) {
  if (!tells(of, kind) || is_absent(tx, of, variant, changed)) return;
  auto intent = intent_of(tx, of, kind, variant, changed);
  // What is on its way may be another number than they know now.
  if (!intent && sql::waits(tx, of.id, kind, variant)) {
    intent = Intent{.connection = of.id,
                    .kind = kind,
                    .variant = variant,
                    .since = changed,
                    .due = changed,
                    .again = {},
                    .claimed = {},
                    .why = {},
                    .message = {}};
  }
  if (!intent) return;
  sql::want(tx, *intent);
  tx.announce_facts();
}

bool sweep(store::Tx& tx, ConnectionId id, Instant now) {
  const auto of = connection(tx, id);
  const auto pace = sql::pace(tx, id);
  if (!of || !pace) return false;
  const catalog::VariantList some = catalog::variants(tx, {.search = "",
                                                           .product = {},
                                                           .after = pace->sweep_after.value_or(""),
                                                           .limit = kSweptAtOnce});
  for (const catalog::ListedVariant& variant : some.variants) {
    for (const Kind kind : {Kind::stock, Kind::price}) {
      if (!sql::waits(tx, id, kind, variant.id)) want(tx, *of, kind, variant.id, now);
    }
  }
  sql::sweep_from(tx, id, some.next, pace->sweep_after ? pace->swept : now);
  return some.next.has_value();
}

void begin_sweep(store::Tx& tx, ConnectionId id, Instant now) {
  sql::sweep_from(tx, id, "", now);
  tx.announce_facts();
}

void tell_all(store::Tx& tx, ConnectionId id, Instant now) {
  stock::forget_belief(tx, id.number(), {});
  sql::unlearn_all(tx, id);
  begin_sweep(tx, id, now);
}

std::int64_t units_of(store::Snapshot& snapshot, const Connection& of, VariantId variant) {
  return stock::available(snapshot, std::array{variant}, of.channel, of.location).front().free;
}

std::optional<Micro> price_of(store::Snapshot& snapshot, const Connection& of, VariantId variant,
                              Instant now) {
  const Currency currency = company::settings(snapshot).settings.currency;
  const auto price = catalog::price(
      snapshot, variant, {.channel = of.channel, .segments = {}, .currency = currency, .at = now});
  return price ? std::optional(price->amount) : std::nullopt;
}

}  // namespace sluis::connectors::outgoing
