// The log of customer behaviour. Everybody appends through append(): drafts in, a verdict for each
// out, in the caller's unit. What was accepted is never lost and never counted twice. Those above
// read the log in batches, in one order that every reader sees.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "consent/consent.h"
#include "events/event.h"
#include "events/shipping.h"
#include "events/source.h"
#include "platform/outbox/outbox.h"

namespace sluis::metrics {
class Registry;
}

namespace sluis::outbox {
class Tail;
}

namespace sluis::events {

class Intake;

// Without an intake its routes can be described, not called.
Capability capability(Intake* intake);

// ---- Sources

struct SourceDraft {
  Line<1, 120> name;
  std::optional<Slug> code;  // else made from the name
  SourceKind kind = SourceKind::live;
  std::optional<KeyId> key;
  ChannelId channel;
  std::optional<Currency> currency;  // else the company's
  std::optional<std::string> zone;   // else the company's
  Precedence precedence = Precedence::server;
};
BOOST_DESCRIBE_STRUCT(SourceDraft, (), (name, code, kind, key, channel, currency, zone, precedence))
// Refused when the code is taken or the key has a source.
Result<Source> add_source(store::Tx& tx, const access::Actor& actor, const SourceDraft& draft);
std::optional<Source> source_named(store::Snapshot& snapshot, const Slug& code);
std::vector<Source> sources(store::Snapshot& snapshot);

// ---- Appending

// What appending goes by, kept in memory and set right when it changes: sources, channels, the
// company's region and currency, the pepper. Safe on many threads. A server has one, which follows
// the tail and counts; a command opens one without. See intake.h of this room.
class Intake;
Result<std::shared_ptr<Intake>> open_intake(store::Store& store, outbox::Tail* tail = nullptr,
                                            metrics::Registry* metrics = nullptr);
// From here on the events of people who refuse to be observed are not kept; what they buy is.
void obey(Intake& intake, std::shared_ptr<const consent::Refusals> refusals);
// Rung after each commit of this process that appended.
store::Bell& appended(Intake& intake);

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
  bool replayed = false;  // out of the quarantine: what is still faulty stays there
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

// Whether a channel of this code, which is not on the worksheet of so many channels, is put there
// by the first event that names it; else the event is of the channel of its source.
bool joins_worksheet(std::size_t channels, std::string_view code);

// ---- What the channels know

// When a source last told something of a channel.
struct Freshness {
  SourceId source;
  ChannelId channel;
  std::int64_t events = 0;
  Instant last_ts;
  Instant last_received;
};
BOOST_DESCRIBE_STRUCT(Freshness, (), (source, channel, events, last_ts, last_received))
std::vector<Freshness> freshness(store::Snapshot& snapshot);

enum class Aspect : std::uint8_t { identity, fact, kind };
BOOST_DESCRIBE_ENUM(Aspect, identity, fact, kind)

// How many events of a channel carry a kind of identity ("email"), a fact ("product") or are of a
// kind ("order_completed").
struct Coverage {
  ChannelId channel;
  Aspect aspect = Aspect::kind;
  std::string name;
  std::int64_t events = 0;
  Instant last_ts;
};
BOOST_DESCRIBE_STRUCT(Coverage, (), (channel, aspect, name, events, last_ts))
std::vector<Coverage> coverage(store::Snapshot& snapshot);

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

// Whoever follows the log with a cursor that moves in the unit of what it does.
struct Reader {
  std::string name;  // of its cursor: "customers.links"; never changed
  std::function<Result<void>(store::Tx&, std::span<const Batch>)> consume;
};

// Runs readers on a thread, some batches in a unit with the cursors of those that read them. A
// reader never passes the one before it in the list; the first, our own, brings the identities into
// their table.
class Readers {
 public:
  Readers(store::Store& store, const Clock& clock, Intake& intake, std::vector<Reader> readers,
          std::function<void(const Reader&, const Refusal&)> trouble);
  ~Readers();
  // Until every reader has passed all batches there are now, or refuses one.
  void catch_up();

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

// What is to be forgotten of a person: the ids they were seen under, and the values behind them.
struct Forgotten {
  std::vector<IdentityId> identities;
  std::vector<std::string> values;  // in their normal form
  IdentityId fresh;                 // what their events hang on from then on; it leads nowhere
};
// Goes through some of the log and, first of all, the quarantine: their events go to the fresh id
// and lose their properties; what was quarantined of them loses its text. Gives where to go on, and
// nothing at the end.
std::optional<outbox::Position> forget(store::Tx& tx, const Forgotten& forgotten,
                                       std::optional<outbox::Position> after);

// Removes the log with all that follows from it, and the sources, a piece at a time: 0 when nothing
// was left. What an `intake` of this process remembers of it goes too.
std::int64_t clear(store::Tx& tx, Intake& intake, Instant now);

}  // namespace sluis::events
