#include "events/codec.h"
#include "events/intake.h"
#include "events/store.h"

namespace sluis::events {
namespace {

// Whoever keeps sources in memory hears of it.
constexpr std::string_view kCleared = "events.log_cleared";
struct Cleared {
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(Cleared, (), (rows))

Batch batch_of(sql::BatchRow row) {
  Batch batch{.position = {row.transaction_id, row.number},
              .source = row.source,
              .received = row.received,
              .events = {},
              .withdrawals = {},
              .bytes = std::make_unique<const std::string>(std::move(row.records.data))};
  auto records = decode(*batch.bytes);
  if (!records) {
    throw store::Error(store::Failure::internal,
                       fmt::format("batch {} of the log is broken", row.number));
  }
  batch.events = std::move(records->events);
  batch.withdrawals = std::move(records->withdrawals);
  return batch;
}

}  // namespace

std::vector<Batch> batches_after(store::Snapshot& snapshot, outbox::Position after,
                                 std::int64_t events_most) {
  std::vector<Batch> batches;
  const outbox::Position end = sql::reach_of(snapshot, after, events_most).end;
  if (end == after) return batches;
  for (sql::BatchRow& row : sql::batches(snapshot, after, end))
    batches.push_back(batch_of(std::move(row)));
  return batches;
}

outbox::Position last_position(store::Snapshot& snapshot) {
  return sql::last_position(snapshot);
}

std::int64_t clear(store::Tx& tx, Intake& intake, Instant now) {
  const std::int64_t removed = sql::clear(tx);
  if (removed == 0) return 0;
  outbox::append(tx, now, kCleared, Cleared{removed});
  tx.after_commit([&intake] { intake.forget(); });
  return removed;
}

std::vector<Freshness> freshness(store::Snapshot& snapshot) {
  return sql::freshness(snapshot);
}

std::vector<Coverage> coverage(store::Snapshot& snapshot) {
  return sql::coverage(snapshot);
}

}  // namespace sluis::events
