// What is paid: written down as it came in, or asked of a provider.

#include "orders/acts.h"
#include "orders/providers.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

// What is still to be paid.
Micro outstanding(const Order& order) {
  return owed(order) - (order.paid - order.refunded);
}

// What providers have been asked for and have not answered.
Micro asked_for(const FullOrder& whole) {
  Micro asked;
  for (const Payment& one : whole.payments) {
    const bool open = one.kind == PaymentKind::payment && one.state == PaymentState::asked;
    if (open) asked = asked + one.amount;
  }
  return asked;
}

Result<Micro> amount_of(const FullOrder& whole, const PaymentDraft& payment) {
  const Order& order = whole.order;
  const Micro left = outstanding(order) - asked_for(whole);
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
  if (payment.provider && provider_named(payment.provider->text) == nullptr) {
    return refuse(OrderRefusal::provider_unknown, payment.provider->text);
  }
  const Micro amount = TRY(amount_of(whole, payment));
  Payment paid{.order_id = order.id,
               .id = desk.actor.ids.next<PaymentId>(),
               .method = payment.method,
               .provider = payment.provider,
               .amount = amount,
               .reference = payment.reference.value_or(Line<0, 200>{}),
               .created = desk.actor.now,
               .settled = desk.actor.now};
  if (payment.provider) {
    paid.state = PaymentState::asked;
    paid.settled.reset();
    ask_provider(desk, paid);
  } else {
    order.paid = order.paid + amount;
  }
  sql::insert(desk.tx, paid);
  whole.payments.push_back(paid);
  tell(desk, order, {.what = payment.provider ? "payment_asked" : "paid", .amount = amount});
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
