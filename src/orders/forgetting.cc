#include "orders/forgetting.h"

#include "customers/customers.h"
#include "kernel/fold.h"
#include "orders/acts.h"
#include "orders/store.h"
#include "orders/store_returns.h"
#include "platform/forget.h"

namespace sluis::orders {
namespace {

struct KeptOrder : Order {
  Buyer buyer;
  std::vector<OrderLine> lines;
  std::vector<Delivery> deliveries;
  std::vector<Payment> payments;
  std::vector<Entry> timeline;
  std::vector<Return> returns;
};
BOOST_DESCRIBE_STRUCT(KeptOrder, (Order), (buyer, lines, deliveries, payments, timeline, returns))

KeptOrder kept(store::Snapshot& snapshot, OrderId id) {
  constexpr Sight kWhose{.names = true, .partner = {}, .location = {}, .customer = {}};
  FullOrder whole = seen_by(kWhose, *find(snapshot, kEverything, id));
  KeptOrder kept;
  static_cast<Order&>(kept) = std::move(whole.order);
  kept.buyer = std::move(whole.buyer);
  kept.lines = std::move(whole.lines);
  kept.deliveries = std::move(whole.deliveries);
  kept.payments = std::move(whole.payments);
  kept.timeline = std::move(whole.timeline);
  kept.returns = returns_of(snapshot, kWhose, id);
  return kept;
}

void forget(store::Tx& tx, OrderId id) {
  sql::forget_words(tx, id);
  sql::add_word(tx, id, folded(sql::order(tx, id)->reference.text));
  for (const OrderLine& line : sql::lines(tx, id))
    if (!line.sku.text.empty()) sql::add_word(tx, id, folded(line.sku.text));
  sql::forget_buyer(tx, id);
  sql::forget_notes(tx, id);
  sql::forget_returns(tx, id);
}

Result<void> consume(store::Tx& tx, const outbox::Fact& fact) {
  const auto person = TRY(from_json<customers::PersonErased>(fact.payload.text));
  std::vector<std::string> names;
  for (const IdentityId identity : person.identities) {
    for (const OrderId id : sql::orders_of(tx, identity)) {
      forget(tx, id);
      names.push_back(to_string(id));
    }
    sql::forget_identity(tx, identity, person.fresh);
  }
  if (!names.empty()) platform::forget_about(tx, names);
  return {};
}

}  // namespace

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities) {
  std::vector<Json> all;
  for (const IdentityId identity : identities)
    for (const OrderId id : sql::orders_of(snapshot, identity))
      all.push_back({to_json(kept(snapshot, id))});
  return all;
}

outbox::Consumer forgetting() {
  return {.name = "orders.forgetting",
          .topics = {std::string(customers::kPersonErased)},
          .consume = consume};
}

}  // namespace sluis::orders
