// The SQL of contacts and of who has them. What takes somebody's room is one guarded statement, and
// false where there is none.
#pragma once

#include "contacts/desk/looking.h"
#include "contacts/queue/routing.h"

namespace sluis::contacts::sql {

// Whoever changes who waits or who is free takes the floor: others wait until this unit ends.
void take_floor(store::Tx& tx);

std::optional<Contact> contact(store::Snapshot& snapshot, ContactId id);
// The contact under its next version.
std::optional<Contact> take(store::Tx& tx, ContactId id);
void settle(store::Tx& tx, const Contact& contact);
void insert(store::Tx& tx, const Contact& contact);
Caller caller(store::Snapshot& snapshot, ContactId id);
void insert(store::Tx& tx, ContactId id, const Caller& caller);
void insert(store::Tx& tx, const Note& note);
std::vector<Note> timeline(store::Snapshot& snapshot, ContactId id);

// A page and one more row if there is a page behind it.
std::vector<Listed> list(store::Snapshot& snapshot, const Query& query,
                         std::optional<IdentityId> identity);
std::vector<Listed> held_by(store::Snapshot& snapshot, UserId user);
std::vector<Listed> line_of(store::Snapshot& snapshot, TeamId team, std::int64_t limit);

// ---- The line. After a place in it, at most so many.
struct Place {
  std::int64_t rank = std::numeric_limits<std::int64_t>::min();
  ContactId id;
  auto operator<=>(const Place&) const = default;
};
struct WaitingRow {
  ContactId id;
  Kind kind = Kind::chat;
  TeamId team;
  std::int64_t rank = 0;
  std::optional<Skill> skill;
  std::optional<Tongue> language;
  std::optional<UserId> wanted;
  std::vector<UserId> declined;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (id, kind, team, rank, skill, language, wanted, declined))
std::vector<WaitingRow> waiting(store::Snapshot& snapshot, TeamId team, const Place& after,
                                std::int64_t limit);
std::int64_t waiting_before(store::Snapshot& snapshot, TeamId team, const Place& place);
// Those with which time has something to do, the longest due first.
std::vector<ContactId> due(store::Snapshot& snapshot, Instant now, std::int64_t limit);
std::vector<ContactId> contacts_held(store::Snapshot& snapshot, UserId user);

// ---- What leads to a person.
std::vector<ContactId> contacts_of(store::Snapshot& snapshot, IdentityId identity);
// Those that were over long ago and of whom something is still known, the oldest first.
std::vector<ContactId> known_before(store::Snapshot& snapshot, Instant before, std::int64_t limit);
void forget_caller(store::Tx& tx, ContactId id);
void forget_notes(store::Tx& tx, ContactId id);
void forget_identity(store::Tx& tx, IdentityId identity, IdentityId fresh);

// ---- What was done since a moment.
struct Tally {
  TeamId team;
  std::int64_t contacts = 0;
  std::int64_t answered = 0;
  std::int64_t in_time = 0;
  std::int64_t abandoned = 0;
  std::int64_t waited_s = 0;   // of those that were answered
  std::int64_t handled_s = 0;  // of those that ended
  std::int64_t ended = 0;
};
BOOST_DESCRIBE_STRUCT(Tally, (),
                      (team, contacts, answered, in_time, abandoned, waited_s, handled_s, ended))
std::vector<Tally> tallies(store::Snapshot& snapshot, Instant from);
struct Standing {
  TeamId team;
  State state = State::waiting;
  std::int64_t contacts = 0;
  Instant oldest;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (team, state, contacts, oldest))
std::vector<Standing> standing(store::Snapshot& snapshot);

std::span<const store::Statement* const> contact_statements();
std::span<const store::Statement* const> statements();

}  // namespace sluis::contacts::sql
