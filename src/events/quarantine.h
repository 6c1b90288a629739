// Events that could not be understood: kept as they were sent and in our own words, to be looked
// at, repaired in bulk and appended again. Nothing is dropped unless somebody says so.
#pragma once

#include "events/events.h"

namespace sluis::events {

enum class QuarantineState : std::uint8_t { waiting, replayed, dropped };
BOOST_DESCRIBE_ENUM(QuarantineState, waiting, replayed, dropped)

struct Quarantined {
  QuarantineId id;
  SourceId source;
  Instant received;
  Reason reason = Reason::unreadable;
  std::string pointer;  // into `draft`
  std::string kind;
  Json draft;       // the event in our own words, as far as it was read
  std::string raw;  // as it was sent
  QuarantineState state = QuarantineState::waiting;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(Quarantined, (),
                      (id, source, received, reason, pointer, kind, draft, raw, state, changed))

// What of those that wait.
struct QuarantineQuery {
  std::optional<SourceId> source;
  std::optional<Reason> reason;
  std::optional<std::string> kind;
  std::optional<QuarantineId> after;
  std::int64_t limit = 100;
};

struct QuarantineCount {
  SourceId source;
  Reason reason = Reason::unreadable;
  std::string kind;
  std::int64_t events = 0;
  Instant latest;
};
BOOST_DESCRIBE_STRUCT(QuarantineCount, (), (source, reason, kind, events, latest))

enum class QuarantineRefusal : std::uint8_t { quarantined_unknown, repair_unfitting, only_tried };
BOOST_DESCRIBE_ENUM(QuarantineRefusal, quarantined_unknown, repair_unfitting, only_tried)
const RefusalKind& kind_of(QuarantineRefusal refusal);

// One change of every event that waits and fits: a field gets a value, or where it has one value it
// gets another.
struct Repair {
  Line<1, 200> field;             // "kind", "currency", "props/colour"
  std::optional<std::string> is;  // only where it is this
  std::optional<std::string> to;  // nothing takes the field away
};
BOOST_DESCRIBE_STRUCT(Repair, (), (field, is, to))

struct Replayed {
  std::int64_t looked_at = 0;
  std::int64_t accepted = 0;
  std::int64_t duplicates = 0;
  std::int64_t waiting = 0;  // still not understood
  std::optional<QuarantineId> next;
};
BOOST_DESCRIBE_STRUCT(Replayed, (), (looked_at, accepted, duplicates, waiting, next))

// At most `query.limit` of those that fit, repaired and appended again as if they came now, but
// with the moment when they were received. Call again with `after = next` while there is one.
Result<Replayed> replay(store::Tx& tx, Intake& intake, const access::Actor& actor,
                        const QuarantineQuery& query, const std::vector<Repair>& repairs);
// What `replay` would do with the same; nothing is changed.
Result<Replayed> try_replay(store::Store& store, Intake& intake, const access::Actor& actor,
                            const QuarantineQuery& query, const std::vector<Repair>& repairs);
// Takes them out for good; how many.
Result<std::int64_t> drop(store::Tx& tx, const access::Actor& actor, const QuarantineQuery& query);

}  // namespace sluis::events
