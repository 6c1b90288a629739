#include "access/access.h"

#include <algorithm>

#include "access/store.h"
#include "access/users.h"

namespace sluis::access {
namespace {

constexpr std::int64_t kHistoryPage = 100;

std::optional<Person> person_in(const Result<User>& user) {
  if (!user) return std::nullopt;
  return Person{user->id, user->email, user->name.text, user->active, user->language, user->roles};
}

}  // namespace

bool is_one_of(const Person& person, std::span<const api::Role> roles) {
  return person.active && std::ranges::any_of(roles, [&](api::Role role) {
           return std::ranges::find(person.roles, role) != person.roles.end();
         });
}

std::optional<Person> person(store::Snapshot& snapshot, UserId id) {
  return person_in(find_user(snapshot, id));
}

std::optional<Person> person(store::Snapshot& snapshot, const Email& email) {
  return person_in(find_user(snapshot, email));
}

std::optional<std::string> key_name(store::Snapshot& snapshot, KeyId id) {
  const auto key = sql::key(snapshot, id);
  return key ? std::optional(key->name.text) : std::nullopt;
}

Actor actor_of(const api::Call& call) {
  return {
      .name = call.who.name(), .peer = std::string(call.peer), .now = call.now, .ids = call.ids};
}

Actor command_line(IdSource& ids, Instant now) {
  return {.name = "command line", .peer = "", .now = now, .ids = ids};
}

void audit(store::Tx& tx, const Actor& actor, const Change& change) {
  sql::insert_audit(tx, actor.ids.next<AuditId>(), actor, change);
}

api::Page<AuditEntry> history_of(store::Snapshot& snapshot, std::string_view entity,
                                 std::string_view id, std::optional<AuditId> after) {
  return sql::page_of(sql::history(snapshot, entity, id, after, kHistoryPage + 1), kHistoryPage);
}

void forget(store::Tx& tx, CustomerId customer) {
  sql::forget_customer(tx, customer);
  sql::forget_audit(tx, customer);
}

}  // namespace sluis::access
