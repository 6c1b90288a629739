#include "contacts/forgetting.h"

#include "contacts/appointments/appointments.h"
#include "contacts/appointments/store.h"
#include "contacts/chat/store.h"
#include "contacts/chat/transcript.h"
#include "contacts/desk/looking.h"
#include "contacts/doors.h"
#include "contacts/instore/store_stays.h"
#include "contacts/store.h"
#include "contacts/telephone/store.h"
#include "customers/customers.h"
#include "platform/forget.h"
#include "platform/store/store.h"

namespace sluis::contacts {
namespace {

// How much of what is said is read at a time.
constexpr std::int64_t kSaidAtATime = 500;

struct KeptContact : FullContact {
  std::vector<Message> messages;
};
BOOST_DESCRIBE_STRUCT(KeptContact, (FullContact), (messages))

std::vector<Message> said_in(store::Snapshot& snapshot, ContactId id) {
  std::vector<Message> all;
  for (auto some = sql::messages(snapshot, id, 0, kSaidAtATime); !some.empty();
       some = sql::messages(snapshot, id, all.back().number, kSaidAtATime))
    std::ranges::move(some, std::back_inserter(all));
  return all;
}

KeptContact kept(store::Snapshot& snapshot, ContactId id) {
  KeptContact kept;
  static_cast<FullContact&>(kept) = *find(snapshot, {.everything = true}, id);
  kept.messages = said_in(snapshot, id);
  return kept;
}

void forget_contact(store::Tx& tx, ContactId id) {
  forget_transcripts(tx, id);
  sql::forget_caller(tx, id);
  sql::forget_notes(tx, id);
  sql::forget_words(tx, id);
  sql::forget_call(tx, id);
  sql::forget_stay(tx, id);
}

Result<void> consume(store::Tx& tx, const outbox::Fact& fact) {
  const auto person = TRY(from_json<customers::PersonErased>(fact.payload.text));
  std::vector<std::string> names;
  for (const IdentityId identity : person.identities) {
    for (const ContactId id : sql::contacts_of(tx, identity)) {
      names.push_back(sql::caller(tx, id).email.text);
      forget_contact(tx, id);
      names.push_back(to_string(id));
    }
    for (const AppointmentId id : sql::appointments_of(tx, identity))
      names.push_back(sql::guest(tx, id).email.text);
    sql::forget_codes(tx, identity);
    sql::forget_device(tx, identity);
    sql::forget_guests(tx, identity, person.fresh);
    sql::forget_identity(tx, identity, person.fresh);
  }
  std::erase(names, "");
  if (!names.empty()) platform::forget_about(tx, names);
  return {};
}

}  // namespace

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities) {
  std::vector<Json> all;
  for (const IdentityId identity : identities) {
    for (const ContactId id : sql::contacts_of(snapshot, identity))
      all.push_back({to_json(kept(snapshot, id))});
    for (const AppointmentId id : sql::appointments_of(snapshot, identity))
      all.push_back({to_json(*appointment(snapshot, {.everything = true}, id))});
  }
  return all;
}

Result<std::int64_t> forget_old(store::Store& store, Duration kept, Instant now) {
  constexpr std::int64_t in_a_unit = 100;
  std::int64_t all = 0;
  for (std::int64_t some = in_a_unit; some == in_a_unit; all += some) {
    some = TRY(store.unit(
        [&](store::Tx& tx) -> Result<std::int64_t> {
          const auto old = sql::known_before(tx, now - kept, in_a_unit);
          for (const ContactId id : old)
            forget_contact(tx, id);
          return std::ssize(old);
        },
        store::Priority::background));
  }
  return all + TRY(store.unit(
                   [&](store::Tx& tx) -> Result<std::int64_t> {
                     return sql::forget_guests(tx, now - kept) + forget_doors(tx, now);
                   },
                   store::Priority::background));
}

outbox::Consumer forgetting() {
  return {.name = "contacts.forgetting",
          .topics = {std::string(customers::kPersonErased)},
          .consume = consume};
}

}  // namespace sluis::contacts
