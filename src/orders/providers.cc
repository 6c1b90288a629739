#include "orders/providers.h"

#include "orders/acts.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

constexpr std::string_view kJob = "orders.payment";

struct Input {
  OrderId order;
  PaymentId payment;
};
BOOST_DESCRIBE_STRUCT(Input, (), (order, payment))

class TestProvider : public Provider {
 public:
  std::string_view name() const override { return "test"; }
  Result<ProviderAnswer> carry_out(const AskedPayment& asked) const override {
    return ProviderAnswer{.succeeded = asked.method.text != "declined",
                          .reference = {"test " + to_string(asked.id)}};
  }
};

const Payment* payment_of(const FullOrder& whole, PaymentId id) {
  const auto found = std::ranges::find(whole.payments, id, &Payment::id);
  return found == whole.payments.end() ? nullptr : &*found;
}

// With no unit open.
Result<Json> ask(store::Store& store, const jobs::Job& job) {
  const auto input = TRY(from_json<Input>(job.input.text));
  const FullOrder whole = TRY(store.snapshot(
      [&](store::Snapshot& snapshot) { return find(snapshot, kEverything, input.order); }));
  const Payment* payment = payment_of(whole, input.payment);
  if (payment == nullptr || payment->state != PaymentState::asked) return Json{};
  const Provider* provider = provider_named(payment->provider->text);
  if (provider == nullptr) {
    return refuse(OrderRefusal::provider_unknown, payment->provider->text);
  }
  const auto answer = TRY(provider->carry_out({.id = payment->id,
                                               .kind = payment->kind,
                                               .method = payment->method,
                                               .amount = payment->amount,
                                               .currency = whole.order.currency,
                                               .order = whole.order.reference}));
  return Json{to_json(answer)};
}

// What was asked has its effect, or none.
void settle(const Desk& desk, FullOrder& whole, const Payment& payment) {
  Order& order = whole.order;
  const bool succeeded = payment.state == PaymentState::succeeded;
  const bool is_payment = payment.kind == PaymentKind::payment;
  if (succeeded && is_payment) order.paid = order.paid + payment.amount;
  if (!succeeded && !is_payment) order.refunded = order.refunded - payment.amount;
  const std::string_view what = is_payment ? (succeeded ? "paid" : "payment_failed")
                                           : (succeeded ? "refunded" : "refund_failed");
  tell(desk, order, {.what = what, .amount = payment.amount});
  confirm_if_paid(desk, whole);
}

Result<void> record(const Desk& desk, const Input& input, const ProviderAnswer& answer) {
  FullOrder whole = TRY(taken(desk, kEverything, input.order, std::nullopt));
  const auto payment = std::ranges::find(whole.payments, input.payment, &Payment::id);
  if (payment == whole.payments.end()) return {};
  payment->state = answer.succeeded ? PaymentState::succeeded : PaymentState::failed;
  payment->reference = answer.reference;
  payment->settled = desk.actor.now;
  if (!sql::settle(desk.tx, *payment)) return {};
  settle(desk, whole, *payment);
  sql::settle(desk.tx, whole.order);
  return {};
}

Result<jobs::Step> step(const PaymentPlaces& places, store::Tx& tx, const jobs::Job& job,
                        const Json& outcome) {
  jobs::Step done{.done = 1, .total = 1, .finished = true};
  if (outcome.text == "null") return done;
  const access::Actor actor{
      .name = std::string(kJob), .peer = "", .now = places.clock.now(), .ids = places.ids};
  const auto input = TRY(from_json<Input>(job.input.text));
  const auto answer = TRY(from_json<ProviderAnswer>(outcome.text));
  TRY_VOID(record({tx, actor, places.intake}, input, answer));
  return done;
}

}  // namespace

const Provider* provider_named(std::string_view name) {
  static const TestProvider test;
  return name == test.name() ? &test : nullptr;
}

void ask_provider(const Desk& desk, const Payment& payment) {
  jobs::start(desk.tx, desk.actor.ids, desk.actor.now,
              {.kind = std::string(kJob),
               .input = Json{to_json(Input{payment.order_id, payment.id})},
               .creator = {}});
}

jobs::Kind payment_job(const PaymentPlaces& places) {
  return {.name = std::string(kJob),
          .step = [places](store::Tx& tx, const jobs::Job& job,
                           const Json& outcome) { return step(places, tx, job, outcome); },
          .outside = [&store = places.store](const jobs::Job& job,
                                             const std::stop_token&) { return ask(store, job); }};
}

}  // namespace sluis::orders
