// Contacts: conversations with customers by telephone, chat and in stores, in one queue. Somebody
// asks, waits in line, is offered to an agent with room, is answered, ends and is wrapped up. Who
// waits and who is free changes in one unit after the other, so that limits are exact and nobody
// is forgotten.
#pragma once

#include "contacts/chat/relay.h"
#include "contacts/contact.h"
#include "events/events.h"

namespace sluis {
struct Capability;
}
namespace sluis::blobs {
class Blobs;
}

namespace sluis::contacts {

class Switchboard;

// Without these its routes can be described, not called.
Capability capability(events::Intake* intake, Switchboard* switchboard,
                      const Relay* relay = nullptr, blobs::Blobs* blobs = nullptr);

enum class ContactRefusal : std::uint8_t {
  team_unknown,
  team_code_taken,
  team_closed,
  team_full,
  no_team,
  nobody_there,
  agent_unknown,
  agent_not_there,
  presence_elsewhere,
  contact_unknown,
  contact_not_yours,
  act_not_allowed,
  no_room,
  holiday_unknown,
  overflow_circle,
};
BOOST_DESCRIBE_ENUM(ContactRefusal, team_unknown, team_code_taken, team_closed, team_full, no_team,
                    nobody_there, agent_unknown, agent_not_there, presence_elsewhere,
                    contact_unknown, contact_not_yours, act_not_allowed, no_room, holiday_unknown,
                    overflow_circle)
const RefusalKind& kind_of(ContactRefusal refusal);

// What somebody sees: an agent the contacts of their teams and those they have. Analysts see no
// names and nothing that was said.
struct Sight {
  bool everything = false;
  bool names = true;
  UserId user;
};
Sight sight_of(const api::Principal& who);

// Where something is done: the unit, who acts, and the log of events.
struct Desk {
  store::Tx& tx;
  const access::Actor& actor;
  events::Intake& intake;
};

// ---- Teams

Result<Team> add_team(store::Tx& tx, const access::Actor& actor, const TeamDraft& draft);
Result<Team> change_team(store::Tx& tx, const access::Actor& actor, TeamId id, std::int64_t version,
                         const TeamChange& change);
std::vector<Team> teams(store::Snapshot& snapshot);
Result<Team> team(store::Snapshot& snapshot, TeamId id);

struct Holiday {
  Date day;
  Line<1, 120> name;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (day, name))
std::vector<Holiday> holidays(store::Snapshot& snapshot);
void set_holiday(store::Tx& tx, const access::Actor& actor, const Holiday& holiday);
Result<void> remove_holiday(store::Tx& tx, const access::Actor& actor, Date day);

// From when on a team answers: `now` when it is open.
std::optional<Instant> opens_at(store::Snapshot& snapshot, const Team& team, Instant now);

// ---- Agents

// An agent with the teams they are in.
struct AgentView : Agent {
  std::string name;
  std::vector<TeamId> teams;
};
BOOST_DESCRIBE_STRUCT(AgentView, (Agent), (name, teams))
std::vector<AgentView> agents(store::Snapshot& snapshot);
Result<AgentView> agent(store::Snapshot& snapshot, UserId user);
Result<AgentView> set_agent(const Desk& desk, UserId user, const AgentDraft& draft);

// Where somebody says that they are there. Only the session that said so keeps it alive.
struct Here {
  UserId user;
  SessionId session;
};
Result<AgentView> set_presence(const Desk& desk, const Here& here, Presence presence, Break reason);
Result<void> beat(store::Tx& tx, const Here& here, Instant now);
// By who looks after the team, or because nothing was heard of them.
Result<AgentView> end_presence(const Desk& desk, UserId user);

// ---- Contacts

struct ContactDraft {
  Kind kind = Kind::chat;
  std::optional<TeamId> team;  // else one that has the skill and the language, and is open
  std::optional<Skill> skill;
  std::optional<Tongue> language;
  std::optional<Worth> worth;
  std::optional<IdentityId> identity;  // else by e-mail address or telephone number
  std::optional<LocationId> location;
  std::optional<UserId> wanted;
  std::optional<Line<0, 200>> name;
  std::optional<Line<0, 254>> email;
  std::optional<Line<0, 40>> phone;
  std::optional<Prose<2000>> question;
};
BOOST_DESCRIBE_STRUCT(ContactDraft, (),
                      (kind, team, skill, language, worth, identity, location, wanted, name, email,
                       phone, question))
Result<Contact> ask(const Desk& desk, const ContactDraft& draft);

// By the agent to whom it is offered, or who has it.
Result<Contact> accept(const Desk& desk, UserId user, ContactId id);
Result<Contact> decline(const Desk& desk, UserId user, ContactId id);
Result<Contact> finish(const Desk& desk, UserId user, ContactId id);
struct WrapUp {
  Outcome outcome = Outcome::helped;
  std::optional<Line<0, 64>> order_reference;
  std::optional<Prose<2000>> note;
};
BOOST_DESCRIBE_STRUCT(WrapUp, (), (outcome, order_reference, note))
Result<Contact> wrap(const Desk& desk, UserId user, ContactId id, const WrapUp& wrap);
// By an agent who takes it out of the line.
Result<Contact> pick(const Desk& desk, const Sight& sight, ContactId id);
// To another team, or to one person as long as they are there; it keeps its place in line.
struct HandOn {
  std::optional<TeamId> team;
  std::optional<UserId> agent;
  std::optional<Prose<2000>> note;
};
BOOST_DESCRIBE_STRUCT(HandOn, (), (team, agent, note))
Result<Contact> hand_on(const Desk& desk, const Sight& sight, ContactId id, const HandOn& to);
// The customer goes.
Result<Contact> leave(const Desk& desk, ContactId id);

// The contact itself, if they see it.
Result<Contact> contact(store::Snapshot& snapshot, const Sight& sight, ContactId id);

// How long it waits from now on: not at all once it was offered. Nothing where nobody can say.
std::optional<std::int64_t> wait_s(store::Snapshot& snapshot, ContactId id);

// A visitor has a token for one contact, and sees nothing else.
struct Visit {
  std::string token;
  ContactId contact;
};
// In which browser, where they agreed that it is followed: who names nobody is who uses that one.
Result<Visit> begin_visit(const Desk& desk, ContactDraft draft,
                          std::optional<IdentityId> device = std::nullopt);

// How a team stands now, for whoever decides whom to send there.
struct TeamNow {
  TeamId team;
  bool open = false;
  std::int64_t agents = 0;                  // who are there
  std::int64_t calls_free = 0;              // of them have nothing to do
  std::int64_t chats_free = 0;              // more that they can have at once
  std::optional<std::int64_t> call_wait_s;  // of who comes now; nothing where nobody is there
  std::optional<std::int64_t> chat_wait_s;
  std::int64_t handling_s = 0;
  double arrivals_per_s = 0;  // lately
};
std::vector<TeamNow> teams_now(store::Snapshot& snapshot, Instant now);

// Somebody who is in a store now (stays.h).
struct StayIdTag {
  static constexpr std::string_view prefix = "sty";
};
using StayId = Id<StayIdTag>;

// What time does: offers that nobody accepted, contacts that others help with, wrapping up that
// took too long, agents who are gone, stays that are over. Those with which it has something to do
// now:
using Due = std::variant<ContactId, UserId, StayId>;
std::vector<Due> due(store::Snapshot& snapshot, Instant now, std::int64_t limit);
// False when it had been done already.
Result<bool> let_time_pass(const Desk& desk, const Due& due);

}  // namespace sluis::contacts
