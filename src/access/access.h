// Who may come in, and what they did: users, sessions, keys and one-time links, of staff and of
// customers, and the trail of every change. Passwords and tokens never leave this room.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/api/call.h"
#include "platform/store/store.h"

namespace sluis {
struct Capability;
}

namespace sluis::access {

Capability capability();

class KeyMemory;

// Says who is asking: staff and customers by their cookie, programs by their key. No credentials
// are nobody; credentials that do not hold are refused.
class Doorkeeper {
 public:
  // Notes in the store, now and then, when a session or a key was last seen.
  explicit Doorkeeper(store::Store& store);
  ~Doorkeeper();

  Result<api::Principal> admit(store::Snapshot& snapshot, const api::Credentials& credentials,
                               Instant now) const;
  // A program whose key came a moment ago, without a look into the store.
  std::optional<Result<api::Principal>> recognise(const api::Credentials& credentials,
                                                  Instant now) const;

 private:
  store::Store& store_;
  const std::unique_ptr<KeyMemory> keys_;
};

// The path, with its token, that makes the first administrator within a day; nullopt when there is
// an administrator. A new link replaces the one before.
Result<std::optional<std::string>> setup_link(store::Tx& tx, Instant now);

// A user as the rest of the house knows them.
struct Person {
  UserId id;
  Email email;
  std::string name;
  bool active = true;
  Language language = Language::en;
  std::vector<api::Role> roles = {};
};
// Whether they are active, in one of these roles.
bool is_one_of(const Person& person, std::span<const api::Role> roles);
std::optional<Person> person(store::Snapshot& snapshot, UserId id);
std::optional<Person> person(store::Snapshot& snapshot, const Email& email);

// What a key is called; nothing when there is none.
std::optional<std::string> key_name(store::Snapshot& snapshot, KeyId id);

// Who makes a change, when and from where.
struct Actor {
  std::string name;  // "usr_…", "key_…", "cus_…", "nobody" or "command line"
  std::string peer;  // the address; empty on the command line
  Instant now;
  IdSource& ids;
};
Actor actor_of(const api::Call& call);
Actor command_line(IdSource& ids, Instant now);

// What was done to one thing. Secrets never go in.
struct Change {
  std::string_view entity;  // what sort of thing: "channel"
  std::string id;           // which one: "chn_…"
  std::string_view action;  // "created", "changed", …
  Json before = {};         // null when there was nothing, or nothing to tell
  Json after = {};
};

// Every change that an operation makes goes into the trail, in the same unit.
void audit(store::Tx& tx, const Actor& actor, const Change& change);

// A change as it stands in the trail.
struct AuditEntry {
  AuditId id;
  Instant ts;
  std::string actor;
  std::optional<std::string> actor_name;  // of a user, as it is today
  std::string peer;
  std::string entity;
  std::string entity_id;
  std::string action;
  Json before;
  Json after;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (),
                      (id, ts, actor, actor_name, peer, entity, entity_id, action, before, after))

// The changes of one thing, the newest first, a hundred at a time: from before `after` on, which is
// the `next` of the page before.
api::Page<AuditEntry> history_of(store::Snapshot& snapshot, std::string_view entity,
                                 std::string_view id, std::optional<AuditId> after);

// Erases what access keeps of a customer: links and sessions, and what the trail says of them.
void forget(store::Tx& tx, CustomerId customer);

}  // namespace sluis::access
