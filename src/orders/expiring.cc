// What has waited for too long: for its money, for somebody to accept it, or to be collected.

#include "orders/acts.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

// Kept ready, and nobody came: its pieces go back.
Result<void> let_lapse(const Desk& desk, DeliveryId id) {
  FullOrder whole = TRY(taken_with(desk, kEverything, id, Act::cancel));
  std::vector<Cut> cuts;
  std::int64_t pieces = 0;
  for (DeliveryItem& item : whole.items) {
    const std::int64_t open = item.open();
    if (item.delivery != id || open == 0) continue;
    TRY_VOID(let_go(desk, whole, item, open));
    cuts.push_back({line_of(whole, item.line), open});
    pieces += open;
  }
  TRY_VOID(cut(desk, whole, cuts));
  tell(desk, whole.order, {.what = "not_collected", .pieces = pieces});
  sql::settle(desk.tx, whole.order);
  return {};
}

bool is_over(const std::optional<Instant>& end, Instant now) {
  return end && *end <= now;
}

// What was paid or accepted since somebody looked stays as it is.
Result<bool> expire(const Desk& desk, OrderId id) {
  const FullOrder whole = TRY(taken(desk, kEverything, id, std::nullopt));
  if (!is_over(whole.order.pay_by, desk.actor.now)) return false;
  TRY_VOID(cancel(desk, kEverything, id, {}, {"not paid in time"}));
  return true;
}

Result<bool> expire(const Desk& desk, DeliveryId id) {
  FullOrder whole = TRY(taken_with(desk, kEverything, id, std::nullopt));
  const Delivery& delivery = *delivery_of(whole, id);
  if (!is_over(delivery.expires, desk.actor.now)) return false;
  if (delivery.state == DeliveryState::ready) {
    TRY_VOID(let_lapse(desk, id));
  } else {
    TRY_VOID(decline(desk, kEverything, id));
  }
  return true;
}

}  // namespace

std::vector<Waiting> overdue(store::Snapshot& snapshot, Instant now, std::int64_t limit) {
  std::vector<Waiting> all;
  for (const OrderId id : sql::unpaid(snapshot, now, limit))
    all.emplace_back(id);
  for (const DeliveryId id : sql::overdue(snapshot, now, limit))
    all.emplace_back(id);
  return all;
}

Result<bool> expire(const Desk& desk, const Waiting& waiting) {
  return std::visit([&](auto id) { return expire(desk, id); }, waiting);
}

}  // namespace sluis::orders
