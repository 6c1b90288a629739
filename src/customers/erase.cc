#include "customers/erase.h"

#include <algorithm>
#include <map>
#include <set>

#include "consent/consent.h"
#include "customers/circles.h"
#include "customers/store.h"
#include "customers/store_people.h"
#include "events/events.h"
#include "platform/forget.h"
#include "platform/secrets/secrets.h"
#include "platform/store/store.h"

namespace sluis::customers {
namespace {

constexpr std::size_t kPeopleOfUnit = 20;

// A number that nobody can lead back to anything, in the range of identities.
IdentityId fresh_identity() {
  std::uint64_t number = 0;
  for (const char byte : secrets::random_bytes(8))
    number = (number << 8) | static_cast<unsigned char>(byte);
  return IdentityId(static_cast<std::int64_t>((number >> 1) | 1));
}

// What stands under an identity in every room of the operational store.
void clear(store::Tx& tx, IdentityId id) {
  consent::forget(tx, id);
  sql::forget(tx, id);
  sql::forget_person(tx, id);
  identities::forget(tx, {&id, 1});
}

std::vector<std::string> values_of(store::Snapshot& snapshot,
                                   const std::vector<IdentityId>& identities) {
  std::vector<std::string> values;
  for (const identities::Identity& one : identities::find_all(snapshot, identities))
    values.push_back(one.value);
  return values;
}

// What would name the person in an answer that was stored.
void add_names(store::Snapshot& snapshot, const PersonErased& person,
               std::vector<std::string>& names) {
  std::ranges::move(values_of(snapshot, person.identities), std::back_inserter(names));
  for (const IdentityId id : person.identities)
    names.push_back(to_string(id));
  for (const CustomerId number : person.numbers)
    names.push_back(to_string(number));
}

Forgetting erase(store::Tx& tx, const access::Actor& actor, const PersonErased& person) {
  const auto seeds = around(tx, person.identities);
  const auto log = events::forget(
      tx, {person.identities, values_of(tx, person.identities), person.fresh}, std::nullopt);
  for (const IdentityId id : person.identities) {
    clear(tx, id);
    sql::insert(tx, Erasure{id, person.fresh, actor.now});
  }
  for (const CustomerId number : person.numbers)
    access::forget(tx, number);
  settle(tx, seeds, actor.now);
  outbox::append(tx, actor.now, kPersonErased, person);
  return {person, log};
}

// Who was erased as one person, by the fresh identity that it got.
std::vector<PersonErased> people_in(std::span<const Erasure> list) {
  std::map<IdentityId, PersonErased> people;
  for (const Erasure& one : list) {
    PersonErased& person = people[one.fresh];
    person.fresh = one.fresh;
    person.identities.push_back(one.erased);
  }
  std::vector<PersonErased> all;
  for (auto& [fresh, person] : people)
    all.push_back(std::move(person));
  return all;
}

std::vector<Forgetting> erase_some(store::Tx& tx, const access::Actor& actor,
                                   std::span<PersonErased> people) {
  sql::hold_guard(tx);
  std::vector<std::string> names;
  for (PersonErased& person : people) {
    person.numbers = numbers_of(tx, person.identities);
    add_names(tx, person, names);
  }
  platform::forget_about(tx, names);
  std::vector<Forgetting> begun;
  for (const PersonErased& person : people)
    begun.push_back(erase(tx, actor, person));
  return begun;
}

}  // namespace

std::vector<CustomerId> numbers_of(store::Snapshot& snapshot,
                                   std::span<const IdentityId> identities) {
  std::set<CustomerId> numbers;
  for (const IdentityId id : identities) {
    numbers.insert(alone(id));
    for (const CustomerId number : sql::numbers_of_links(snapshot, id))
      numbers.insert(number);
  }
  return {numbers.begin(), numbers.end()};
}

Result<Forgetting> forget(store::Tx& tx, const access::Actor& actor, CustomerId customer) {
  sql::hold_guard(tx);
  const auto behind = identities_behind(tx, customer);
  if (behind.empty()) return refuse(CustomerRefusal::customer_unknown);
  const CustomerId present = identities::customer_of(tx, behind.front());
  PersonErased person{.identities = behind, .numbers = {}, .fresh = fresh_identity()};
  Forgetting begun = std::move(erase_some(tx, actor, {&person, 1}).front());
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

Result<std::vector<Forgetting>> erase_again(store::Store& store, const access::Actor& actor,
                                            std::span<const Erasure> list) {
  auto people = people_in(list);
  std::vector<Forgetting> begun;
  for (std::span<PersonErased> left = people; !left.empty();) {
    const auto some = left.first(std::min(left.size(), kPeopleOfUnit));
    left = left.subspan(some.size());
    std::ranges::move(TRY(store.unit([&](store::Tx& tx) -> Result<std::vector<Forgetting>> {
                        return erase_some(tx, actor, some);
                      })),
                      std::back_inserter(begun));
  }
  return begun;
}

}  // namespace sluis::customers
