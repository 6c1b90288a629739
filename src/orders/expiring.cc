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

Result<void> expire_delivery(const Desk& desk, DeliveryId id) {
  const FullOrder whole = TRY(taken_with(desk, kEverything, id, std::nullopt));
  const auto delivery = std::ranges::find(whole.deliveries, id, &Delivery::id);
  if (delivery->state == DeliveryState::ready) return let_lapse(desk, id);
  TRY_VOID(decline(desk, kEverything, id));
  return {};
}

}  // namespace

Result<bool> expire(const Desk& desk) {
  if (const auto order = sql::unpaid(desk.tx, desk.actor.now)) {
    TRY_VOID(cancel(desk, kEverything, *order, {}, {"not paid in time"}));
    return true;
  }
  if (const auto delivery = sql::overdue(desk.tx, desk.actor.now)) {
    TRY_VOID(expire_delivery(desk, *delivery));
    return true;
  }
  return false;
}

}  // namespace sluis::orders
