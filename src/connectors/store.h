// The SQL of connectors: connections, their secrets, and the numbers that others know things by.
#pragma once

#include <span>

#include "connectors/connections.h"
#include "connectors/numbers.h"
#include "orders/orders.h"

namespace sluis::connectors::sql {

std::vector<Connection> connections(store::Snapshot& snapshot);
std::optional<Connection> connection(store::Snapshot& snapshot, ConnectionId id);
std::optional<Connection> with_key(store::Snapshot& snapshot, const std::string& key);
void insert(store::Tx& tx, const Connection& connection);
// False when `version` is not the present one.
bool update(store::Tx& tx, const Connection& connection, std::int64_t version);

std::optional<Health> health(store::Snapshot& snapshot, ConnectionId id);
void note_received(store::Tx& tx, ConnectionId id, Instant now);
void note_trouble(store::Tx& tx, ConnectionId id, Instant now, std::string_view what);

std::vector<std::string> secrets(store::Snapshot& snapshot, ConnectionId id, Purpose purpose,
                                 Instant now);
void insert(store::Tx& tx, const Secret& secret);
// Those that hold without end get one.
void end_secrets(store::Tx& tx, ConnectionId id, Purpose purpose, Instant ends);

std::optional<std::int64_t> number(store::Snapshot& snapshot, ConnectionId id, Numbered kind,
                                   std::int64_t thing);
std::optional<std::int64_t> thing(store::Snapshot& snapshot, ConnectionId id, Numbered kind,
                                  std::int64_t number);
// Takes the connection's row first, so that no number is given out twice.
void add_number(store::Tx& tx, ConnectionId id, Numbered kind, std::int64_t thing);

// Pages as they are asked for in the words of others: by how many to skip.
struct VariantPage {
  std::string search;
  std::string sku;
  std::int64_t skip = 0;
  std::int64_t limit = 10;
};
std::vector<catalog::VariantId> variants(store::Snapshot& snapshot, const VariantPage& page);
std::int64_t count_variants(store::Snapshot& snapshot, const VariantPage& page);
struct OrderPage {
  ChannelId channel;
  std::string states;  // names, each between commas; empty: all
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<Instant> changed_from;
  std::int64_t skip = 0;
  std::int64_t limit = 10;
};
std::vector<orders::OrderId> orders(store::Snapshot& snapshot, const OrderPage& page);
std::int64_t count_orders(store::Snapshot& snapshot, const OrderPage& page);

std::span<const store::Statement* const> statements();

}  // namespace sluis::connectors::sql
