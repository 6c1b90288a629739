// What a contact is: one conversation with a customer, by whatever means, from asking for somebody
// until the agent is done with it. All wait in one queue.
#pragma once

#include "contacts/teams/team.h"
#include "identities/identities.h"

namespace sluis::contacts {

struct ContactIdTag {
  static constexpr std::string_view prefix = "con";
};
using ContactId = Id<ContactIdTag>;
struct NoteIdTag {
  static constexpr std::string_view prefix = "cnt";
};
using NoteId = Id<NoteIdTag>;

// A store request: somebody stands in a store with a question. A prospect: a visitor who is worth
// being spoken to. Telephone: a call to which an exchange finds somebody, so that it waits in no
// line of ours.
enum class Kind : std::uint8_t { call, chat, call_back, store_request, prospect, telephone };
BOOST_DESCRIBE_ENUM(Kind, call, chat, call_back, store_request, prospect, telephone)

// Which act leads from where to where is a table (life.h).
enum class State : std::uint8_t { waiting, offered, active, wrap_up, ended, abandoned, missed };
BOOST_DESCRIBE_ENUM(State, waiting, offered, active, wrap_up, ended, abandoned, missed)

// What came of it, in the agent's view.
enum class Outcome : std::uint8_t {
  none,
  helped,
  sold,
  quoted,
  follow_up,
  not_helped,
  nobody,
  other
};
BOOST_DESCRIBE_ENUM(Outcome, none, helped, sold, quoted, follow_up, not_helped, nobody, other)

// How much sooner somebody's turn comes: 0 for everybody, up to 9.
using Worth = Whole<0, 9>;

struct Contact {
  ContactId id;
  std::int64_t version = 0;
  Kind kind = Kind::chat;
  State state = State::waiting;
  TeamId team;
  ChannelId channel;
  std::optional<Skill> skill;
  std::optional<Tongue> language;
  std::optional<IdentityId> identity;  // who it is with, as it was seen
  std::optional<LocationId> location;  // where they stand
  std::optional<UserId> agent;         // to whom it is offered, or who has it
  std::optional<UserId> wanted;        // who is to have it, as long as they are there
  std::optional<Instant> wanted_until;
  std::vector<UserId> declined;  // to whom it is not offered again
  Worth worth;
  Instant created;
  std::int64_t rank = 0;  // its place in line: the lowest first
  std::optional<Instant> offered;
  std::optional<Instant> answered;  // the first time
  std::optional<Instant> ended;     // for the customer
  std::optional<Instant> due;       // when time does something with it
  std::int64_t waited_s = 0;        // until the first answer, or the end
  std::int64_t handled_s = 0;       // by agents, wrapping up included
  std::optional<Instant> handled_from;
  Outcome outcome = Outcome::none;
  Line<0, 64> order_reference;  // the order that came of it
  std::int64_t messages = 0;
  bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (id, version, kind, state, team, channel, skill, language, identity, location,
                       agent, wanted, wanted_until, declined, worth, created, rank, offered,
                       answered, ended, due, waited_s, handled_s, handled_from, outcome,
                       order_reference, messages))

// Whom it is with, in their own words. Kept apart, so that it can be forgotten.
struct Caller {
  Line<0, 200> name;
  Line<0, 254> email;
  Line<0, 40> phone;
  Prose<2000> question;
  bool operator==(const Caller&) const = default;
};
BOOST_DESCRIBE_STRUCT(Caller, (), (name, email, phone, question))

// What happened to a contact, one line of its timeline.
struct Note {
  ContactId contact_id;
  NoteId id;
  Instant moment;
  std::string actor;
  std::string what;  // "asked", "accepted", "declined"
  std::optional<UserId> agent;
  std::optional<TeamId> team;
  Prose<2000> note;  // gone when the customer is forgotten
};
BOOST_DESCRIBE_STRUCT(Note, (), (contact_id, id, moment, actor, what, agent, team, note))

}  // namespace sluis::contacts
