#include "stock/commands.h"

#include <map>

#include "platform/command/rows.h"
#include "platform/store/store.h"
#include "stock/alerts.h"
#include "stock/matrix.h"

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

using Codes = std::map<LocationId, Slug>;

Codes codes_of(Snapshot& snapshot) {
  Codes codes;
  for (const Location& one : locations(snapshot, {}))
    codes[one.id] = one.code;
  return codes;
}

Result<std::optional<LocationId>> location_of(const Invocation& args, const Codes& codes) {
  const auto code = args.find<Slug>("location");
  if (!code) return std::nullopt;
  for (const auto& [id, its] : codes)
    if (its == *code) return id;
  return refuse(StockRefusal::location_unknown);
}

void add_rows(const MatrixRow& variant, const Codes& codes, std::vector<Row>& rows) {
  for (const MatrixCell& cell : variant.cells) {
    rows.push_back({.sku = variant.sku.text,
                    .location = codes.at(cell.location),
                    .on_hand = cell.on_hand,
                    .reserved = cell.reserved,
                    .safety = cell.safety,
                    .free = cell.free});
  }
}

// One state of the store for the whole list.
Result<std::vector<Row>> rows_of(Snapshot& snapshot, const Invocation& args) {
  const Codes codes = codes_of(snapshot);
  MatrixQuery query{.search = args.find<std::string>("search").value_or(""),
                    .category = "",
                    .location = TRY(location_of(args, codes)),
                    .below_safety = args.flag("below-safety"),
                    .channels = {},
                    .after = "",
                    .limit = kPage};
  std::vector<Row> rows;
  for (bool more = true; more;) {
    const Matrix page = matrix(snapshot, {}, query);
    for (const MatrixRow& variant : page.rows)
      add_rows(variant, codes, rows);
    more = page.next.has_value();
    query.after = page.next.value_or("");
  }
  return rows;
}

Result<void> list(Invocation& args) {
  command::print_rows(
      args,
      TRY(args.store().snapshot([&](Snapshot& snapshot) { return rows_of(snapshot, args); })));
  return {};
}

struct AlertRow {
  std::string sku;
  AlertKind kind;
  std::int64_t free;
  Micro cost;
  std::optional<Micro> bound;
  Currency currency;
  std::string reason;

  static constexpr Text headings[] = {
      {"SKU", "SKU"},    {"Alert", "Melding"},   {"Free", "Vrij"}, {"Costs", "Kost"},
      {"Bound", "Vast"}, {"Currency", "Valuta"}, {"Why", "Waarom"}};
};
BOOST_DESCRIBE_STRUCT(AlertRow, (), (sku, kind, free, cost, bound, currency, reason))

Result<void> list_alerts(Invocation& args) {
  const AlertQuery query{.kind = args.find<AlertKind>("kind"),
                         .cover = args.as<Whole<1, 730>>("cover-days"),
                         .lead = args.as<Whole<1, 365>>("lead-days"),
                         .carrying = args.as<Whole<0, 10'000>>("carrying")};
  const auto found = TRY(args.store().snapshot([&](Snapshot& snapshot) {
    return Result<std::vector<Alert>>(alerts(snapshot, query, args.clock().now()));
  }));
  std::vector<AlertRow> rows;
  for (const Alert& alert : found) {
    rows.push_back({.sku = alert.sku.text,
                    .kind = alert.kind,
                    .free = alert.free,
                    .cost = alert.cost.amount,
                    .bound = alert.bound ? std::optional(alert.bound->amount) : std::nullopt,
                    .currency = alert.cost.currency,
                    .reason = reason_of(alert).in(args.reader().language)});
  }
  command::print_rows(args, rows);
  return {};
}

command::Command alerts_command() {
  return {
      .name = "stock alerts",
      .summary = {"List what is about to run out and what lies too long, the costliest first.",
                  "Toon wat bijna op is en wat te lang ligt, het duurste eerst."},
      .options = {{.name = "kind",
                   .value = "KIND",
                   .help = {"only stock_out or overstock", "alleen stock_out of overstock"},
                   .type = command::of<AlertKind>},
                  {.name = "cover-days",
                   .value = "DAYS",
                   .help = {"for how long stock is wanted", "voor hoe lang voorraad nodig is"},
                   .type = command::of<Whole<1, 730>>,
                   .fallback = "90"},
                  {.name = "lead-days",
                   .value = "DAYS",
                   .help = {"that a delivery takes, where none was measured",
                            "die een levering duurt, waar er geen is gemeten"},
                   .type = command::of<Whole<1, 365>>,
                   .fallback = "14"},
                  {.name = "carrying",
                   .value = "NUMBER",
                   .help = {"what value that lies costs a year, in hundredths of a per cent",
                            "wat waarde die ligt per jaar kost, in honderdsten van een procent"},
                   .type = command::of<Whole<0, 10'000>>,
                   .fallback = "2000"}},
      .output = command::Output::rows,
      .run = list_alerts};
}

}  // namespace

std::vector<command::Command> commands() {
  return {alerts_command(),
          {.name = "stock list",
           .summary = {"List how many pieces of each variant lie where, and how many are free.",
                       "Toon hoeveel stuks van elke variant waar liggen, en hoeveel er vrij zijn."},
           .options = {{.name = "search",
                        .value = "TEXT",
                        .help = {"in SKU, GTIN, options, name and category",
                                 "in SKU, GTIN, opties, naam en categorie"}},
                       {.name = "location",
                        .value = "CODE",
                        .help = {"only what lies there", "alleen wat daar ligt"},
                        .type = command::of<Slug>},
                       {.name = "below-safety",
                        .help = {"only where fewer are left than are kept for the store",
                                 "alleen waar minder over is dan voor de winkel blijft"},
                        .kind = command::Kind::flag}},
           .output = command::Output::rows,
           .run = list}};
}

}  // namespace sluis::stock
