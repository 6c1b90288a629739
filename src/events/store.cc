#include "events/store.h"

#include "kernel/assert.h"

namespace sluis::events::sql {
namespace {

using store::Statement;

// ---- Sources

constexpr std::string_view kSourceColumns =
    "select id, version, code, name, kind, key, channel, currency, zone, precedence, contract, "
    "silence_minutes, (select max(last_received) from events_freshness "
    "where source = events_source.id) as last_event, silent, created, changed from events_source ";
constexpr std::string_view kAllOrdered = "order by code";
constexpr std::string_view kById = "where id = $1";
constexpr std::string_view kByKey = "where key = $1";
constexpr std::string_view kByCode = "where code = $1";
constexpr Statement kSources{"events.sources", store::Joined<kSourceColumns, kAllOrdered>::sql};
constexpr Statement kSource{"events.source", store::Joined<kSourceColumns, kById>::sql};
constexpr Statement kSourceOfKey{"events.source_of_key",
                                 store::Joined<kSourceColumns, kByKey>::sql};
constexpr Statement kSourceNamed{"events.source_named",
                                 store::Joined<kSourceColumns, kByCode>::sql};
constexpr Statement kInsertSource{
    "events.insert_source",
    "insert into events_source (id, version, code, name, kind, key, channel, currency, zone, "
    "precedence, contract, silence_minutes, silent, created, changed) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) "
    "on conflict do nothing"};
constexpr Statement kUpdateSource{
    "events.update_source",
    "update events_source set version = version + 1, name = $3, channel = $4, currency = $5, "
    "zone = $6, precedence = $7, contract = $8, silence_minutes = $9, changed = $10 "
    "where id = $1 and version = $2"};
constexpr Statement kSetSilent{"events.set_silent",
                               "update events_source set silent = $2 "
                               "where id = $1 and silent <> $2"};

// ---- The log

constexpr Statement kAppend{
    "events.append",
    "insert into events_batch (source, received, first_ts, last_ts, events, records) "
    "values ($1, $2, $3, $4, $5, $6) returning number"};
constexpr Statement kAddNames{"events.add_names",
                              "insert into events_names (batch, names) values ($1, $2)"};
constexpr Statement kTakeNames{"events.take_names",
                               "delete from events_names where batch = $1 returning names"};
// What comes after a place is the rest of its transaction and then all later ones: asked for as two
// ranges of the index, since SQLite compares a pair with no more than the first column of it.
constexpr std::string_view kOfThis = "where transaction_id = $1 and number > $2 ";
constexpr std::string_view kAndOfLater = "union all ";
constexpr std::string_view kOfLater = "where transaction_id > $1 ";
constexpr std::string_view kUpToOfThis =
    "and number <= case when $1 = $3 then $4 else 9223372036854775807 end ";
constexpr std::string_view kUpTo = "and (transaction_id, number) <= ($3, $4) ";
constexpr std::string_view kInOrder = "order by transaction_id, number";
constexpr std::string_view kFirst = " limit $3";
template <const std::string_view& Select>
constexpr std::string_view kFirstAfter =
    store::Joined<Select, kOfThis, kAndOfLater, Select, kOfLater, kInOrder, kFirst>::sql;

constexpr std::string_view kSettledBatch =
    "select transaction_id, number, source, received, records from events_batch_settled ";
constexpr Statement kBatches{
    "events.batches", store::Joined<kSettledBatch, kOfThis, kUpToOfThis, kAndOfLater, kSettledBatch,
                                    kOfLater, kUpTo, kInOrder>::sql};
constexpr std::string_view kSizeOfBatch =
    "select transaction_id, number, received, events from events_batch_settled ";
constexpr Statement kSizes{"events.sizes", kFirstAfter<kSizeOfBatch>};
constexpr Statement kLast{"events.last",
                          "select transaction_id, number from events_batch_settled "
                          "order by transaction_id desc, number desc limit 1"};
constexpr Statement kAcknowledged{"events.acknowledged",
                                  "select transaction_id, number from events_batch "
                                  "order by transaction_id desc, number desc limit 1"};
constexpr std::string_view kBatch =
    "select transaction_id, number, source, received, records from events_batch ";
constexpr Statement kAllBatches{"events.all_batches", kFirstAfter<kBatch>};
constexpr Statement kReplaceRecords{"events.replace_records",
                                    "update events_batch set records = $3 "
                                    "where transaction_id = $1 and number = $2"};
constexpr Statement kCursor{"events.cursor",
                            "select transaction_id, number from events_cursor where name = $1"};
constexpr Statement kHoldCursor{
    "events.hold_cursor",
    "insert into events_cursor (name, transaction_id, number, moved) values ($1, 0, 0, $2) "
    "on conflict (name) do update set moved = excluded.moved returning transaction_id, number"};
constexpr Statement kMoveCursor{
    "events.move_cursor",
    "update events_cursor set transaction_id = $2, number = $3, moved = $4 where name = $1"};

// ---- Clearing everything, a piece at a time

constexpr Statement kHoldCursors{"events.hold_cursors", "update events_cursor set moved = moved"};
constexpr Statement kClearBatches{"events.clear_batches",
                                  "delete from events_batch where number in (select number from "
                                  "events_batch order by transaction_id, number limit 50)"};
constexpr Statement kClearNames{"events.clear_names",
                                "delete from events_names where batch in "
                                "(select batch from events_names limit 50)"};
constexpr Statement kClearMoney{"events.clear_money",
                                "delete from events_money where reference in "
                                "(select reference from events_money limit 3000)"};
constexpr Statement kClearQuarantine{"events.clear_quarantine",
                                     "delete from events_quarantine where id in "
                                     "(select id from events_quarantine limit 1000)"};
constexpr Statement kClearFreshness{"events.clear_freshness", "delete from events_freshness"};
constexpr Statement kClearCoverage{"events.clear_coverage", "delete from events_coverage"};
constexpr Statement kClearSources{"events.clear_sources", "delete from events_source"};

// ---- Money facts

constexpr Statement kClaimMoney{
    "events.claim_money",
    "insert into events_money (reference, channel, kind, part, rank, event, ts) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict (reference, channel, kind, part) do update "
    "set previous = events_money.event, previous_ts = events_money.ts, rank = excluded.rank, "
    "event = excluded.event, ts = excluded.ts where excluded.rank > events_money.rank "
    "returning previous, previous_ts"};

// ---- Quarantine

constexpr Statement kInsertQuarantined{
    "events.insert_quarantined",
    "insert into events_quarantine (id, source, received, reason, pointer, kind, draft, raw, "
    "state, changed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr std::string_view kQuarantineColumns =
    "select id, source, received, reason, pointer, kind, draft, raw, state, changed "
    "from events_quarantine ";
constexpr std::string_view kWaiting =
    "where state = 'waiting' and (cast($1 as bigint) is null or source = $1) "
    "and (cast($2 as text) is null or reason = $2) and (cast($3 as text) is null or kind = $3) "
    "and id > $4 order by id limit $5";
constexpr Statement kQuarantined{"events.quarantined",
                                 store::Joined<kQuarantineColumns, kById>::sql};
constexpr Statement kQuarantine{"events.quarantine",
                                store::Joined<kQuarantineColumns, kWaiting>::sql};
constexpr Statement kQuarantineCounts{
    "events.quarantine_counts",
    "select source, reason, kind, count(*) as events, max(received) as latest "
    "from events_quarantine where state = 'waiting' group by source, reason, kind "
    "order by count(*) desc, source, reason, kind limit 500"};
constexpr Statement kSettleQuarantined{"events.settle_quarantined",
                                       "update events_quarantine set state = $2, changed = $3, "
                                       "draft = '{}', raw = '' "
                                       "where id = $1 and state = 'waiting'"};
constexpr Statement kForgetQuarantined{
    "events.forget_quarantined",
    "update events_quarantine set draft = '{}', raw = '', state = 'dropped' "
    "where lower(draft) like $1 escape '\\' or lower(raw) like $1 escape '\\'"};
constexpr Statement kRewriteQuarantined{"events.rewrite_quarantined",
                                        "update events_quarantine set draft = $2, changed = $3 "
                                        "where id = $1 and state = 'waiting'"};

// ---- What the channels know

constexpr Statement kAddFreshness{
    "events.add_freshness",
    "insert into events_freshness (source, channel, events, last_ts, last_received) "
    "values ($1, $2, $3, $4, $5) on conflict (source, channel) do update set "
    "events = events_freshness.events + excluded.events, "
    "last_ts = case when excluded.last_ts > events_freshness.last_ts "
    "then excluded.last_ts else events_freshness.last_ts end, "
    "last_received = case when excluded.last_received > events_freshness.last_received "
    "then excluded.last_received else events_freshness.last_received end"};
constexpr Statement kFreshness{"events.freshness",
                               "select source, channel, events, last_ts, last_received "
                               "from events_freshness order by channel, source"};
constexpr Statement kAddCoverage{
    "events.add_coverage",
    "insert into events_coverage (channel, aspect, name, events, last_ts) "
    "values ($1, $2, $3, $4, $5) on conflict (channel, aspect, name) do update set "
    "events = events_coverage.events + excluded.events, "
    "last_ts = case when excluded.last_ts > events_coverage.last_ts "
    "then excluded.last_ts else events_coverage.last_ts end"};
constexpr Statement kCoverage{"events.coverage",
                              "select channel, aspect, name, events, last_ts from events_coverage "
                              "order by channel, aspect, name"};

constexpr const Statement* kStatements[] = {&kSources,
                                            &kSource,
                                            &kSourceOfKey,
                                            &kSourceNamed,
                                            &kInsertSource,
                                            &kUpdateSource,
                                            &kSetSilent,
                                            &kAppend,
                                            &kBatches,
                                            &kSizes,
                                            &kLast,
                                            &kAcknowledged,
                                            &kAddNames,
                                            &kTakeNames,
                                            &kForgetQuarantined,
                                            &kAllBatches,
                                            &kReplaceRecords,
                                            &kCursor,
                                            &kHoldCursor,
                                            &kMoveCursor,
                                            &kHoldCursors,
                                            &kClearBatches,
                                            &kClearNames,
                                            &kClearMoney,
                                            &kClearQuarantine,
                                            &kClearFreshness,
                                            &kClearCoverage,
                                            &kClearSources,
                                            &kClaimMoney,
                                            &kInsertQuarantined,
                                            &kQuarantined,
                                            &kQuarantine,
                                            &kQuarantineCounts,
                                            &kSettleQuarantined,
                                            &kRewriteQuarantined,
                                            &kAddFreshness,
                                            &kFreshness,
                                            &kAddCoverage,
                                            &kCoverage};

struct PositionRow {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(PositionRow, (), (transaction_id, number))

struct SizeRow {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
  Instant received;
  std::int64_t events = 0;
};
BOOST_DESCRIBE_STRUCT(SizeRow, (), (transaction_id, number, received, events))

struct PreviousRow {
  std::optional<EventId> previous;
  std::optional<Instant> previous_ts;
};
BOOST_DESCRIBE_STRUCT(PreviousRow, (), (previous, previous_ts))

outbox::Position position_of(const std::optional<PositionRow>& row) {
  return row ? outbox::Position{row->transaction_id, row->number} : outbox::Position{};
}

// For `like`: the value anywhere in the text.
std::string pattern_of(std::string_view value) {
  std::string pattern = "%";
  for (const char c : value) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return pattern + '%';
}

// A statement with all fields of a row as its parameters.
template <class Row>
void insert(store::Tx& tx, const Statement& statement, const Row& row) {
  std::apply([&](const auto&... fields) { tx.change(statement, fields...); }, tie_fields(row));
}

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

std::vector<Source> sources(store::Snapshot& snapshot) {
  return snapshot.all<Source>(kSources);
}
std::optional<Source> source(store::Snapshot& snapshot, SourceId id) {
  return snapshot.one<Source>(kSource, id);
}
std::optional<Source> source_of_key(store::Snapshot& snapshot, KeyId key) {
  return snapshot.one<Source>(kSourceOfKey, key);
}
std::optional<Source> source_named(store::Snapshot& snapshot, const Slug& code) {
  return snapshot.one<Source>(kSourceNamed, code);
}

bool insert_source(store::Tx& tx, const Source& s) {
  return tx.change(kInsertSource, s.id, s.version, s.code, s.name, s.kind, s.key, s.channel,
                   s.currency, s.zone, s.precedence, s.contract, s.silence_minutes, s.silent,
                   s.created, s.changed) == 1;
}

bool update_source(store::Tx& tx, const Source& s, std::int64_t version) {
  return tx.change(kUpdateSource, s.id, version, s.name, s.channel, s.currency, s.zone,
                   s.precedence, s.contract, s.silence_minutes, s.changed) == 1;
}

bool set_silent(store::Tx& tx, SourceId id, bool silent) {
  return tx.change(kSetSilent, id, silent) == 1;
}

void append(store::Tx& tx, const NewBatch& batch) {
  const auto number =
      tx.one<std::int64_t>(kAppend, batch.source, batch.received, batch.first_ts, batch.last_ts,
                           batch.events, store::BytesView{batch.records});
  if (!batch.names.empty()) tx.change(kAddNames, *number, store::BytesView{batch.names});
}

std::vector<BatchRow> batches(store::Snapshot& snapshot, outbox::Position after,
                              outbox::Position upto) {
  return snapshot.all<BatchRow>(kBatches, after.transaction, after.number, upto.transaction,
                                upto.number);
}

// A few sizes at a time: mostly the first of them say enough.
Reach reach_of(store::Snapshot& snapshot, outbox::Position after, std::int64_t events) {
  constexpr std::int64_t kSizesAtOnce = 100;
  Reach reach{after, {}};
  for (;;) {
    const auto sizes =
        snapshot.all<SizeRow>(kSizes, reach.end.transaction, reach.end.number, kSizesAtOnce);
    for (const SizeRow& size : sizes) {
      if (reach.end != after && size.events > events) return reach;
      reach = {{size.transaction_id, size.number}, size.received};
      events -= size.events;
    }
    if (std::cmp_less(sizes.size(), kSizesAtOnce)) return reach;
  }
}

outbox::Position last_position(store::Snapshot& snapshot) {
  return position_of(snapshot.one<PositionRow>(kLast));
}

outbox::Position acknowledged_position(store::Snapshot& snapshot) {
  return position_of(snapshot.one<PositionRow>(kAcknowledged));
}

std::int64_t clear(store::Tx& tx) {
  tx.change(kHoldCursors);
  std::int64_t removed = tx.change(kClearBatches);
  if (removed > 0) return removed;
  for (const Statement* statement : {&kClearNames, &kClearMoney, &kClearQuarantine,
                                     &kClearFreshness, &kClearCoverage, &kClearSources})
    removed += tx.change(*statement);
  return removed;
}

std::optional<std::string> take_names(store::Tx& tx, std::int64_t batch) {
  auto names = tx.one<store::Bytes>(kTakeNames, batch);
  return names ? std::optional(std::move(names->data)) : std::nullopt;
}

std::vector<BatchRow> all_batches(store::Snapshot& snapshot, outbox::Position after,
                                  std::int64_t limit) {
  return snapshot.all<BatchRow>(kAllBatches, after.transaction, after.number, limit);
}

void replace_records(store::Tx& tx, outbox::Position position, std::string_view records) {
  tx.change(kReplaceRecords, position.transaction, position.number, store::BytesView{records});
}

void add_names(store::Tx& tx, std::int64_t batch, std::string_view names) {
  tx.change(kAddNames, batch, store::BytesView{names});
}

outbox::Position cursor(store::Snapshot& snapshot, std::string_view reader) {
  return position_of(snapshot.one<PositionRow>(kCursor, reader));
}
outbox::Position hold_cursor(store::Tx& tx, std::string_view reader, Instant now) {
  return position_of(tx.one<PositionRow>(kHoldCursor, reader, now));
}
void move_cursor(store::Tx& tx, std::string_view reader, outbox::Position to, Instant now) {
  tx.change(kMoveCursor, reader, to.transaction, to.number, now);
}

Claim claim_money(store::Tx& tx, const Event& event, std::int64_t rank) {
  const auto row = tx.one<PreviousRow>(kClaimMoney, event.order, event.channel, event.kind,
                                       event.part, rank, event.id, event.ts);
  if (!row) return {};
  Claim claim{.counts = true, .instead_of = {}};
  if (row->previous) claim.instead_of = Withdrawal{*row->previous, *row->previous_ts};
  return claim;
}

void insert_quarantined(store::Tx& tx, const Quarantined& one) {
  insert(tx, kInsertQuarantined, one);
}
std::optional<Quarantined> quarantined(store::Snapshot& snapshot, QuarantineId id) {
  return snapshot.one<Quarantined>(kQuarantined, id);
}
std::vector<Quarantined> quarantine(store::Snapshot& snapshot, const QuarantineQuery& query) {
  return snapshot.all<Quarantined>(kQuarantine, query.source, query.reason, query.kind,
                                   query.after.value_or(QuarantineId{}), query.limit);
}
std::vector<QuarantineCount> quarantine_counts(store::Snapshot& snapshot) {
  return snapshot.all<QuarantineCount>(kQuarantineCounts);
}
bool settle_quarantined(store::Tx& tx, QuarantineId id, QuarantineState state, Instant now) {
  return tx.change(kSettleQuarantined, id, state, now) == 1;
}
std::int64_t forget_quarantined(store::Tx& tx, std::string_view value) {
  return tx.change(kForgetQuarantined, pattern_of(value));
}
bool rewrite_quarantined(store::Tx& tx, QuarantineId id, std::string_view draft, Instant now) {
  return tx.change(kRewriteQuarantined, id, draft, now) == 1;
}

void add_freshness(store::Tx& tx, const Freshness& more) {
  insert(tx, kAddFreshness, more);
}
std::vector<Freshness> freshness(store::Snapshot& snapshot) {
  return snapshot.all<Freshness>(kFreshness);
}
void add_coverage(store::Tx& tx, const Coverage& more) {
  insert(tx, kAddCoverage, more);
}
std::vector<Coverage> coverage(store::Snapshot& snapshot) {
  return snapshot.all<Coverage>(kCoverage);
}

}  // namespace sluis::events::sql
