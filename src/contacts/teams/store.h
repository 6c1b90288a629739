// The SQL of teams, and of agents with what they do now.
#pragma once

#include "contacts/desk/looking.h"
#include "contacts/queue/routing.h"

namespace sluis::contacts::sql {

std::optional<Team> team(store::Snapshot& snapshot, TeamId id);
std::vector<Team> teams(store::Snapshot& snapshot);
// False when the code is taken.
bool insert(store::Tx& tx, const Team& team);
bool update(store::Tx& tx, const Team& team, std::int64_t version);
// Of one contact, as it was lately.
void set_handling(store::Tx& tx, TeamId id, Seconds handling);

std::vector<Holiday> holidays(store::Snapshot& snapshot);
void set_holiday(store::Tx& tx, const Holiday& holiday);
bool remove_holiday(store::Tx& tx, Date day);

std::optional<Agent> agent(store::Snapshot& snapshot, UserId user);
std::vector<Agent> agents(store::Snapshot& snapshot);
std::vector<TeamId> teams_of(store::Snapshot& snapshot, UserId user);
struct Member {
  TeamId team;
  UserId user_id;
};
BOOST_DESCRIBE_STRUCT(Member, (), (team, user_id))
std::vector<Member> members(store::Snapshot& snapshot);
void insert(store::Tx& tx, const Agent& agent);
void update(store::Tx& tx, const Agent& agent);
void set_teams(store::Tx& tx, UserId user, std::span<const TeamId> teams);

// Who is there and has room for something.
std::vector<Agent> free_agents(store::Snapshot& snapshot, TeamId team);
// How many of a team are there and how many of them have nothing to do; chats that they can have
// at once, and have.
struct Room {
  std::int64_t agents = 0;
  std::int64_t idle = 0;
  std::int64_t slots = 0;
  std::int64_t used = 0;
};
BOOST_DESCRIBE_STRUCT(Room, (), (agents, idle, slots, used))
Room room(store::Snapshot& snapshot, TeamId team);

// Takes room of an agent who is there; false when there is none.
bool take_room(store::Tx& tx, UserId user, Kind kind);
// The same of one who answered a telephone, there or not.
void take_call(store::Tx& tx, UserId user);
void give_room(store::Tx& tx, UserId user, Kind kind, Instant now);

void set_presence(store::Tx& tx, const Agent& agent);
// False when another session of theirs is there.
bool beat(store::Tx& tx, UserId user, SessionId session, Instant now);
std::vector<UserId> gone(store::Snapshot& snapshot, Instant seen_before);
void end_spell(store::Tx& tx, UserId user, Instant now);
void begin_spell(store::Tx& tx, const Agent& agent);
// Seconds that people of each team were online since a moment.
struct Attended {
  TeamId team;
  std::int64_t seconds = 0;
};
BOOST_DESCRIBE_STRUCT(Attended, (), (team, seconds))
std::vector<Attended> attended(store::Snapshot& snapshot, Instant from, Instant now);

std::span<const store::Statement* const> team_statements();

}  // namespace sluis::contacts::sql
