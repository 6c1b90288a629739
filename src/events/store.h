// The SQL of events: sources, the log and its readers, money facts, quarantine, and what the
// channels know.
#pragma once

#include "events/codec.h"
#include "events/events.h"
#include "events/quarantine.h"

namespace sluis::events::sql {

// ---- Sources

// Without what is measured of them.
std::vector<Source> sources(store::Snapshot& snapshot);
std::optional<Source> source(store::Snapshot& snapshot, SourceId id);
std::optional<Source> source_of_key(store::Snapshot& snapshot, KeyId key);
std::optional<Source> source_named(store::Snapshot& snapshot, const Slug& code);
// False when the code is taken, or the key has a source.
bool insert_source(store::Tx& tx, const Source& source);
// False when `version` is not the present one.
bool update_source(store::Tx& tx, const Source& source, std::int64_t version);
// False when it is so already.
bool set_silent(store::Tx& tx, SourceId id, bool silent);

// ---- The log

struct BatchRow {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
  SourceId source;
  Instant received;
  store::Bytes records;
};
BOOST_DESCRIBE_STRUCT(BatchRow, (), (transaction_id, number, source, received, records))

struct NewBatch {
  SourceId source;
  Instant received;
  Instant first_ts;
  Instant last_ts;
  std::int64_t events = 0;
  std::string records;
  std::string names;  // empty: none that is new
};
void append(store::Tx& tx, const NewBatch& batch);
std::vector<BatchRow> batches(store::Snapshot& snapshot, outbox::Position after,
                              outbox::Position upto);
// Where about so many events behind a position end; the position itself when there are none.
struct Reach {
  outbox::Position end;
  Instant received;  // of the batch at the end
};
Reach reach_of(store::Snapshot& snapshot, outbox::Position after, std::int64_t events);
outbox::Position last_position(store::Snapshot& snapshot);
outbox::Position acknowledged_position(store::Snapshot& snapshot);
// The names of a batch, which are gone then.
std::optional<std::string> take_names(store::Tx& tx, std::int64_t batch);
std::vector<BatchRow> all_batches(store::Snapshot& snapshot, outbox::Position after,
                                  std::int64_t limit);
void replace_records(store::Tx& tx, outbox::Position position, std::string_view records);
void add_names(store::Tx& tx, std::int64_t batch, std::string_view names);

outbox::Position cursor(store::Snapshot& snapshot, std::string_view reader);
// The same, held against others until the end of the unit.
outbox::Position hold_cursor(store::Tx& tx, std::string_view reader, Instant now);
void move_cursor(store::Tx& tx, std::string_view reader, outbox::Position to, Instant now);
// A piece of everything, the oldest batches first; no reader is at work meanwhile.
std::int64_t clear(store::Tx& tx);

// ---- Money facts

struct Claim {
  bool counts = false;
  std::optional<Withdrawal> instead_of;
};
Claim claim_money(store::Tx& tx, const Event& event, std::int64_t rank);

// ---- Quarantine

void insert_quarantined(store::Tx& tx, const Quarantined& one);
std::optional<Quarantined> quarantined(store::Snapshot& snapshot, QuarantineId id);
std::vector<Quarantined> quarantine(store::Snapshot& snapshot, const QuarantineQuery& query);
std::vector<QuarantineCount> quarantine_counts(store::Snapshot& snapshot);
// False when it waits no longer.
bool settle_quarantined(store::Tx& tx, QuarantineId id, QuarantineState state, Instant now);
// Those whose text holds the value, in any case.
std::int64_t forget_quarantined(store::Tx& tx, std::string_view value);
bool rewrite_quarantined(store::Tx& tx, QuarantineId id, std::string_view draft, Instant now);

// ---- What the channels know

void add_freshness(store::Tx& tx, const Freshness& more);
std::vector<Freshness> freshness(store::Snapshot& snapshot);
void add_coverage(store::Tx& tx, const Coverage& more);
std::vector<Coverage> coverage(store::Snapshot& snapshot);

std::span<const store::Statement* const> statements();

}  // namespace sluis::events::sql
