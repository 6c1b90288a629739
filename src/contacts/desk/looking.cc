#include "contacts/desk/looking.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "company/company.h"
#include "contacts/chat/store.h"
#include "contacts/instore/stays.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"
#include "methods/erlang.h"
#include "platform/zones/zone.h"

namespace sluis::contacts {
namespace {

constexpr std::int64_t kLineShown = 50;
constexpr std::chrono::minutes kLately{30};

// When the day began by the company's clock.
Instant start_of_day(store::Snapshot& snapshot, Instant now) {
  const auto zone = zones::Zone::find(company::settings(snapshot).settings.zone);
  const Instant shown = zone ? zone->shown_at(now) : now;
  const Duration into_day(shown.micros() % Duration(std::chrono::hours(24)).count());
  return zone ? zone->moment_of(shown - into_day) : shown - into_day;
}

// A call is a place for somebody as a whole, a chat one of so many.
std::optional<std::int64_t> wait_now_s(const sql::Room& room, Kind kind, std::int64_t place,
                                       std::int64_t handling_s) {
  const bool whole = takes_whole(kind);
  const std::int64_t places = whole ? room.agents : room.slots;
  const std::int64_t free = whole ? room.idle : room.slots - room.used;
  const double wait = methods::wait_now_s(static_cast<int>(place), static_cast<int>(places),
                                          static_cast<int>(free), static_cast<double>(handling_s));
  if (!std::isfinite(wait)) return std::nullopt;
  return std::llround(wait);
}

std::optional<double> ratio(double part, double whole) {
  if (whole <= 0) return std::nullopt;
  return part / whole;
}

bool in_their_teams(store::Snapshot& snapshot, UserId user, TeamId team) {
  const auto teams = sql::teams_of(snapshot, user);
  return std::ranges::find(teams, team) != teams.end();
}

// What stands now, added to the state of its team.
void add(TeamState& state, const sql::Standing& standing, Instant now) {
  switch (standing.state) {
    case State::waiting:
    case State::offered:
      state.waiting += standing.contacts;
      state.longest_wait_s = std::max<std::int64_t>(
          state.longest_wait_s, (now - standing.oldest) / std::chrono::seconds(1));
      break;
    case State::active:
      state.active += standing.contacts;
      break;
    default:
      state.wrapping_up += standing.contacts;
      break;
  }
}

void add(TeamState& state, const sql::Tally& tally) {
  const auto number = [](std::int64_t n) { return static_cast<double>(n); };
  state.contacts = tally.contacts;
  state.answered = tally.answered;
  state.abandoned = tally.abandoned;
  state.service_level = ratio(number(tally.in_time), number(tally.answered + tally.abandoned));
  state.answer_s = ratio(number(tally.waited_s), number(tally.answered));
  state.handling_s = ratio(number(tally.handled_s), number(tally.ended));
}

void add(TeamState& state, const AgentView& agent) {
  if (std::ranges::find(agent.teams, state.team) == agent.teams.end()) return;
  state.online += agent.presence == Presence::online;
  state.on_break += agent.presence == Presence::on_break;
  state.free += agent.presence == Presence::online && agent.calls == 0 &&
                agent.chats < agent.chats_most.number;
}

// Nobody before what a visitor did first is read from the log, a moment after it was told.
std::optional<CustomerId> known_customer(store::Snapshot& snapshot,
                                         const std::optional<IdentityId>& identity) {
  if (!identity || identities::find_all(snapshot, {&*identity, 1}).empty()) return std::nullopt;
  return identities::customer_of(snapshot, *identity);
}

}  // namespace

Sight sight_of(const api::Principal& who) {
  using api::Role;
  const bool manages = who.has(Role::admin) || who.has(Role::manager);
  const bool handles = who.has(Role::agent) || who.has(Role::store);
  return {.everything = manages || who.has(Role::analyst),
          .names = manages || handles,
          .user = who.user};
}

bool sees(store::Snapshot& snapshot, const Sight& sight, const Contact& contact) {
  return sight.everything || contact.agent == sight.user ||
         in_their_teams(snapshot, sight.user, contact.team);
}

ContactList list(store::Snapshot& snapshot, const Sight& sight, const Query& query) {
  Query asked = query;
  const bool own_team =
      query.team && (sight.everything || in_their_teams(snapshot, sight.user, *query.team));
  if (!sight.everything && !own_team) asked.agent = sight.user;
  ContactList list;
  if (query.customer) {
    for (const IdentityId id : identities::identities_of(snapshot, *query.customer)) {
      for (Listed& one : sql::list(snapshot, asked, id))
        list.contacts.push_back(std::move(one));
    }
    std::ranges::sort(list.contacts, std::greater(), &Listed::id);
  } else {
    list.contacts = sql::list(snapshot, asked, std::nullopt);
  }
  if (std::cmp_greater(list.contacts.size(), query.limit)) {
    list.contacts.resize(static_cast<std::size_t>(query.limit));
    list.next = list.contacts.back().id;
  }
  for (Listed& one : list.contacts)
    if (!sight.names) one.caller.clear();
  return list;
}

std::optional<InLine> in_line(store::Snapshot& snapshot, const Contact& contact) {
  if (contact.state == State::offered) return InLine{.place = 1, .wait_s = 0};
  if (contact.state != State::waiting) return std::nullopt;
  const auto before = sql::waiting_before(snapshot, contact.team, {contact.rank, contact.id});
  const auto team = sql::team(snapshot, contact.team);
  return InLine{.place = before + 1,
                .wait_s = wait_now_s(sql::room(snapshot, contact.team), contact.kind, before + 1,
                                     team->handling_s.number)};
}

std::optional<std::int64_t> wait_s(store::Snapshot& snapshot, ContactId id) {
  const auto found = sql::contact(snapshot, id);
  if (!found) return std::nullopt;
  const auto place = in_line(snapshot, *found);
  return place ? place->wait_s : std::nullopt;
}

std::vector<TeamNow> teams_now(store::Snapshot& snapshot, Instant now) {
  std::map<TeamId, std::int64_t> waiting;
  for (const sql::Standing& one : sql::standing(snapshot))
    if (one.state == State::waiting) waiting[one.team] = one.contacts;
  std::map<TeamId, std::int64_t> arrived;
  for (const sql::Tally& one : sql::tallies(snapshot, now - kLately))
    arrived[one.team] = one.contacts;
  std::vector<TeamNow> all;
  for (const Team& team : sql::teams(snapshot)) {
    const sql::Room room = sql::room(snapshot, team.id);
    const auto opens = opens_at(snapshot, team, now);
    const std::int64_t place = waiting[team.id] + 1;
    const std::int64_t handling = team.handling_s.number;
    all.push_back(
        {.team = team.id,
         .open = team.active && opens && *opens <= now,
         .agents = room.agents,
         .calls_free = std::max<std::int64_t>(room.idle - waiting[team.id], 0),
         .chats_free = std::max<std::int64_t>(room.slots - room.used - waiting[team.id], 0),
         .call_wait_s = wait_now_s(room, Kind::call, place, handling),
         .chat_wait_s = wait_now_s(room, Kind::chat, place, handling),
         .handling_s = handling,
         .arrivals_per_s = static_cast<double>(arrived[team.id]) /
                           std::chrono::duration<double>(kLately).count()});
  }
  return all;
}

Result<Contact> contact(store::Snapshot& snapshot, const Sight& sight, ContactId id) {
  auto found = sql::contact(snapshot, id);
  if (!found || !sees(snapshot, sight, *found)) return refuse(ContactRefusal::contact_unknown);
  return *std::move(found);
}

Result<FullContact> find(store::Snapshot& snapshot, const Sight& sight, ContactId id) {
  FullContact whole;
  static_cast<Contact&>(whole) = TRY(contact(snapshot, sight, id));
  whole.customer = known_customer(snapshot, whole.identity);
  whole.visitor = known_customer(snapshot, sql::device_of(snapshot, id));
  whole.caller = sql::caller(snapshot, id);
  whole.in_line = in_line(snapshot, whole);
  whole.stands_at = where_stands(snapshot, id);
  whole.timeline = sql::timeline(snapshot, id);
  if (sight.names) return whole;
  whole.caller = {};
  whole.stands_at.reset();
  for (Note& one : whole.timeline)
    one.note = {};
  return whole;
}

Result<DeskView> desk(store::Snapshot& snapshot, UserId user) {
  DeskView desk{.agent = TRY(agent(snapshot, user)), .held = sql::held_by(snapshot, user)};
  for (const TeamId team : desk.agent.teams) {
    for (Listed& one : sql::line_of(snapshot, team, kLineShown))
      desk.waiting.push_back(std::move(one));
  }
  std::ranges::sort(desk.waiting, {},
                    [](const Listed& one) { return std::pair(one.rank, one.id); });
  return desk;
}

Wall wall(store::Snapshot& snapshot, Instant now) {
  const Instant from = start_of_day(snapshot, now);
  Wall wall{.as_of = now, .agents = agents(snapshot)};
  std::map<TeamId, TeamState> states;
  std::map<TeamId, double> handled;
  for (const Team& team : sql::teams(snapshot)) {
    TeamState& state = states[team.id];
    state.team = team.id;
    state.name = team.name;
    state.opens = opens_at(snapshot, team, now);
    for (const AgentView& agent : wall.agents)
      add(state, agent);
  }
  for (const sql::Standing& one : sql::standing(snapshot))
    add(states.at(one.team), one, now);
  for (const sql::Tally& one : sql::tallies(snapshot, from)) {
    add(states.at(one.team), one);
    handled[one.team] = static_cast<double>(one.handled_s);
  }
  for (const sql::Attended& one : sql::attended(snapshot, from, now))
    states.at(one.team).occupancy = ratio(handled[one.team], static_cast<double>(one.seconds));
  for (const Team& team : sql::teams(snapshot)) {
    TeamState& state = states.at(team.id);
    state.wait_s = wait_now_s(sql::room(snapshot, team.id), Kind::chat, state.waiting + 1,
                              team.handling_s.number);
    wall.teams.push_back(state);
  }
  std::erase_if(wall.agents,
                [](const AgentView& agent) { return agent.presence == Presence::offline; });
  return wall;
}

}  // namespace sluis::contacts
