#include "contacts/teams/store.h"

namespace sluis::contacts::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kTeamFields =
    "id, version, code, name, channel, skills, languages, hours, closed_on_holidays, answer_s, "
    "accept_s, wrap_up_s, overflow_s, overflow_to, waiting_most, handling_s, active, location";
constexpr std::string_view kOneTeam = " from contacts_teams where id = $1";
constexpr std::string_view kAllTeams = " from contacts_teams order by code";
constexpr Statement kTeam{"contacts.team", Joined<kSelect, kTeamFields, kOneTeam>::sql};
constexpr Statement kTeams{"contacts.teams", Joined<kSelect, kTeamFields, kAllTeams>::sql};
constexpr std::string_view kInsertTeamInto = "insert into contacts_teams (";
constexpr std::string_view kTeamValues =
    ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, "
    "$18) on conflict (code) do nothing";
constexpr Statement kInsertTeam{"contacts.insert_team",
                                Joined<kInsertTeamInto, kTeamFields, kTeamValues>::sql};
constexpr Statement kUpdateTeam{
    "contacts.update_team",
    "update contacts_teams set version = version + 1, name = $3, channel = $4, skills = $5, "
    "languages = $6, hours = $7, closed_on_holidays = $8, answer_s = $9, accept_s = $10, "
    "wrap_up_s = $11, overflow_s = $12, overflow_to = $13, waiting_most = $14, handling_s = $15, "
    "active = $16, location = $17 where id = $1 and version = $2"};
constexpr Statement kSetHandling{"contacts.set_handling",
                                 "update contacts_teams set handling_s = $2 where id = $1"};

constexpr Statement kHolidays{"contacts.holidays",
                              "select day, name from contacts_holidays order by day"};
constexpr Statement kSetHoliday{"contacts.set_holiday",
                                "insert into contacts_holidays (day, name) values ($1, $2) "
                                "on conflict (day) do update set name = excluded.name"};
constexpr Statement kRemoveHoliday{"contacts.remove_holiday",
                                   "delete from contacts_holidays where day = $1"};

constexpr std::string_view kAgentFields =
    "a.user_id, a.skills, a.languages, a.chats_most, a.takes_calls, a.active, a.presence, "
    "a.reason, a.since, a.seen, a.session_id, a.calls, a.chats, a.freed, a.extension";
constexpr std::string_view kOneAgent = " from contacts_agents as a where a.user_id = $1";
constexpr std::string_view kAllAgents = " from contacts_agents as a order by a.user_id";
constexpr std::string_view kFreeAgents =
    " from contacts_members as m join contacts_agents as a on a.user_id = m.user_id "
    "where m.team = $1 and a.presence = 'online' and a.active and a.calls = 0 "
    "and (a.chats < a.chats_most or (a.chats = 0 and a.takes_calls))";
constexpr Statement kAgent{"contacts.agent", Joined<kSelect, kAgentFields, kOneAgent>::sql};
constexpr Statement kAgents{"contacts.agents", Joined<kSelect, kAgentFields, kAllAgents>::sql};
constexpr Statement kFree{"contacts.free_agents", Joined<kSelect, kAgentFields, kFreeAgents>::sql};
constexpr Statement kTeamsOf{"contacts.teams_of",
                             "select team from contacts_members where user_id = $1 order by team"};
constexpr Statement kMembers{"contacts.members",
                             "select team, user_id from contacts_members order by team, user_id"};
constexpr Statement kInsertAgent{
    "contacts.insert_agent",
    "insert into contacts_agents (user_id, skills, languages, chats_most, takes_calls, active, "
    "presence, reason, since, seen, session_id, calls, chats, freed, extension) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"};
constexpr Statement kUpdateAgent{
    "contacts.update_agent",
    "update contacts_agents set skills = $2, languages = $3, chats_most = $4, takes_calls = $5, "
    "active = $6, extension = $7 where user_id = $1"};
constexpr Statement kLeaveTeams{"contacts.leave_teams",
                                "delete from contacts_members where user_id = $1"};
constexpr Statement kJoinTeam{"contacts.join_team",
                              "insert into contacts_members (team, user_id) values ($1, $2) "
                              "on conflict (team, user_id) do nothing"};

constexpr Statement kRoom{
    "contacts.room",
    "select count(*) as agents, count(*) filter (where a.calls = 0 and a.chats = 0) as idle, "
    "cast(coalesce(sum(a.chats_most), 0) as bigint) as slots, "
    "cast(coalesce(sum(case when a.calls > 0 then a.chats_most else a.chats end), 0) as bigint) "
    "as used from contacts_members as m join contacts_agents as a on a.user_id = m.user_id "
    "where m.team = $1 and a.presence = 'online' and a.active"};
constexpr Statement kTakeCall{
    "contacts.take_whole",
    "update contacts_agents set calls = calls + 1 where user_id = $1 and presence = 'online' "
    "and active and takes_calls and calls = 0 and chats = 0"};
constexpr Statement kTakeChat{
    "contacts.take_share",
    "update contacts_agents set chats = chats + 1 where user_id = $1 and presence = 'online' "
    "and active and calls = 0 and chats < chats_most"};
constexpr Statement kTakeAnyCall{"contacts.take_any_call",
                                 "update contacts_agents set calls = calls + 1 where user_id = $1"};
constexpr Statement kGiveCall{
    "contacts.give_whole",
    "update contacts_agents set calls = calls - 1, freed = $2 where user_id = $1 and calls > 0"};
constexpr Statement kGiveChat{
    "contacts.give_share",
    "update contacts_agents set chats = chats - 1, freed = $2 where user_id = $1 and chats > 0"};

constexpr Statement kSetPresence{
    "contacts.set_presence",
    "update contacts_agents set presence = $2, reason = $3, since = $4, seen = $5, session_id = $6 "
    "where user_id = $1"};
constexpr Statement kBeat{"contacts.beat",
                          "update contacts_agents set seen = $3 where user_id = $1 "
                          "and session_id = $2 and presence <> 'offline'"};
constexpr Statement kGone{"contacts.gone",
                          "select user_id from contacts_agents where presence <> 'offline' "
                          "and seen < $1 order by seen"};
constexpr Statement kEndSpell{
    "contacts.end_spell",
    "update contacts_spells set to_moment = $2 where user_id = $1 and to_moment is null"};
constexpr Statement kBeginSpell{
    "contacts.begin_spell",
    "insert into contacts_spells (user_id, from_moment, to_moment, presence, reason) "
    "values ($1, $2, null, $3, $4) on conflict (user_id, from_moment) do update set "
    "to_moment = null, presence = excluded.presence, reason = excluded.reason"};
constexpr Statement kAttended{
    "contacts.attended",
    "select m.team, cast(coalesce(sum((case when s.to_moment is null then $2 else s.to_moment end) "
    "- (case when s.from_moment < $1 then $1 else s.from_moment end)), 0) / 1000000 as bigint) "
    "as seconds from contacts_members as m join contacts_spells as s on s.user_id = m.user_id "
    "where s.presence = 'online' and (s.to_moment is null or s.to_moment > $1) "
    "group by m.team"};

constexpr const Statement* kStatements[] = {
    &kTeam,       &kTeams,         &kInsertTeam,  &kUpdateTeam, &kSetHandling, &kHolidays,
    &kSetHoliday, &kRemoveHoliday, &kAgent,       &kAgents,     &kFree,        &kTeamsOf,
    &kMembers,    &kInsertAgent,   &kUpdateAgent, &kLeaveTeams, &kJoinTeam,    &kRoom,
    &kTakeCall,   &kTakeChat,      &kTakeAnyCall, &kGiveCall,   &kGiveChat,    &kSetPresence,
    &kBeat,       &kGone,          &kEndSpell,    &kBeginSpell, &kAttended};

}  // namespace

std::optional<Team> team(Snapshot& snapshot, TeamId id) {
  return snapshot.one<Team>(kTeam, id);
}

std::vector<Team> teams(Snapshot& snapshot) {
  return snapshot.all<Team>(kTeams);
}

bool insert(Tx& tx, const Team& team) {
  return std::apply([&](const auto&... field) { return tx.change(kInsertTeam, field...); },
                    tie_fields(team)) == 1;
}

bool update(Tx& tx, const Team& t, std::int64_t version) {
  return tx.change(kUpdateTeam, t.id, version, t.name, t.channel, t.skills, t.languages, t.hours,
                   t.closed_on_holidays, t.answer_s, t.accept_s, t.wrap_up_s, t.overflow_s,
                   t.overflow_to, t.waiting_most, t.handling_s, t.active, t.location) == 1;
}

void set_handling(Tx& tx, TeamId id, Seconds handling) {
  tx.change(kSetHandling, id, handling);
}

std::vector<Holiday> holidays(Snapshot& snapshot) {
  return snapshot.all<Holiday>(kHolidays);
}

void set_holiday(Tx& tx, const Holiday& holiday) {
  tx.change(kSetHoliday, holiday.day, holiday.name);
}

bool remove_holiday(Tx& tx, Date day) {
  return tx.change(kRemoveHoliday, day) == 1;
}

std::optional<Agent> agent(Snapshot& snapshot, UserId user) {
  return snapshot.one<Agent>(kAgent, user);
}

std::vector<Agent> agents(Snapshot& snapshot) {
  return snapshot.all<Agent>(kAgents);
}

std::vector<TeamId> teams_of(Snapshot& snapshot, UserId user) {
  return snapshot.all<TeamId>(kTeamsOf, user);
}

std::vector<Member> members(Snapshot& snapshot) {
  return snapshot.all<Member>(kMembers);
}

void insert(Tx& tx, const Agent& agent) {
  std::apply([&](const auto&... field) { tx.change(kInsertAgent, field...); }, tie_fields(agent));
}

void update(Tx& tx, const Agent& a) {
  tx.change(kUpdateAgent, a.user_id, a.skills, a.languages, a.chats_most, a.takes_calls, a.active,
            a.extension);
}

void set_teams(Tx& tx, UserId user, std::span<const TeamId> teams) {
  tx.change(kLeaveTeams, user);
  for (const TeamId team : teams)
    tx.change(kJoinTeam, team, user);
}

std::vector<Agent> free_agents(Snapshot& snapshot, TeamId team) {
  return snapshot.all<Agent>(kFree, team);
}

Room room(Snapshot& snapshot, TeamId team) {
  return snapshot.one<Room>(kRoom, team).value_or(Room{});
}

bool take_room(Tx& tx, UserId user, Kind kind) {
  return tx.change(takes_whole(kind) ? kTakeCall : kTakeChat, user) == 1;
}

void take_call(Tx& tx, UserId user) {
  tx.change(kTakeAnyCall, user);
}

void give_room(Tx& tx, UserId user, Kind kind, Instant now) {
  tx.change(takes_whole(kind) ? kGiveCall : kGiveChat, user, now);
}

void set_presence(Tx& tx, const Agent& a) {
  tx.change(kSetPresence, a.user_id, a.presence, a.reason, a.since, a.seen, a.session_id);
}

bool beat(Tx& tx, UserId user, SessionId session, Instant now) {
  return tx.change(kBeat, user, session, now) == 1;
}

std::vector<UserId> gone(Snapshot& snapshot, Instant seen_before) {
  return snapshot.all<UserId>(kGone, seen_before);
}

void end_spell(Tx& tx, UserId user, Instant now) {
  tx.change(kEndSpell, user, now);
}

void begin_spell(Tx& tx, const Agent& a) {
  tx.change(kBeginSpell, a.user_id, a.since, a.presence, a.reason);
}

std::vector<Attended> attended(Snapshot& snapshot, Instant from, Instant now) {
  return snapshot.all<Attended>(kAttended, from, now);
}

std::span<const Statement* const> team_statements() {
  return kStatements;
}

}  // namespace sluis::contacts::sql
