#include <algorithm>

#include "events/codec.h"
#include "events/store.h"
#include "kernel/assert.h"

namespace sluis::events {
namespace {

constexpr std::int64_t kBatchesAtOnce = 200;

bool is_forgotten(const Forgotten& forgotten, IdentityId id) {
  return std::ranges::count(forgotten.identities, id) > 0;
}

// True when the event was of somebody who is forgotten, and is now of nobody who is known.
bool unlink(Event& event, const Forgotten& forgotten) {
  const bool theirs = std::ranges::any_of(
      event.identities, [&](IdentityId id) { return is_forgotten(forgotten, id); });
  if (!theirs) return false;
  event.identities = {forgotten.fresh};
  event.props = {};
  return true;
}

void forget_in(store::Tx& tx, const sql::BatchRow& row, const Forgotten& forgotten) {
  auto records = decode(row.records.data);
  SLUIS_ASSERT(records);
  bool changed = false;
  for (Event& event : records->events)
    changed |= unlink(event, forgotten);
  if (!changed) return;
  sql::replace_records(tx, {row.transaction_id, row.number},
                       encode(records->events, records->withdrawals));
  const auto bytes = sql::take_names(tx, row.number);
  auto names = bytes ? decode_names(*bytes) : std::nullopt;
  if (!names) return;
  std::erase_if(*names, [&](const Named& name) { return is_forgotten(forgotten, name.id); });
  sql::add_names(tx, row.number, encode_names(*names));
}

}  // namespace

std::optional<outbox::Position> forget(store::Tx& tx, const Forgotten& forgotten,
                                       std::optional<outbox::Position> after) {
  if (!after) {
    for (const std::string& value : forgotten.values)
      sql::forget_quarantined(tx, value);
  }
  const auto rows = sql::all_batches(tx, after.value_or(outbox::Position{}), kBatchesAtOnce);
  for (const sql::BatchRow& row : rows)
    forget_in(tx, row, forgotten);
  if (std::cmp_less(rows.size(), kBatchesAtOnce)) return std::nullopt;
  return outbox::Position{rows.back().transaction_id, rows.back().number};
}

}  // namespace sluis::events
