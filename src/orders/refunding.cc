#include "orders/refunding.h"

#include "orders/acts.h"
#include "orders/providers.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

Result<Micro> amount_of(const Order& order, const Sight& sight, const RefundDraft& draft) {
  const Micro due = due_back(order);
  if (!draft.amount) {
    if (due == Micro()) return refuse(ReturnRefusal::nothing_due, order.reference.text);
    return due;
  }
  const Money& asked = *draft.amount;
  if (asked.currency != order.currency) {
    return refuse(MoneyRefusal::mixed_currencies, order.currency.code(), asked.currency.code());
  }
  if (asked.amount <= Micro() || !is_payable(asked.amount, order.currency)) {
    return refuse(OrderRefusal::not_whole_cents, to_string(asked.amount));
  }
  const Micro kept = order.paid - order.refunded;
  if (asked.amount > kept) {
    return refuse(ReturnRefusal::refund_above_paid, to_string(asked.amount), to_string(kept));
  }
  if (asked.amount > due && !sight.sets_prices) {
    return refuse(ReturnRefusal::refund_not_yours, to_string(asked.amount), to_string(due));
  }
  return asked.amount;
}

}  // namespace

Result<void> give_money_back(const Desk& desk, const Sight& sight, FullOrder& whole,
                             const RefundDraft& draft) {
  Order& order = whole.order;
  if (draft.provider && provider_named(draft.provider->text) == nullptr) {
    return refuse(OrderRefusal::provider_unknown, draft.provider->text);
  }
  const Micro amount = TRY(amount_of(order, sight, draft));
  Payment refund{.order_id = order.id,
                 .id = desk.actor.ids.next<PaymentId>(),
                 .kind = PaymentKind::refund,
                 .method = draft.method,
                 .provider = draft.provider,
                 .amount = amount,
                 .reference = draft.reference.value_or(Line<0, 200>{}),
                 .created = desk.actor.now,
                 .settled = desk.actor.now};
  if (draft.provider) {
    refund.state = PaymentState::asked;
    refund.settled.reset();
    ask_provider(desk, refund);
  }
  const Micro goodwill = std::max(Micro(), amount - due_back(order));
  sql::insert(desk.tx, refund);
  order.refunded = order.refunded + amount;
  if (goodwill > Micro()) {
    order.waived = order.waived + goodwill;
    report_goodwill(desk, order, refund.id, goodwill);
  }
  tell(desk, order, {.what = draft.provider ? "refund_asked" : "refunded", .amount = amount});
  return {};
}

Result<Order> refund(const Desk& desk, const Sight& sight, OrderId id, const RefundDraft& draft) {
  FullOrder whole = TRY(taken(desk, sight, id, std::nullopt));
  TRY_VOID(give_money_back(desk, sight, whole, draft));
  sql::settle(desk.tx, whole.order);
  return whole.order;
}

}  // namespace sluis::orders
