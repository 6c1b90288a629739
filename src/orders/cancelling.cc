// Cancelling what was not handed over, by whoever asks for it.

#include "orders/acts.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

Result<std::vector<Cut>> cuts_of(FullOrder& whole, const std::vector<Pieces>& pieces) {
  std::vector<Cut> cuts;
  for (const Pieces& one : pieces) {
    OrderLine* line = line_of(whole, one.line);
    if (line == nullptr || line->kind != LineKind::product) {
      return refuse(OrderRefusal::line_unknown, std::to_string(one.line));
    }
    const bool twice = std::ranges::find(cuts, line, &Cut::line) != cuts.end();
    if (twice || one.quantity.number > line->open()) {
      return refuse(OrderRefusal::more_than_open, std::to_string(one.quantity.number),
                    std::to_string(line->open()));
    }
    cuts.push_back({line, one.quantity.number});
  }
  return cuts;
}

// Everything that was not handed over.
std::vector<Cut> all_open(FullOrder& whole) {
  std::vector<Cut> cuts;
  for (OrderLine& line : whole.lines) {
    if (line.kind == LineKind::product && line.open() > 0) cuts.push_back({&line, line.open()});
  }
  return cuts;
}

}  // namespace

Result<Order> cancel(const Desk& desk, const Sight& sight, OrderId id,
                     const std::vector<Pieces>& pieces, const Line<0, 200>& reason) {
  FullOrder whole = TRY(taken(desk, sight, id, Act::cancel));
  const std::vector<Cut> cuts = pieces.empty() ? all_open(whole) : TRY(cuts_of(whole, pieces));
  std::int64_t cancelled = 0;
  for (const Cut& one : cuts)
    cancelled += one.pieces;
  TRY_VOID(cut(desk, whole, cuts));
  tell(desk, whole.order, {.what = "cancelled", .pieces = cancelled, .note = reason});
  confirm_if_paid(desk, whole);
  sql::settle(desk.tx, whole.order);
  return whole.order;
}

}  // namespace sluis::orders
