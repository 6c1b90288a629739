#include "connectors/store_outgoing.h"

#include "connectors/store.h"

namespace sluis::connectors::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kTelling{
    "connectors.telling",
    "select id, version, name, system, channel, location, address, state, calls_per_minute, "
    "tells_stock, tells_prices, key, created, changed from connectors_connections "
    "where (tells_stock or tells_prices) and address <> ''"};

constexpr std::string_view kIntent =
    "select connection, kind, variant, wanted, risk, since, due, attempts, again, claimed, "
    "failed, why, message, message_nl from connectors_queue where connection = $1";
constexpr Statement kWant{
    "connectors.want",
    "insert into connectors_queue (connection, kind, variant, wanted, risk, since, due, attempts, "
    "again, claimed, failed, why, message, message_nl) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
    "$10, $11, $12, $13, $14) on conflict (connection, kind, variant) do update set "
    "wanted = connectors_queue.wanted + 1, risk = $5, due = $7, failed = $11, "
    "attempts = case when connectors_queue.failed then 0 else connectors_queue.attempts end, "
    "since = case when connectors_queue.failed or connectors_queue.wanted = 0 then $6 "
    "else connectors_queue.since end"};
constexpr Statement kWaits{
    "connectors.waits",
    "select count(*) from connectors_queue where connection = $1 and kind = $2 and variant = $3"};
constexpr std::string_view kOfUrgentKind =
    " and not failed and due <= $2 and (claimed is null or claimed <= $2) and kind = (select kind "
    "from connectors_queue where connection = $1 and not failed and due <= $2 "
    "and (claimed is null or claimed <= $2) order by risk desc, since, variant limit 1) "
    "order by risk desc, since, variant limit $3";
constexpr Statement kDueIntents{"connectors.due_intents",
                                store::Joined<kIntent, kOfUrgentKind>::sql};
constexpr Statement kClaim{"connectors.claim",
                           "update connectors_queue set claimed = $4, again = $5 "
                           "where connection = $1 and kind = $2 and variant = $3"};
// $4: how often it had changed when the call began.
constexpr Statement kFinish{
    "connectors.finish",
    "delete from connectors_queue where connection = $1 and kind = $2 and variant = $3 "
    "and wanted = $4 and (again is null or again <= $5)"};
constexpr Statement kWaitAgain{
    "connectors.wait_again",
    "update connectors_queue set wanted = wanted - $4, "
    "due = case when wanted > $5 then due else $6 end, since = $7, attempts = $8, again = $9, "
    "claimed = null, failed = $10, why = $11, message = $12, message_nl = $13 "
    "where connection = $1 and kind = $2 and variant = $3"};
constexpr Statement kRetry{
    "connectors.retry",
    "update connectors_queue set due = $4, since = $4, attempts = 0, failed = false "
    "where connection = $1 and kind = $2 and variant = $3 and claimed is null"};
constexpr Statement kGiveUp{"connectors.give_up",
                            "delete from connectors_queue where connection = $1 and kind = $2 "
                            "and variant = $3 and claimed is null"};
constexpr Statement kClearQueue{"connectors.clear_queue",
                                "delete from connectors_queue where connection = $1 and kind = $2"};
constexpr Statement kQueue{
    "connectors.queue",
    "select wait.connection, wait.kind, wait.variant, wait.wanted, wait.risk, "
    "wait.since, wait.due, wait.attempts, wait.again, wait.claimed, wait.failed, wait.why, "
    "wait.message, wait.message_nl, item.sku, item.name from connectors_queue as wait "
    "join feed_variant as item on item.id = wait.variant where wait.connection = $1 "
    "and wait.failed = $2 order by wait.risk desc, wait.since, wait.variant limit $3"};
constexpr Statement kBacklog{"connectors.backlog",
                             "select count(case when not failed then 1 end) as waiting, "
                             "count(case when failed then 1 end) as failed, "
                             "min(case when not failed and wanted > 0 then since end) as oldest "
                             "from connectors_queue where connection = $1"};

constexpr Statement kBusy{
    "connectors.busy",
    "select pace.connection from connectors_pace as pace join connectors_connections as own "
    "on own.id = pace.connection where own.state = 'on' and own.address <> '' "
    "and pace.busy_until <= $1 and pace.not_before <= $1 and exists (select 1 "
    "from connectors_queue as wait where wait.connection = pace.connection and not wait.failed "
    "and wait.due <= $1) order by pace.next_call"};
constexpr std::string_view kSelectPace =
    "select connection, next_call, not_before, busy_until, failures, told, sweep_after, swept, "
    "their_location from connectors_pace";
constexpr std::string_view kOfConnection = " where connection = $1";
constexpr Statement kPace{"connectors.pace", store::Joined<kSelectPace, kOfConnection>::sql};
constexpr Statement kBeginPace{
    "connectors.begin_pace",
    "insert into connectors_pace (connection, next_call, not_before, busy_until, failures, swept, "
    "their_location) values ($1, 0, 0, 0, 0, 0, '') on conflict (connection) do nothing"};
constexpr Statement kTakeTurn{
    "connectors.take_turn",
    "update connectors_pace set next_call = $2, busy_until = $3 where connection = $1 "
    "and next_call = $4 and busy_until = $5"};
constexpr Statement kEndTurn{
    "connectors.end_turn",
    "update connectors_pace set not_before = $2, busy_until = 0, failures = $3, told = $4, "
    "their_location = $5 where connection = $1"};
constexpr Statement kSweepFrom{
    "connectors.sweep_from",
    "update connectors_pace set sweep_after = $2, swept = $3 where connection = $1"};
constexpr Statement kToSweep{
    "connectors.to_sweep",
    "select pace.connection from connectors_pace as pace join connectors_connections as own "
    "on own.id = pace.connection where own.state = 'on' and own.address <> '' "
    "and (own.tells_stock or own.tells_prices) "
    "and (pace.sweep_after is not null or pace.swept < $1)"};

constexpr Statement kLearnt{
    "connectors.learnt",
    "select connection, variant, theirs, parent, item, looked, price from connectors_learnt "
    "where connection = $1 and variant = $2"};
constexpr Statement kKnownAs{"connectors.known_as",
                             "select variant from connectors_learnt where connection = $1 "
                             "and (theirs = $2 and $2 <> '' or item = $3 and $3 <> '')"};
constexpr Statement kKnownBelow{
    "connectors.known_below",
    "select variant from connectors_learnt where connection = $1 and parent = $2"};
constexpr Statement kLearn{
    "connectors.learn",
    "insert into connectors_learnt (connection, variant, theirs, parent, item, looked, price) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict (connection, variant) do update set "
    "theirs = $3, parent = $4, item = $5, looked = $6, price = $7"};
constexpr Statement kAbsent{
    "connectors.absent",
    "select count(*) from connectors_learnt where connection = $1 and theirs = ''"};
constexpr Statement kUnlearn{
    "connectors.unlearn", "delete from connectors_learnt where connection = $1 and variant = $2"};
constexpr Statement kUnlearnAll{"connectors.unlearn_all",
                                "delete from connectors_learnt where connection = $1"};
constexpr Statement kNotePrice{
    "connectors.note_price",
    "update connectors_learnt set price = $3 where connection = $1 and variant = $2"};

constexpr Statement kNoteCall{
    "connectors.note_call",
    "insert into connectors_calls (connection, id, what, things, moment, took_ms, lag_ms, why, "
    "message, message_nl) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Statement kCalls{
    "connectors.calls",
    "select connection, id, what, things, moment, took_ms, lag_ms, why, message, message_nl "
    "from connectors_calls where connection = $1 order by id desc limit $2"};
constexpr Statement kForgetCalls{
    "connectors.forget_calls",
    "delete from connectors_calls where connection = $1 and moment < $2"};

constexpr const Statement* kStatements[] = {
    &kTelling,   &kWant,       &kWaits,     &kDueIntents, &kClaim,      &kFinish,
    &kWaitAgain, &kRetry,      &kGiveUp,    &kClearQueue, &kQueue,      &kBacklog,
    &kBusy,      &kPace,       &kBeginPace, &kTakeTurn,   &kEndTurn,    &kSweepFrom,
    &kToSweep,   &kLearnt,     &kAbsent,    &kKnownAs,    &kKnownBelow, &kLearn,
    &kUnlearn,   &kUnlearnAll, &kNotePrice, &kNoteCall,   &kCalls,      &kForgetCalls};

}  // namespace

std::vector<Connection> telling(Snapshot& snapshot) {
  return snapshot.all<Connection>(kTelling);
}

void want(Tx& tx, const Intent& intent) {
  std::apply([&](const auto&... field) { tx.change(kWant, field...); }, tie_fields(intent));
}

bool waits(Snapshot& snapshot, ConnectionId connection, Kind kind, VariantId variant) {
  return *snapshot.one<std::int64_t>(kWaits, connection, kind, variant) > 0;
}

std::vector<Intent> due(Snapshot& snapshot, ConnectionId connection, Instant now,
                        std::int64_t limit) {
  return snapshot.all<Intent>(kDueIntents, connection, now, limit);
}

void claim(Tx& tx, const Intent& intent, Instant until) {
  tx.change(kClaim, intent.connection, intent.kind, intent.variant, until, intent.again);
}

bool finish(Tx& tx, const Intent& intent, Instant now) {
  return tx.change(kFinish, intent.connection, intent.kind, intent.variant, intent.wanted, now) ==
         1;
}

void wait_again(Tx& tx, const Intent& intent, std::int64_t told) {
  tx.change(kWaitAgain, intent.connection, intent.kind, intent.variant, told, intent.wanted,
            intent.due, intent.since, intent.attempts, intent.again, intent.failed, intent.why,
            intent.message, intent.message_nl);
}

bool retry(Tx& tx, ConnectionId connection, Kind kind, VariantId variant, Instant now) {
  return tx.change(kRetry, connection, kind, variant, now) == 1;
}

bool give_up(Tx& tx, ConnectionId connection, Kind kind, VariantId variant) {
  return tx.change(kGiveUp, connection, kind, variant) == 1;
}

void clear_queue(Tx& tx, ConnectionId connection, Kind kind) {
  tx.change(kClearQueue, connection, kind);
}

std::vector<Queued> queue(Snapshot& snapshot, ConnectionId connection, bool failed,
                          std::int64_t limit) {
  return snapshot.all<Queued>(kQueue, connection, failed, limit);
}

Backlog backlog(Snapshot& snapshot, ConnectionId connection) {
  return *snapshot.one<Backlog>(kBacklog, connection);
}

std::vector<ConnectionId> busy(Snapshot& snapshot, Instant now) {
  return snapshot.all<ConnectionId>(kBusy, now);
}

std::optional<Pace> pace(Snapshot& snapshot, ConnectionId connection) {
  return snapshot.one<Pace>(kPace, connection);
}

void begin_pace(Tx& tx, ConnectionId connection) {
  tx.change(kBeginPace, connection);
}

bool take_turn(Tx& tx, const Pace& before, Instant next_call, Instant busy_until) {
  return tx.change(kTakeTurn, before.connection, next_call, busy_until, before.next_call,
                   before.busy_until) == 1;
}

void end_turn(Tx& tx, const Pace& after) {
  tx.change(kEndTurn, after.connection, after.not_before, after.failures, after.told,
            after.their_location);
}

void sweep_from(Tx& tx, ConnectionId connection, const std::optional<std::string>& after,
                Instant swept) {
  tx.change(kSweepFrom, connection, after, swept);
}

std::vector<ConnectionId> to_sweep(Snapshot& snapshot, Instant before) {
  return snapshot.all<ConnectionId>(kToSweep, before);
}

std::optional<Learnt> learnt(Snapshot& snapshot, ConnectionId connection, VariantId variant) {
  return snapshot.one<Learnt>(kLearnt, connection, variant);
}

std::vector<VariantId> known_as(Snapshot& snapshot, ConnectionId connection,
                                const std::string& theirs, const std::string& item) {
  return snapshot.all<VariantId>(kKnownAs, connection, theirs, item);
}

std::vector<VariantId> known_below(Snapshot& snapshot, ConnectionId connection,
                                   const std::string& parent) {
  return snapshot.all<VariantId>(kKnownBelow, connection, parent);
}

std::int64_t absent(Snapshot& snapshot, ConnectionId connection) {
  return *snapshot.one<std::int64_t>(kAbsent, connection);
}

void learn(Tx& tx, const Learnt& learnt) {
  std::apply([&](const auto&... field) { tx.change(kLearn, field...); }, tie_fields(learnt));
}

void unlearn(Tx& tx, ConnectionId connection, VariantId variant) {
  tx.change(kUnlearn, connection, variant);
}

void unlearn_all(Tx& tx, ConnectionId connection) {
  tx.change(kUnlearnAll, connection);
}

void note_price(Tx& tx, ConnectionId connection, VariantId variant, Micro price) {
  tx.change(kNotePrice, connection, variant, price);
}

void note_call(Tx& tx, const Made& made) {
  std::apply([&](const auto&... field) { tx.change(kNoteCall, field...); }, tie_fields(made));
}

std::vector<Made> calls(Snapshot& snapshot, ConnectionId connection, std::int64_t limit) {
  return snapshot.all<Made>(kCalls, connection, limit);
}

void forget_calls(Tx& tx, ConnectionId connection, Instant before) {
  tx.change(kForgetCalls, connection, before);
}

std::span<const Statement* const> outgoing_statements() {
  return kStatements;
}

}  // namespace sluis::connectors::sql
