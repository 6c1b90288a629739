// What a location does with its deliveries: accept, prepare, decline, hand over.

#include "orders/acts.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

Result<DeliveryState> next(const Order& order, const Delivery& delivery, Handling handling) {
  const auto to = after(delivery, handling);
  if (!to || !order.confirmed) {
    return refuse(OrderRefusal::handling_not_allowed, enum_name(delivery.state));
  }
  return *to;
}

// The pieces of a delivery that are still to be handed over lie elsewhere from now on.
Result<void> carry(const Desk& desk, const FullOrder& whole, DeliveryId id, LocationId to) {
  for (const DeliveryItem& item : whole.items) {
    if (item.delivery != id || item.open() == 0) continue;
    for (const Hold& hold : item.holds) {
      const auto carried = stock::carry(desk.tx, desk.actor, hold.reservation, to);
      const bool lost = !carried && is(carried.error(), stock::StockRefusal::reservation_ended);
      if (!carried && !lost) return std::unexpected(carried.error());
    }
  }
  return {};
}

Result<void> carry(const Desk& desk, const FullOrder& whole, Delivery& delivery,
                   Handling handling) {
  if (handling == Handling::send) {
    delivery.location = *delivery.brought_to;
    return carry(desk, whole, delivery.id, TRY(stock::on_the_way(desk.tx, desk.actor)));
  }
  if (handling == Handling::arrive) return carry(desk, whole, delivery.id, delivery.location);
  return {};
}

Result<Order> handle(const Desk& desk, const Sight& sight, DeliveryId id, Handling handling,
                     std::string_view what) {
  FullOrder whole = TRY(taken_with(desk, sight, id, std::nullopt));
  Delivery& delivery = *delivery_of(whole, id);
  delivery.state = TRY(next(whole.order, delivery, handling));
  TRY_VOID(carry(desk, whole, delivery, handling));
  delivery.expires.reset();
  const bool waits = delivery.state == DeliveryState::ready && delivery.method != Method::ship;
  if (waits) {
    const Terms terms = sql::terms(desk.tx, whole.order.channel);
    delivery.expires = desk.actor.now + std::chrono::minutes(terms.collect_minutes.number);
  }
  sql::update(desk.tx, delivery);
  tell(desk, whole.order, {.what = what});
  return whole.order;
}

// Pieces that this location does not send: another one does, else they are cancelled.
Result<void> send_elsewhere(const Desk& desk, FullOrder& whole, const Delivery& declined) {
  std::vector<Wanted> wanted;
  for (DeliveryItem& item : whole.items) {
    const std::int64_t pieces = item.open();
    if (item.delivery != declined.id || pieces == 0) continue;
    TRY_VOID(let_go(desk, whole, item, pieces));
    wanted.push_back({item.line, *line_of(whole, item.line)->variant, pieces});
  }
  const bool may_come_from_elsewhere = declined.method == Method::ship || declined.is_elsewhere();
  if (may_come_from_elsewhere) {
    const From from{.method = declined.method,
                    .only = declined.brought_to,
                    .not_there = declined.location,
                    .bring = declined.is_elsewhere()};
    const auto sourced = source(desk, whole, wanted, from);
    if (sourced || !is(sourced.error(), OrderRefusal::too_few)) return sourced;
  }
  std::vector<Cut> lost;
  for (const Wanted& one : wanted)
    lost.push_back({line_of(whole, one.line), one.quantity});
  return cut(desk, whole, lost);
}

// What of an item is handed over: what was asked for, or all.
Result<std::int64_t> pieces_of(const DeliveryItem& item, const std::vector<Pieces>& asked) {
  if (asked.empty()) return item.open();
  const auto one = std::ranges::find(asked, item.line, &Pieces::line);
  if (one == asked.end()) return 0;
  if (one->quantity.number > item.open()) {
    return refuse(OrderRefusal::more_than_open, std::to_string(one->quantity.number),
                  std::to_string(item.open()));
  }
  return one->quantity.number;
}

Result<void> check_lines(const FullOrder& whole, DeliveryId id, const std::vector<Pieces>& asked) {
  for (const Pieces& one : asked) {
    const bool there = std::ranges::any_of(whole.items, [&](const DeliveryItem& item) {
      return item.delivery == id && item.line == one.line;
    });
    if (!there) return refuse(OrderRefusal::line_unknown, std::to_string(one.line));
  }
  return {};
}

Result<void> give(const Desk& desk, FullOrder& whole, DeliveryItem& item, std::int64_t pieces) {
  for (const Hold& hold : item.holds) {
    const Quantity held{pieces * hold.each};
    TRY_VOID(stock::fulfil(desk.tx, desk.actor, {}, hold.reservation, held));
  }
  const bool counted = sql::count(desk.tx, item, {.fulfilled = pieces}) &&
                       sql::count(desk.tx, whole.order.id, item.line, {.fulfilled = pieces});
  if (!counted) {
    return refuse(OrderRefusal::more_than_open, std::to_string(pieces),
                  std::to_string(item.open()));
  }
  item.fulfilled += pieces;
  line_of(whole, item.line)->fulfilled += pieces;
  return {};
}

// Whoever pays where they collect has paid before they go.
Result<void> check_paid(const Order& order) {
  if (order.settlement == Settlement::on_account) return {};
  const Micro missing = owed(order) - (order.paid - order.refunded);
  if (missing <= Micro()) return {};
  return refuse(OrderRefusal::not_paid, to_string(missing));
}

}  // namespace

Result<Order> accept(const Desk& desk, const Sight& sight, DeliveryId id) {
  return handle(desk, sight, id, Handling::accept, "accepted");
}

Result<Order> send(const Desk& desk, const Sight& sight, DeliveryId id) {
  return handle(desk, sight, id, Handling::send, "sent");
}

Result<Order> arrive(const Desk& desk, const Sight& sight, DeliveryId id) {
  return handle(desk, sight, id, Handling::arrive, "arrived");
}

Result<Order> prepare(const Desk& desk, const Sight& sight, DeliveryId id) {
  return handle(desk, sight, id, Handling::prepare, "prepared");
}

Result<Order> confirm_receipt(const Desk& desk, const Sight& sight, DeliveryId id) {
  FullOrder whole = TRY(taken_with(desk, sight, id, std::nullopt));
  Delivery& delivery = *delivery_of(whole, id);
  if (delivery.state != DeliveryState::done) {
    return refuse(OrderRefusal::handling_not_allowed, enum_name(delivery.state));
  }
  if (delivery.received) return whole.order;
  delivery.received = desk.actor.now;
  sql::update(desk.tx, delivery);
  tell(desk, whole.order, {.what = "received"});
  return whole.order;
}

Result<Order> decline(const Desk& desk, const Sight& sight, DeliveryId id) {
  FullOrder whole = TRY(taken_with(desk, sight, id, Act::cancel));
  Delivery& delivery = *delivery_of(whole, id);
  delivery.state = TRY(next(whole.order, delivery, Handling::decline));
  delivery.expires.reset();
  sql::update(desk.tx, delivery);
  const Delivery declined = delivery;
  TRY_VOID(send_elsewhere(desk, whole, declined));
  tell(desk, whole.order, {.what = "declined"});
  sql::settle(desk.tx, whole.order);
  return whole.order;
}

Result<Order> hand_over(const Desk& desk, const Sight& sight, DeliveryId id,
                        const std::vector<Pieces>& asked, const Line<0, 200>& tracking) {
  FullOrder whole = TRY(taken_with(desk, sight, id, Act::fulfil));
  Delivery& delivery = *delivery_of(whole, id);
  const DeliveryState done = TRY(next(whole.order, delivery, Handling::hand_over));
  TRY_VOID(check_paid(whole.order));
  TRY_VOID(check_lines(whole, id, asked));
  std::int64_t handed = 0;
  std::int64_t left = 0;
  for (DeliveryItem& item : whole.items) {
    if (item.delivery != id) continue;
    const std::int64_t pieces = TRY(pieces_of(item, asked));
    if (pieces > 0) TRY_VOID(give(desk, whole, item, pieces));
    handed += pieces;
    left += item.open();
  }
  if (left == 0) delivery.state = done;
  delivery.expires.reset();
  delivery.handed_over = desk.actor.now;
  if (delivery.method != Method::ship) delivery.received = desk.actor.now;
  if (!tracking.text.empty()) delivery.tracking = tracking;
  sql::update(desk.tx, delivery);
  whole.order.state = after(whole.order.state, Act::fulfil, counts_of(whole.lines));
  tell(desk, whole.order, {.what = "fulfilled", .pieces = handed});
  sql::settle(desk.tx, whole.order);
  return whole.order;
}

}  // namespace sluis::orders
