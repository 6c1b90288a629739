// The log of customer behaviour. Everybody appends through append(): drafts in, a verdict for each
// out, in the caller's unit. What was accepted is never lost and never counted twice. Those above
// read the log in batches, in one order that every reader sees.
#pragma once

#include <memory>
#include <span>

#include "events/event.h"
#include "events/source.h"
#include "platform/outbox/outbox.h"

namespace sluis::events {

Capability capability();

// ---- Appending

// What appending goes by, kept in memory and set right when it changes: sources, channels, the
// company's region and currency, the pepper. Safe on many threads; see intake.h of this room.
class Intake;
std::shared_ptr<Intake> make_intake(store::Store& store, const Clock& clock);

// Who sends: a key, which gets a source with its first event, or a source that is there already.
struct Sender {
  std::optional<SourceId> source;
  KeyId key;
  api::KeyScope scope = api::KeyScope::ingest;
};
Sender sender_of(const api::Principal& who);

// Drafts that arrived together.
struct Arrival {
  Sender sender;
  Instant received;
  std::span<const Draft> drafts;
};

// An arrival on its way: what can be decided from memory is decided, on whatever thread. The texts
// of its drafts must outlive it.
class Prepared;
std::shared_ptr<Prepared> prepare(Intake& intake, IdSource& ids, const Arrival& arrival);

// One verdict for each draft, in their order. Takes part in the caller's unit and may run again
// with it; nothing is acknowledged before that unit is durable.
std::vector<Verdict> append(store::Tx& tx, Prepared& prepared);
// Both at once, for imports and for our own orders.
std::vector<Verdict> append(store::Tx& tx, Intake& intake, IdSource& ids, const Arrival& arrival);

// ---- Reading

// A batch of the log as one unit wrote it. Its events point into `bytes`.
struct Batch {
  outbox::Position position;
  SourceId source;
  Instant received;
  std::vector<Event> events;
  std::vector<Withdrawal> withdrawals;
  std::unique_ptr<const std::string> bytes;
};

// Batches after a position, in order, of together about `events_most` events (at least one batch).
std::vector<Batch> batches_after(store::Snapshot& snapshot, outbox::Position after,
                                 std::int64_t events_most);
outbox::Position last_position(store::Snapshot& snapshot);

}  // namespace sluis::events
