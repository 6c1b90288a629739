// What comes back, and the money that goes back for it.

#include "orders/acts.h"
#include "orders/refunding.h"
#include "orders/returns.h"
#include "orders/store.h"
#include "orders/store_returns.h"

namespace sluis::orders {
namespace {

Refusal more_than_fulfilled(const OrderLine& line, std::int64_t pieces) {
  return Refusal(kind_of(ReturnRefusal::more_than_fulfilled), std::to_string(pieces),
                 std::to_string(line.fulfilled - line.returned));
}

// What was asked for, or all that was handed over; each line once.
Result<std::vector<Pieces>> pieces_of(FullOrder& whole,
                                      const std::optional<std::vector<Pieces>>& asked) {
  std::vector<Pieces> pieces;
  if (!asked) {
    for (const OrderLine& line : whole.lines) {
      const std::int64_t left = line.fulfilled - line.returned;
      if (left > 0) pieces.push_back({line.number, {left}});
    }
    return pieces;
  }
  for (const Pieces& one : *asked) {
    const OrderLine* line = line_of(whole, one.line);
    if (line == nullptr || line->kind != LineKind::product) {
      return refuse(OrderRefusal::line_unknown, std::to_string(one.line));
    }
    const bool twice = std::ranges::find(pieces, one.line, &Pieces::line) != pieces.end();
    if (twice || one.quantity.number > line->fulfilled - line->returned) {
      return std::unexpected(more_than_fulfilled(*line, one.quantity.number));
    }
    pieces.push_back(one);
  }
  return pieces;
}

Return return_of(const Desk& desk, const FullOrder& whole, const ReturnDraft& draft,
                 std::vector<Pieces> pieces) {
  return {.order_id = whole.order.id,
          .id = desk.actor.ids.next<ReturnId>(),
          .way = draft.way,
          .channel = draft.channel,
          .location = {},
          .pieces = std::move(pieces),
          .reason = draft.reason.value_or(Line<0, 200>{}),
          .created = desk.actor.now,
          .received = {}};
}

// Into stock again, a bundle as its parts.
Result<void> restock(const Desk& desk, const FullOrder& whole, const OrderLine& line,
                     std::int64_t pieces, LocationId location) {
  std::vector<catalog::Part> parts = catalog::parts_of(desk.tx, *line.variant);
  if (parts.empty()) parts.push_back({.variant = *line.variant});
  for (const catalog::Part& part : parts) {
    TRY_VOID(stock::receive(desk.tx, desk.actor, stock::MovementKind::returned,
                            {.variant = part.variant,
                             .location = location,
                             .quantity = {pieces * part.quantity.number},
                             .reference = {whole.order.reference.text}}));
  }
  return {};
}

// What was paid to have it sent goes back with the last piece of an order withdrawn from.
void give_back_transport(const Desk& desk, FullOrder& whole, std::vector<OrderLine>& before,
                         std::vector<Lapse>& lapses) {
  const Counts counts = counts_of(whole.lines);
  if (counts.cancelled + counts.returned < counts.ordered) return;
  for (OrderLine& line : whole.lines) {
    if (line.kind != LineKind::transport || line.open() == 0) continue;
    sql::count(desk.tx, whole.order.id, line.number, {.cancelled = line.open()});
    before.push_back(line);
    lapses.push_back({.line = &before.back(), .pieces = line.open()});
    lapse(whole.order, line, line.open());
    line.cancelled = line.quantity;
  }
}

Result<void> take_in(const Desk& desk, FullOrder& whole, const Return& back,
                     const Arrived& arrived) {
  TRY_VOID(stock::location(desk.tx, {}, arrived.location));
  std::vector<OrderLine> before;
  before.reserve(whole.lines.size());
  std::vector<Lapse> lapses;
  std::int64_t pieces = 0;
  for (const Pieces& one : back.pieces) {
    OrderLine& line = *line_of(whole, one.line);
    const std::int64_t quantity = one.quantity.number;
    if (!sql::count(desk.tx, whole.order.id, line.number, {.returned = quantity})) {
      return std::unexpected(more_than_fulfilled(line, quantity));
    }
    if (back.restocked) TRY_VOID(restock(desk, whole, line, quantity, arrived.location));
    before.push_back(line);
    lapses.push_back({.line = &before.back(), .pieces = quantity, .goods = back.restocked});
    lapse(whole.order, line, quantity);
    line.returned += quantity;
    pieces += quantity;
  }
  if (back.withdrawal) give_back_transport(desk, whole, before, lapses);
  whole.order.state = after(whole.order.state, Act::give_back, counts_of(whole.lines));
  sql::add_word(desk.tx, whole.order.id, to_string(arrived.location));
  report_lapses(desk, whole.order, lapses);
  tell(desk, whole.order, {.what = "returned", .pieces = pieces, .note = back.reason});
  const bool is_due = due_back(whole.order) > Micro();
  if (arrived.refund && is_due) {
    TRY_VOID(give_money_back(desk, kEverything, whole, {.method = *arrived.refund}));
  }
  return {};
}

}  // namespace

std::vector<Return> returns_of(store::Snapshot& snapshot, const Sight& sight, OrderId id) {
  std::vector<Return> returns = sql::returns(snapshot, id);
  if (!sight.names) {
    for (Return& one : returns)
      one.reason = {};
  }
  return returns;
}

Result<Return> announce(const Desk& desk, const Sight& sight, OrderId id,
                        const ReturnDraft& draft) {
  FullOrder whole = TRY(taken(desk, sight, id, Act::give_back));
  Return back = return_of(desk, whole, draft, TRY(pieces_of(whole, draft.pieces)));
  sql::insert(desk.tx, back);
  tell(desk, whole.order, {.what = "return_announced", .note = back.reason});
  return back;
}

Result<Order> receive(const Desk& desk, const Sight& sight, ReturnId id, const Arrived& arrived) {
  const auto found = sql::find_return(desk.tx, id);
  if (!found) return refuse(ReturnRefusal::return_unknown);
  FullOrder whole = TRY(taken(desk, sight, found->order_id, Act::give_back));
  Return back = *found;
  back.state = ReturnState::received;
  back.location = arrived.location;
  back.restocked = arrived.restock.value_or(true);
  back.received = desk.actor.now;
  if (!sql::arrive(desk.tx, back)) return refuse(ReturnRefusal::return_received);
  TRY_VOID(take_in(desk, whole, back, arrived));
  sql::settle(desk.tx, whole.order);
  return whole.order;
}

Result<Order> give_back(const Desk& desk, const Sight& sight, OrderId id, const ReturnDraft& draft,
                        const Arrived& arrived) {
  FullOrder whole = TRY(taken(desk, sight, id, Act::give_back));
  Return back = return_of(desk, whole, draft, TRY(pieces_of(whole, draft.pieces)));
  back.state = ReturnState::received;
  back.location = arrived.location;
  back.restocked = arrived.restock.value_or(true);
  back.received = desk.actor.now;
  sql::insert(desk.tx, back);
  TRY_VOID(take_in(desk, whole, back, arrived));
  sql::settle(desk.tx, whole.order);
  return whole.order;
}

Result<Order> exchange(const Desk& desk, const Sight& sight, OrderId id,
                       const ExchangeDraft& draft) {
  static const Slug kExchange{"exchange"};
  Arrived arrived = draft.arrived;
  arrived.refund.reset();
  const Order before = TRY(give_back(desk, sight, id, draft.back, arrived));
  OrderDraft instead = draft.instead;
  instead.currency = before.currency;
  Order after = TRY(place(desk, sight, instead, before.id));
  const Micro moved = std::min(due_back(before), owed(after) - (after.paid - after.refunded));
  if (moved <= Micro()) return after;
  const Money amount{moved, before.currency};
  TRY_VOID(refund(desk, sight, id, {.method = kExchange, .amount = amount}));
  return pay(desk, sight, after.id, {.method = kExchange, .amount = amount});
}

}  // namespace sluis::orders
