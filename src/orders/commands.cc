#include "orders/commands.h"

#include "orders/acting.h"
#include "platform/command/rows.h"
#include "platform/store/store.h"

namespace sluis::orders {
namespace {

using command::Invocation;
using store::Snapshot;

constexpr std::int64_t kShown = 100;

struct Row {
  OrderId id;
  Reference reference;
  State state;
  std::string buyer;
  Micro payable;
  Micro paid;
  Currency currency;
  std::optional<Micro> margin;
  Instant placed;

  static constexpr Text headings[] = {
      {"Order", "Order"},     {"Reference", "Nummer"},   {"State", "Stand"},
      {"Buyer", "Koper"},     {"Payable", "Te betalen"}, {"Paid", "Betaald"},
      {"Currency", "Valuta"}, {"Margin", "Marge"},       {"Placed", "Geplaatst"}};
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, reference, state, buyer, payable, paid, currency, margin, placed))

struct LineRow {
  std::int64_t number;
  Line<0, 64> sku;
  Line<0, 200> name;
  std::int64_t quantity;
  Micro gross;
  std::int64_t cancelled;
  std::int64_t fulfilled;
  std::int64_t returned;

  static constexpr Text headings[] = {{"Line", "Regel"},         {"SKU", "SKU"},
                                      {"Name", "Naam"},          {"Pieces", "Stuks"},
                                      {"Gross", "Bruto"},        {"Cancelled", "Geannuleerd"},
                                      {"Fulfilled", "Geleverd"}, {"Returned", "Retour"}};
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (number, sku, name, quantity, gross, cancelled, fulfilled, returned))

Result<void> list_orders(Invocation& args) {
  const Query query{.search = args.find<std::string>("search").value_or(""),
                    .channel = args.find<ChannelId>("channel"),
                    .state = args.find<State>("state"),
                    .customer = {},
                    .location = {},
                    .from = args.find<Instant>("from"),
                    .to = args.find<Instant>("to"),
                    .before = {},
                    .limit = kShown};
  const OrderList found = TRY(args.store().snapshot(
      [&](Snapshot& snapshot) -> Result<OrderList> { return list(snapshot, kEverything, query); }));
  std::vector<Row> rows;
  for (const Listed& one : found.orders) {
    rows.push_back({one.id, one.reference, one.state, one.buyer, one.payable, one.paid,
                    one.currency, one.margin, one.placed});
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> show(Invocation& args) {
  const auto id = args.as<OrderId>("order");
  const FullOrder whole = TRY(
      args.store().snapshot([&](Snapshot& snapshot) { return find(snapshot, kEverything, id); }));
  std::vector<LineRow> rows;
  for (const OrderLine& line : whole.lines) {
    rows.push_back({line.number, line.sku, line.name, line.quantity, line.gross, line.cancelled,
                    line.fulfilled, line.returned});
  }
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "orders list",
           .summary = {"List the latest orders of all channels.",
                       "Toon de laatste orders van alle kanalen."},
           .options = {{.name = "search",
                        .value = "TEXT",
                        .help = {"Words of reference, name, e-mail address or SKU",
                                 "Woorden van nummer, naam, e-mailadres of SKU"}},
                       {.name = "channel",
                        .value = "CHANNEL",
                        .help = {"Only through this channel, by its id",
                                 "Alleen via dit kanaal, met zijn id"},
                        .type = command::of<ChannelId>},
                       {.name = "from",
                        .value = "MOMENT",
                        .help = {"Placed at or after this moment", "Geplaatst vanaf dit moment"},
                        .type = command::of<Instant>},
                       {.name = "to",
                        .value = "MOMENT",
                        .help = {"Placed before this moment", "Geplaatst vóór dit moment"},
                        .type = command::of<Instant>},
                       {.name = "state",
                        .value = "STATE",
                        .help = {"Only in this state", "Alleen in deze stand"},
                        .type = command::of<State>}},
           .output = command::Output::rows,
           .run = list_orders},
          {.name = "orders show",
           .summary = {"Show the lines of an order.", "Toon de regels van een order."},
           .positionals = {{.name = "order",
                            .value = "ORDER",
                            .help = {"Its id", "Zijn id"},
                            .type = command::of<OrderId>,
                            .required = true}},
           .output = command::Output::rows,
           .run = show}};
}

}  // namespace sluis::orders
