#include "stock/commands.h"

#include "platform/command/rows.h"
#include "platform/store/store.h"
#include "stock/rules.h"
#include "stock/stock.h"

namespace sluis::stock {
namespace {

using command::Invocation;
using store::Snapshot;

constexpr std::int64_t kPage = 500;

struct Row {
  std::string sku;
  Slug location;
  std::int64_t on_hand;
  std::int64_t reserved;
  std::int64_t safety;
  std::int64_t free;

  static constexpr Text headings[] = {{"SKU", "SKU"},           {"Location", "Locatie"},
                                      {"On hand", "Aanwezig"},  {"Reserved", "Gereserveerd"},
                                      {"Safety", "Veiligheid"}, {"Free", "Vrij"}};
};
BOOST_DESCRIBE_STRUCT(Row, (), (sku, location, on_hand, reserved, safety, free))

Result<Row> row_of(Snapshot& snapshot, const Level& level) {
  const catalog::Variant variant = TRY(catalog::variant(snapshot, level.variant));
  const Location place = TRY(location(snapshot, {}, level.location));
  return Row{.sku = variant.sku.text,
             .location = place.code,
             .on_hand = level.on_hand,
             .reserved = level.reserved,
             .safety = level.safety,
             .free = free_of(level, 0)};
}

// A page of rows behind the last one; where it ended goes into the query.
Result<std::vector<Row>> page_of(Snapshot& snapshot, LevelQuery& query, bool& more) {
  std::vector<Level> page = levels(snapshot, {}, query);
  more = std::cmp_greater(page.size(), query.limit);
  if (more) page.pop_back();
  std::vector<Row> rows;
  for (const Level& level : page) {
    rows.push_back(TRY(row_of(snapshot, level)));
    query.after = level.variant;
    query.after_location = level.location;
  }
  return rows;
}

Result<void> list(Invocation& args) {
  LevelQuery query{.variant = {}, .location = {}, .after = {}, .limit = kPage};
  std::vector<Row> rows;
  for (bool more = true; more;) {
    const auto page = TRY(
        args.store().snapshot([&](Snapshot& snapshot) { return page_of(snapshot, query, more); }));
    rows.insert(rows.end(), page.begin(), page.end());
  }
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "stock list",
           .summary = {"List how many pieces of each variant lie where, and how many are free.",
                       "Toon hoeveel stuks van elke variant waar liggen, en hoeveel er vrij zijn."},
           .output = command::Output::rows,
           .run = list}};
}

}  // namespace sluis::stock
