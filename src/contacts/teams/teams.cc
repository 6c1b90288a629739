// Teams and agents: how they are set up.

#include <algorithm>

#include "company/company.h"
#include "contacts/queue/floor.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"
#include "platform/api/refusal.h"
#include "platform/zones/zone.h"
#include "stock/stock.h"

namespace sluis::contacts {
namespace {

void record(store::Tx& tx, const access::Actor& actor, const Team* before, const Team& after) {
  access::audit(tx, actor,
                {.entity = "team",
                 .id = to_string(after.id),
                 .action = before == nullptr ? "created" : "changed",
                 .before = before == nullptr ? Json{} : Json{to_json(*before)},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, "contacts.team_changed", after);
}

// Its channel and its store are there, and what overflows never comes back to where it was.
Result<void> check(store::Snapshot& snapshot, const Team& team) {
  TRY_VOID(channels::find(snapshot, channels::kEverything, team.channel));
  if (team.location) TRY_VOID(stock::location(snapshot, {}, *team.location));
  std::optional<TeamId> next = team.overflow_to;
  for (std::size_t steps = sql::teams(snapshot).size(); next; --steps) {
    const auto found = sql::team(snapshot, *next);
    if (*next != team.id && !found) return refuse(ContactRefusal::team_unknown);
    if (*next == team.id || steps == 0) {
      return refuse(ContactRefusal::overflow_circle, team.name.text);
    }
    next = found->overflow_to;
  }
  return {};
}

Result<void> check_teams(store::Snapshot& snapshot, std::span<const TeamId> teams) {
  for (const TeamId id : teams)
    TRY_VOID(team(snapshot, id));
  return {};
}

AgentView view_of(store::Snapshot& snapshot, const Agent& agent, std::vector<TeamId> teams) {
  AgentView view;
  static_cast<Agent&>(view) = agent;
  if (const auto person = access::person(snapshot, agent.user_id)) view.name = person->name;
  view.teams = std::move(teams);
  return view;
}

}  // namespace

std::vector<Team> teams(store::Snapshot& snapshot) {
  return sql::teams(snapshot);
}

Result<Team> team(store::Snapshot& snapshot, TeamId id) {
  auto found = sql::team(snapshot, id);
  if (!found) return refuse(ContactRefusal::team_unknown);
  return *std::move(found);
}

Result<Team> add_team(store::Tx& tx, const access::Actor& actor, const TeamDraft& draft) {
  Team team{.id = actor.ids.next<TeamId>(), .version = 1};
  apply_change(draft, team);
  TRY_VOID(check(tx, team));
  if (!sql::insert(tx, team)) return refuse(ContactRefusal::team_code_taken, team.code.text);
  record(tx, actor, nullptr, team);
  return team;
}

Result<Team> change_team(store::Tx& tx, const access::Actor& actor, TeamId id, std::int64_t version,
                         const TeamChange& change) {
  const Team before = TRY(team(tx, id));
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  Team after = before;
  apply_change(change, after);
  if (after == before) return after;
  TRY_VOID(check(tx, after));
  after.version = version + 1;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  record(tx, actor, &before, after);
  return after;
}

std::vector<Holiday> holidays(store::Snapshot& snapshot) {
  return sql::holidays(snapshot);
}

void set_holiday(store::Tx& tx, const access::Actor& actor, const Holiday& holiday) {
  sql::set_holiday(tx, holiday);
  access::audit(tx, actor,
                {.entity = "holiday",
                 .id = to_string(holiday.day),
                 .action = "set",
                 .after = Json{to_json(holiday)}});
}

Result<void> remove_holiday(store::Tx& tx, const access::Actor& actor, Date day) {
  if (!sql::remove_holiday(tx, day)) {
    return refuse(ContactRefusal::holiday_unknown, to_string(day));
  }
  access::audit(tx, actor, {.entity = "holiday", .id = to_string(day), .action = "removed"});
  return {};
}

std::optional<Instant> opens_at(store::Snapshot& snapshot, const Team& team, Instant now) {
  if (team.hours.empty() && !team.closed_on_holidays) return now;
  std::vector<Date> closed;
  if (team.closed_on_holidays) {
    for (const Holiday& one : sql::holidays(snapshot))
      closed.push_back(one.day);
  }
  if (team.hours.empty() && closed.empty()) return now;
  const auto zone = zones::Zone::find(company::settings(snapshot).settings.zone);
  const Instant shown = zone ? zone->shown_at(now) : now;
  const auto opens = contacts::opens({.openings = team.hours, .closed = closed}, shown);
  if (!opens) return std::nullopt;
  if (*opens == shown) return now;
  return zone ? zone->moment_of(*opens) : *opens;
}

std::vector<AgentView> agents(store::Snapshot& snapshot) {
  const auto members = sql::members(snapshot);
  std::vector<AgentView> all;
  for (const Agent& one : sql::agents(snapshot)) {
    std::vector<TeamId> teams;
    for (const sql::Member& member : members)
      if (member.user_id == one.user_id) teams.push_back(member.team);
    all.push_back(view_of(snapshot, one, std::move(teams)));
  }
  return all;
}

Result<AgentView> agent(store::Snapshot& snapshot, UserId user) {
  const auto found = sql::agent(snapshot, user);
  if (!found) return refuse(ContactRefusal::agent_unknown);
  return view_of(snapshot, *found, sql::teams_of(snapshot, user));
}

Result<AgentView> set_agent(const Desk& desk, UserId user, const AgentDraft& draft) {
  sql::take_floor(desk.tx);
  const auto person = access::person(desk.tx, user);
  if (!person) return refuse(ContactRefusal::agent_unknown);
  TRY_VOID(check_teams(desk.tx, draft.teams));
  const auto before = sql::agent(desk.tx, user);
  Agent agent = before.value_or(Agent{.user_id = user});
  if (draft.skills) agent.skills = *draft.skills;
  if (draft.languages) agent.languages = *draft.languages;
  if (draft.chats_most) agent.chats_most = *draft.chats_most;
  if (draft.takes_calls) agent.takes_calls = *draft.takes_calls;
  if (draft.extension) agent.extension = *draft.extension;
  if (draft.active) agent.active = *draft.active;
  before ? sql::update(desk.tx, agent) : sql::insert(desk.tx, agent);
  sql::set_teams(desk.tx, user, draft.teams);
  AgentView view = view_of(desk.tx, agent, draft.teams);
  access::audit(desk.tx, desk.actor,
                {.entity = "agent",
                 .id = to_string(user),
                 .action = before ? "changed" : "created",
                 .after = Json{to_json(draft)}});
  tell_presence(desk, agent);
  route(desk, draft.teams);
  return view;
}

}  // namespace sluis::contacts
