// The SQL of what goes out: what waits, how fast each system may be called, what it calls our
// things, and the calls that were made.
#pragma once

#include <span>

#include "connectors/outgoing/intent.h"

namespace sluis::connectors::sql {

using outgoing::Intent;
using outgoing::Kind;
using outgoing::Learnt;
using outgoing::Made;
using outgoing::Pace;
using outgoing::VariantId;

// Those that tell their system something.
std::vector<Connection> telling(store::Snapshot& snapshot);

// The newest wins: what waits already is wanted once more, at once.
void want(store::Tx& tx, const Intent& intent);
bool waits(store::Snapshot& snapshot, ConnectionId connection, Kind kind, VariantId variant);
// What may be told now, the most urgent first, of the kind of the most urgent.
std::vector<Intent> due(store::Snapshot& snapshot, ConnectionId connection, Instant now,
                        std::int64_t limit);
void claim(store::Tx& tx, const Intent& intent, Instant until);
// False when it changed since the call began; then it waits.
bool finish(store::Tx& tx, const Intent& intent, Instant now);
// Stays in the queue; `told` of its changes are known there now. When it changed since the call
// began, it is due as it was.
void wait_again(store::Tx& tx, const Intent& intent, std::int64_t told);
bool retry(store::Tx& tx, ConnectionId connection, Kind kind, VariantId variant, Instant now);
bool give_up(store::Tx& tx, ConnectionId connection, Kind kind, VariantId variant);
void clear_queue(store::Tx& tx, ConnectionId connection, Kind kind);

struct Queued : Intent {
  catalog::Sku sku;
  catalog::Name name;
};
BOOST_DESCRIBE_STRUCT(Queued, (Intent), (sku, name))
std::vector<Queued> queue(store::Snapshot& snapshot, ConnectionId connection, bool failed,
                          std::int64_t limit);
struct Backlog {
  std::int64_t waiting = 0;
  std::int64_t failed = 0;
  std::optional<Instant> oldest;
};
BOOST_DESCRIBE_STRUCT(Backlog, (), (waiting, failed, oldest))
Backlog backlog(store::Snapshot& snapshot, ConnectionId connection);

// Connections that have something to do now, those whose turn it is first.
std::vector<ConnectionId> busy(store::Snapshot& snapshot, Instant now);
std::optional<Pace> pace(store::Snapshot& snapshot, ConnectionId connection);
void begin_pace(store::Tx& tx, ConnectionId connection);
// False when somebody else is calling, or called since.
bool take_turn(store::Tx& tx, const Pace& before, Instant next_call, Instant busy_until);
void end_turn(store::Tx& tx, const Pace& after);
void sweep_from(store::Tx& tx, ConnectionId connection, const std::optional<std::string>& after,
                Instant swept);
std::vector<ConnectionId> to_sweep(store::Snapshot& snapshot, Instant before);

std::optional<Learnt> learnt(store::Snapshot& snapshot, ConnectionId connection, VariantId variant);
std::vector<VariantId> known_as(store::Snapshot& snapshot, ConnectionId connection,
                                const std::string& theirs, const std::string& item);
std::vector<VariantId> known_below(store::Snapshot& snapshot, ConnectionId connection,
                                   const std::string& parent);
// How many of our variants they do not have.
std::int64_t absent(store::Snapshot& snapshot, ConnectionId connection);
void learn(store::Tx& tx, const Learnt& learnt);
void unlearn(store::Tx& tx, ConnectionId connection, VariantId variant);
void unlearn_all(store::Tx& tx, ConnectionId connection);
void note_price(store::Tx& tx, ConnectionId connection, VariantId variant, Micro price);

void note_call(store::Tx& tx, const Made& made);
// The newest first.
std::vector<Made> calls(store::Snapshot& snapshot, ConnectionId connection, std::int64_t limit);
void forget_calls(store::Tx& tx, ConnectionId connection, Instant before);

std::span<const store::Statement* const> outgoing_statements();

}  // namespace sluis::connectors::sql
