// What is paid: written down as it came in.

#include "orders/acts.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

// What is still to be paid.
Micro outstanding(const Order& order) {
  return owed(order) - (order.paid - order.refunded);
}

Result<Micro> amount_of(const Order& order, const PaymentDraft& payment) {
  const Micro left = outstanding(order);
  if (left <= Micro()) return refuse(OrderRefusal::nothing_to_pay, order.reference.text);
  if (!payment.amount) return left;
  const Money& asked = *payment.amount;
  if (asked.currency != order.currency) {
    return refuse(MoneyRefusal::mixed_currencies, order.currency.code(), asked.currency.code());
  }
  if (asked.amount <= Micro() || !is_payable(asked.amount, order.currency)) {
    return refuse(OrderRefusal::not_whole_cents, to_string(asked.amount));
  }
  if (asked.amount > left) {
    return refuse(OrderRefusal::pays_too_much, to_string(asked.amount), to_string(left));
  }
  return asked.amount;
}

}  // namespace

Result<void> receive_payment(const Desk& desk, FullOrder& whole, const PaymentDraft& payment) {
  Order& order = whole.order;
  const Micro amount = TRY(amount_of(order, payment));
  const Payment paid{.order_id = order.id,
                     .id = desk.actor.ids.next<PaymentId>(),
                     .method = payment.method,
                     .provider = {},
                     .amount = amount,
                     .reference = payment.reference.value_or(Line<0, 200>{}),
                     .created = desk.actor.now,
                     .settled = desk.actor.now};
  sql::insert(desk.tx, paid);
  whole.payments.push_back(paid);
  order.paid = order.paid + amount;
  tell(desk, order, {.what = "paid", .amount = amount});
  confirm_if_paid(desk, whole);
  return {};
}

void confirm_if_paid(const Desk& desk, FullOrder& whole) {
  const bool waits = whole.order.state == State::placed;
  if (waits && outstanding(whole.order) <= Micro()) confirm(desk, whole);
}

Result<Order> pay(const Desk& desk, const Sight& sight, OrderId id, const PaymentDraft& payment) {
  FullOrder whole = TRY(taken(desk, sight, id, std::nullopt));
  TRY_VOID(receive_payment(desk, whole, payment));
  sql::settle(desk.tx, whole.order);
  return whole.order;
}

}  // namespace sluis::orders
