// Looking at contacts: one of them with all that hangs on it, lists, the desk of an agent, and the
// wall that shows how all teams do.
#pragma once

#include "contacts/contacts.h"

namespace sluis::contacts {

// With what people know the customer by.
struct Listed : Contact {
  std::string caller;
};
BOOST_DESCRIBE_STRUCT(Listed, (Contact), (caller))

struct Query {
  std::optional<State> state;
  std::optional<TeamId> team;
  std::optional<UserId> agent;
  std::optional<CustomerId> customer;
  std::optional<ContactId> before;
  std::int64_t limit = 100;
};
struct ContactList {
  std::vector<Listed> contacts;  // the newest first
  std::optional<ContactId> next;
};
ContactList list(store::Snapshot& snapshot, const Sight& sight, const Query& query);

// How somebody stands in line: nothing where nobody can say how long it takes.
struct InLine {
  std::int64_t place = 0;  // from 1
  std::optional<std::int64_t> wait_s;
};
BOOST_DESCRIBE_STRUCT(InLine, (), (place, wait_s))
std::optional<InLine> in_line(store::Snapshot& snapshot, const Contact& contact);

// Where in a store somebody stands, and what they looked at there.
struct StandsAt {
  Line<0, 64> shelf;
  std::string sku;
  std::string product;
  Instant ends;  // from when on nobody knows this any more
};
BOOST_DESCRIBE_STRUCT(StandsAt, (), (shelf, sku, product, ends))

struct FullContact : Contact {
  std::optional<CustomerId> customer;  // over all channels, now
  std::optional<CustomerId> visitor;   // whose browser it is, if it is followed; who `customer` is
                                       // they say themselves
  Caller caller;
  std::optional<InLine> in_line;
  std::optional<StandsAt> stands_at;
  std::vector<Note> timeline;
};
BOOST_DESCRIBE_STRUCT(FullContact, (Contact),
                      (customer, visitor, caller, in_line, stands_at, timeline))
Result<FullContact> find(store::Snapshot& snapshot, const Sight& sight, ContactId id);
bool sees(store::Snapshot& snapshot, const Sight& sight, const Contact& contact);

// What an agent has before them: themselves, what they have, and who waits.
struct DeskView {
  AgentView agent;
  std::vector<Listed> held;
  std::vector<Listed> waiting;  // of their teams, the first in line first
};
BOOST_DESCRIBE_STRUCT(DeskView, (), (agent, held, waiting))
Result<DeskView> desk(store::Snapshot& snapshot, UserId user);

// How a team does: now, and since the day began.
struct TeamState {
  TeamId team;
  Line<1, 120> name;
  std::optional<Instant> opens;  // now or in the past: it is open
  std::int64_t online = 0;
  std::int64_t on_break = 0;
  std::int64_t free = 0;  // have room for a chat
  std::int64_t waiting = 0;
  std::int64_t active = 0;
  std::int64_t wrapping_up = 0;
  std::int64_t longest_wait_s = 0;
  std::optional<std::int64_t> wait_s;  // for who comes now with a chat
  std::int64_t contacts = 0;           // since the day began
  std::int64_t answered = 0;
  std::int64_t abandoned = 0;
  std::optional<double> service_level;  // answered in time, of all that were answered or left
  std::optional<double> answer_s;       // on average
  std::optional<double> handling_s;
  std::optional<double> occupancy;  // time with contacts by time online
};
BOOST_DESCRIBE_STRUCT(TeamState, (),
                      (team, name, opens, online, on_break, free, waiting, active, wrapping_up,
                       longest_wait_s, wait_s, contacts, answered, abandoned, service_level,
                       answer_s, handling_s, occupancy))
struct Wall {
  Instant as_of;
  std::vector<TeamState> teams;
  std::vector<AgentView> agents;  // who are there
};
BOOST_DESCRIBE_STRUCT(Wall, (), (as_of, teams, agents))
Wall wall(store::Snapshot& snapshot, Instant now);

}  // namespace sluis::contacts
