#include "events/log_rows.h"

#include <algorithm>
#include <map>

#include "events/codec.h"

namespace sluis::events {
namespace {

// Readers take whole rows, about this many events at a time or more.
constexpr std::int64_t kEventsInRowMost = 1'000;

using Batches = std::span<sql::NewBatch>;

// Of one source: how many, from the first on, go into its row.
std::size_t fitting(Batches batches) {
  std::size_t count = 1;
  std::int64_t events = batches.front().events;
  while (count < batches.size()) {
    events += batches[count].events;
    if (events > kEventsInRowMost) break;
    ++count;
  }
  return count;
}

std::string joined_part(Batches batches, std::string sql::NewBatch::* part) {
  std::vector<std::string_view> pieces;
  for (const sql::NewBatch& batch : batches) {
    if (!(batch.*part).empty()) pieces.push_back(batch.*part);
  }
  return pieces.empty() ? std::string() : join(pieces);
}

sql::NewBatch row_of(Batches batches) {
  sql::NewBatch& first = batches.front();
  if (batches.size() == 1) return std::move(first);
  sql::NewBatch row{.source = first.source,
                    .received = first.received,
                    .first_ts = first.first_ts,
                    .last_ts = first.last_ts,
                    .records = joined_part(batches, &sql::NewBatch::records),
                    .names = joined_part(batches, &sql::NewBatch::names)};
  for (const sql::NewBatch& batch : batches) {
    row.received = std::max(row.received, batch.received);
    row.first_ts = std::min(row.first_ts, batch.first_ts);
    row.last_ts = std::max(row.last_ts, batch.last_ts);
    row.events += batch.events;
  }
  return row;
}

}  // namespace

void LogRows::keep_unit() {
  std::ranges::move(of_unit_, std::back_inserter(kept_));
  of_unit_.clear();
}

void LogRows::write(store::Tx& tx) {
  std::map<SourceId, std::vector<sql::NewBatch>> by_source;
  for (sql::NewBatch& batch : kept_)
    by_source[batch.source].push_back(std::move(batch));
  kept_.clear();
  for (auto& [source, batches] : by_source) {
    for (Batches rest = batches; !rest.empty();) {
      const std::size_t count = fitting(rest);
      sql::append(tx, row_of(rest.first(count)));
      rest = rest.subspan(count);
    }
  }
}

}  // namespace sluis::events
