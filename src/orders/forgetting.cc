#include "orders/forgetting.h"

#include "kernel/fold.h"
#include "orders/store.h"
#include "orders/store_returns.h"
#include "platform/answers.h"

namespace sluis::orders {
namespace {

// The fact customers.person_erased.
struct PersonErased {
  std::vector<IdentityId> identities;
  std::vector<CustomerId> numbers;
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(PersonErased, (), (identities, numbers, fresh))

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
  const auto person = TRY(from_json<PersonErased>(fact.payload.text));
  std::vector<std::string> names;
  for (const IdentityId identity : person.identities) {
    for (const OrderId id : sql::orders_of(tx, identity)) {
      forget(tx, id);
      names.push_back(to_string(id));
    }
    sql::forget_identity(tx, identity, person.fresh);
  }
  if (!names.empty()) platform::forget_answers_about(tx, names);
  return {};
}

}  // namespace

outbox::Consumer forgetting() {
  return {.name = "orders.forgetting", .topics = {"customers.person_erased"}, .consume = consume};
}

}  // namespace sluis::orders
