#include "contacts/forgetting.h"

#include "contacts/store.h"
#include "contacts/store_appointments.h"
#include "contacts/store_chat.h"
#include "contacts/store_telephone.h"
#include "customers/customers.h"
#include "platform/answers.h"

namespace sluis::contacts {
namespace {

// The fact customers.person_erased.
struct PersonErased {
  std::vector<IdentityId> identities;
  std::vector<CustomerId> numbers;
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(PersonErased, (), (identities, numbers, fresh))

Result<void> consume(store::Tx& tx, const outbox::Fact& fact) {
  const auto person = TRY(from_json<PersonErased>(fact.payload.text));
  std::vector<std::string> names;
  for (const IdentityId identity : person.identities) {
    for (const ContactId id : sql::contacts_of(tx, identity)) {
      sql::forget_caller(tx, id);
      sql::forget_notes(tx, id);
      sql::forget_words(tx, id);
      sql::forget_call(tx, id);
      names.push_back(to_string(id));
    }
    sql::forget_codes(tx, identity);
    sql::forget_guests(tx, identity, person.fresh);
    sql::forget_identity(tx, identity, person.fresh);
  }
  if (!names.empty()) platform::forget_answers_about(tx, names);
  return {};
}

}  // namespace

outbox::Consumer forgetting() {
  return {.name = "contacts.forgetting",
          .topics = {std::string(customers::kPersonErased)},
          .consume = consume};
}

}  // namespace sluis::contacts
