#include "customers/erase.h"

#include <map>
#include <set>

#include "customers/circles.h"
#include "customers/store.h"
#include "customers/store_people.h"
#include "events/events.h"
#include "platform/answers.h"
#include "platform/outbox/outbox.h"
#include "platform/secrets/secrets.h"

namespace sluis::customers {
namespace {

// A number that nobody can lead back to anything, in the range of identities.
IdentityId fresh_identity() {
  std::uint64_t number = 0;
  for (const char byte : secrets::random_bytes(8))
    number = (number << 8) | static_cast<unsigned char>(byte);
  return IdentityId(static_cast<std::int64_t>((number >> 1) | 1));
}

// What stands under an identity in every room of the operational store.
void clear(store::Tx& tx, IdentityId id) {
  const auto known = identities::find(tx, id);
  if (known) platform::forget_answers_about(tx, known->value);
  platform::forget_answers_about(tx, to_string(id));
  platform::forget_answers_about(tx, to_string(alone(id)));
  consent::forget(tx, id);
  sql::forget(tx, id);
  sql::forget_person(tx, id);
  access::forget(tx, alone(id));
  identities::forget(tx, {&id, 1});
}

std::vector<std::string> values_of(store::Snapshot& snapshot,
                                   const std::vector<IdentityId>& identities) {
  std::vector<std::string> values;
  for (const identities::Identity& one : identities::find_all(snapshot, identities))
    values.push_back(one.value);
  return values;
}

Forgetting erase(store::Tx& tx, const access::Actor& actor, const PersonErased& person) {
  const auto seeds = around(tx, person.identities);
  const auto log = events::forget(
      tx, {person.identities, values_of(tx, person.identities), person.fresh}, std::nullopt);
  for (const IdentityId id : person.identities) {
    clear(tx, id);
    sql::insert(tx, Erasure{id, person.fresh, actor.now});
  }
  settle(tx, seeds, actor.now);
  outbox::append(tx, actor.now, kPersonErased, person);
  return {person, log};
}

}  // namespace

Result<Forgetting> forget(store::Tx& tx, const access::Actor& actor, CustomerId customer) {
  sql::hold_guard(tx);
  const auto behind = identities_behind(tx, customer);
  if (behind.empty()) return refuse(CustomerRefusal::customer_unknown);
  const CustomerId present = identities::customer_of(tx, behind.front());
  const PersonErased person{.identities = behind, .fresh = fresh_identity()};
  Forgetting begun = erase(tx, actor, person);
  platform::forget_answers_about(tx, to_string(present));
  access::forget(tx, present);
  access::audit(tx, actor, {.entity = "customer", .id = to_string(present), .action = "erased"});
  return begun;
}

std::optional<outbox::Position> clear_log(store::Tx& tx, const PersonErased& person,
                                          outbox::Position after) {
  return events::forget(tx, {person.identities, {}, person.fresh}, after);
}

std::vector<Erasure> erasures(store::Snapshot& snapshot) {
  return sql::erasures(snapshot);
}

std::vector<Forgetting> erase_again(store::Tx& tx, const access::Actor& actor,
                                    const std::vector<Erasure>& list) {
  sql::hold_guard(tx);
  std::map<IdentityId, PersonErased> people;
  for (const Erasure& one : list) {
    PersonErased& person = people[one.fresh];
    person.fresh = one.fresh;
    person.identities.push_back(one.erased);
  }
  std::vector<Forgetting> begun;
  for (const auto& [fresh, person] : people)
    begun.push_back(erase(tx, actor, person));
  return begun;
}

Result<Everything> everything_of(store::Snapshot& snapshot, CustomerId customer) {
  Everything all;
  all.profile = TRY(profile(snapshot, customer));
  const auto behind = identities_behind(snapshot, customer);
  all.consent = consent::evidence_of(snapshot, behind);
  all.operations = operations_of(snapshot, customer);
  std::optional<AuditId> after;
  do {
    auto page = access::history_of(snapshot, "customer", to_string(all.profile.id), after);
    std::ranges::move(page.items, std::back_inserter(all.trail));
    after = page.next ? parse_id<AuditIdTag>(*page.next) : std::nullopt;
  } while (after);
  return all;
}

}  // namespace sluis::customers
