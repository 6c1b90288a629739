#include "stock/matrix.h"

#include "stock/rules.h"
#include "stock/store.h"
#include "stock/store_buffers.h"

namespace sluis::stock {
namespace {

std::vector<Buffer> buffers_of(store::Snapshot& snapshot, const std::vector<ChannelId>& channels) {
  const std::vector<ChannelBuffer> known = buffers(snapshot);
  if (channels.empty()) return {known.begin(), known.end()};
  std::vector<Buffer> asked;
  for (const ChannelId channel : channels) {
    const auto found = std::ranges::find(known, channel, &Buffer::channel);
    asked.push_back(found != known.end() ? Buffer(*found) : Buffer{channel, {}});
  }
  return asked;
}

// What each of some channels leaves.
struct ChannelColumn {
  ChannelId channel;
  Leaving leaving;
};

std::vector<ChannelColumn> columns_of(store::Snapshot& snapshot,
                                      const std::vector<ChannelId>& channels,
                                      const std::vector<MatrixRow>& rows) {
  const std::vector<Buffer> buffers = buffers_of(snapshot, channels);
  std::vector<VariantId> variants;
  std::ranges::transform(rows, std::back_inserter(variants), &MatrixRow::variant);
  const bool all_by_hand =
      std::ranges::all_of(buffers, [](const Buffer& one) { return one.units.has_value(); });
  std::vector<Reckoned> reckoned;
  if (!all_by_hand) reckoned = sql::reckoned(snapshot, std::nullopt, variants);
  std::vector<ChannelColumn> columns;
  for (const Buffer& buffer : buffers)
    columns.push_back({buffer.channel, Leaving(buffer, reckoned)});
  return columns;
}

MatrixRow row_of(sql::MatrixLine& line) {
  return {.variant = line.variant,
          .sku = std::move(line.sku),
          .name = std::move(line.name),
          .category = std::move(line.category),
          .on_sale = line.on_sale,
          .bundle = line.bundle,
          .cells = {},
          .channels = {},
          .alerts = {}};
}

MatrixCell cell_of(const sql::MatrixLine& line) {
  MatrixCell cell;
  static_cast<Level&>(cell) = {.variant = line.variant,
                               .location = *line.location,
                               .on_hand = *line.on_hand,
                               .reserved = *line.reserved,
                               .safety = *line.safety};
  cell.sells = *line.sells;
  return cell;
}

// What a channel can promise of these; a bundle is counted elsewhere.
std::int64_t free_in(const MatrixRow& row, std::int64_t buffer) {
  std::int64_t free = 0;
  for (const MatrixCell& cell : row.cells)
    if (cell.sells && row.on_sale) free += free_of(cell, buffer);
  return free;
}

void count_pieces(MatrixRow& row, const std::vector<ChannelColumn>& columns) {
  for (MatrixCell& cell : row.cells)
    if (cell.sells && row.on_sale) cell.free = free_of(cell, 0);
  row.free = free_in(row, 0);
  for (const ChannelColumn& one : columns) {
    const std::int64_t buffer = one.leaving.of(row.variant);
    row.channels.push_back({.channel = one.channel,
                            .buffer = buffer,
                            .free = free_in(row, buffer),
                            .reckoned = one.leaving.why(row.variant)});
  }
}

void count_bundle(store::Snapshot& snapshot, std::optional<LocationId> location, MatrixRow& row,
                  const std::vector<ChannelColumn>& columns) {
  const auto at = [&](std::optional<ChannelId> channel) {
    return std::move(available(snapshot, {&row.variant, 1}, channel, location).front());
  };
  const Available everywhere = at({});
  row.free = everywhere.free;
  for (const Free& free : everywhere.locations) {
    MatrixCell cell;
    static_cast<Level&>(cell) = {.variant = free.part.value_or(row.variant),
                                 .location = free.location,
                                 .on_hand = free.on_hand,
                                 .reserved = free.reserved,
                                 .safety = free.safety};
    cell.sells = true;
    cell.free = free.free;
    row.cells.push_back(cell);
  }
  for (const ChannelColumn& one : columns) {
    const Available there = at(one.channel);
    const bool nowhere = there.locations.empty();
    row.channels.push_back({.channel = one.channel,
                            .buffer = nowhere ? 0 : there.locations.front().buffer,
                            .free = there.free,
                            .reckoned = {}});
  }
}

// A line for each level becomes a row for each variant.
std::vector<MatrixRow> rows_of(std::vector<sql::MatrixLine> lines) {
  std::vector<MatrixRow> rows;
  for (sql::MatrixLine& line : lines) {
    if (rows.empty() || rows.back().variant != line.variant) rows.push_back(row_of(line));
    if (line.location) rows.back().cells.push_back(cell_of(line));
  }
  return rows;
}

// What has an alert of a kind is found first, then what else is asked of it: how many of these that
// leaves is not known before, unless nothing is.
std::vector<MatrixRow> alerted_rows(store::Snapshot& snapshot, const MatrixQuery& query) {
  constexpr std::int64_t all = 1'000'000;
  const bool only_alerts =
      query.search.empty() && query.category.empty() && !query.location && !query.below_safety;
  AlertQuery asked;
  asked.limit = only_alerts ? query.limit + 1 : all;
  std::vector<VariantId> variants;
  for (const Alert& one : alerts_by_sku(snapshot, *query.alert, query.after, asked, query.now))
    variants.push_back(one.variant);
  std::vector<MatrixRow> rows = rows_of(sql::matrix_of(snapshot, query, variants));
  const auto most = static_cast<std::size_t>(query.limit) + 1;
  if (rows.size() > most) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
  return rows;
}

void add_alerts(store::Snapshot& snapshot, std::vector<MatrixRow>& rows, Instant now) {
  std::vector<VariantId> variants;
  std::ranges::transform(rows, std::back_inserter(variants), &MatrixRow::variant);
  for (const Alert& one : alerts_of(snapshot, variants, {}, now)) {
    const auto row = std::ranges::find(rows, one.variant, &MatrixRow::variant);
    row->alerts.push_back({.kind = one.kind, .pieces = one.pieces, .cost = one.cost});
  }
}

}  // namespace

Matrix matrix(store::Snapshot& snapshot, const Sight& sight, const MatrixQuery& query) {
  MatrixQuery seen = query;
  if (sight.location) {
    if (query.location && query.location != sight.location) return {};
    seen.location = sight.location;
  }
  Matrix matrix{
      .rows = query.alert ? alerted_rows(snapshot, seen) : rows_of(sql::matrix(snapshot, seen)),
      .next = {}};
  if (std::cmp_greater(matrix.rows.size(), query.limit)) {
    matrix.rows.pop_back();
    matrix.next = matrix.rows.back().sku.text;
  }
  const std::vector<ChannelColumn> columns = columns_of(snapshot, query.channels, matrix.rows);
  for (MatrixRow& row : matrix.rows) {
    if (row.bundle) {
      count_bundle(snapshot, seen.location, row, columns);
    } else {
      count_pieces(row, columns);
    }
  }
  if (query.alerts) add_alerts(snapshot, matrix.rows, query.now);
  return matrix;
}

}  // namespace sluis::stock
