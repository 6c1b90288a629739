// The routes of teams, holidays, agents and who is there.

#include "contacts/routes.h"

#include "platform/api/refusal.h"
#include "stock/stock.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

struct TeamInput {
  TeamId id;
};
BOOST_DESCRIBE_STRUCT(TeamInput, (), (id))
struct AddTeamInput {
  TeamDraft body;
};
BOOST_DESCRIBE_STRUCT(AddTeamInput, (), (body))
struct ChangeTeamInput {
  TeamId id;
  TeamChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeTeamInput, (), (id, body))
struct DayInput {
  Date day;
};
BOOST_DESCRIBE_STRUCT(DayInput, (), (day))
struct HolidayBody {
  Line<1, 120> name;
};
BOOST_DESCRIBE_STRUCT(HolidayBody, (), (name))
struct HolidayInput {
  Date day;
  HolidayBody body;
};
BOOST_DESCRIBE_STRUCT(HolidayInput, (), (day, body))
struct AgentInput {
  UserId user;
};
BOOST_DESCRIBE_STRUCT(AgentInput, (), (user))
struct SetAgentInput {
  UserId user;
  AgentDraft body;
};
BOOST_DESCRIBE_STRUCT(SetAgentInput, (), (user, body))
struct PresenceBody {
  Presence presence = Presence::online;
  std::optional<Break> reason;
};
BOOST_DESCRIBE_STRUCT(PresenceBody, (), (presence, reason))
struct PresenceInput {
  PresenceBody body;
};
BOOST_DESCRIBE_STRUCT(PresenceInput, (), (body))

// A team, and from when on it answers.
struct TeamView : Team {
  std::optional<Instant> opens;
};
BOOST_DESCRIBE_STRUCT(TeamView, (Team), (opens))

TeamView seen(Snapshot& snapshot, const Team& team, Instant now) {
  TeamView view;
  static_cast<Team&>(view) = team;
  view.opens = opens_at(snapshot, team, now);
  return view;
}

api::Reply<TeamView> reply(Snapshot& snapshot, const Team& team, Instant now, int status = 200) {
  return {
      .value = seen(snapshot, team, now), .status = status, .version = team.version, .headers = {}};
}

Result<api::Page<TeamView>> list_teams(Snapshot& snapshot, const Call& call) {
  api::Page<TeamView> page;
  for (const Team& one : teams(snapshot))
    page.items.push_back(seen(snapshot, one, call.now));
  return page;
}

Result<api::Reply<TeamView>> show_team(Snapshot& snapshot, const Call& call, const TeamInput& in) {
  return reply(snapshot, TRY(team(snapshot, in.id)), call.now);
}

Result<api::Reply<TeamView>> add_one(Tx& tx, const Call& call, const AddTeamInput& in) {
  return reply(tx, TRY(add_team(tx, access::actor_of(call), in.body)), call.now, 201);
}

Result<api::Reply<TeamView>> change_one(Tx& tx, const Call& call, const ChangeTeamInput& in) {
  return reply(tx,
               TRY(change_team(tx, access::actor_of(call), in.id, call.expected_version, in.body)),
               call.now);
}

Result<api::Page<Holiday>> list_holidays(Snapshot& snapshot, const Call&) {
  return api::Page<Holiday>{.items = holidays(snapshot), .next = {}};
}

Result<Holiday> keep_holiday(Tx& tx, const Call& call, const HolidayInput& in) {
  Holiday holiday{in.day, in.body.name};
  set_holiday(tx, access::actor_of(call), holiday);
  return holiday;
}

Result<void> drop_holiday(Tx& tx, const Call& call, const DayInput& in) {
  return remove_holiday(tx, access::actor_of(call), in.day);
}

Result<api::Page<AgentView>> list_agents(Snapshot& snapshot, const Call&) {
  return api::Page<AgentView>{.items = agents(snapshot), .next = {}};
}

auto setting_agent(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const SetAgentInput& in) -> Result<AgentView> {
    return set_agent(CallDesk(tx, call, intake).desk(), in.user, in.body);
  };
}

auto ending_presence(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const AgentInput& in) -> Result<AgentView> {
    return end_presence(CallDesk(tx, call, intake).desk(), in.user);
  };
}

auto setting_presence(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const PresenceInput& in) -> Result<AgentView> {
    return set_presence(CallDesk(tx, call, intake).desk(), {call.who.user, call.who.session},
                        in.body.presence, in.body.reason.value_or(Break::pause));
  };
}

Result<void> give_sign(Tx& tx, const Call& call) {
  return beat(tx, {call.who.user, call.who.session}, call.now);
}

Result<DeskView> show_desk(Snapshot& snapshot, const Call& call) {
  return desk(snapshot, call.who.user);
}

Result<Wall> show_wall(Snapshot& snapshot, const Call& call) {
  return wall(snapshot, call.now);
}

std::vector<api::Route> desk_routes(events::Intake* intake) {
  using api::refuses;
  using http::Method;
  using enum ContactRefusal;
  return {
      {.operation = "contacts.agents",
       .method = Method::get,
       .path = "/api/v1/contacts/agents",
       .summary = {"Who handles contacts, what they can do, and whether they are there.",
                   "Wie contacten behandelt, wat zij kunnen en of zij er zijn."},
       .allow = kReaders,
       .handler = api::read(list_agents)},
      {.operation = "contacts.set_agent",
       .method = Method::put,
       .path = "/api/v1/contacts/agents/{user}",
       .summary = {"Say in which teams somebody is, what they can do, and how much at once.",
                   "Stel in in welke teams iemand zit, wat die kan en hoeveel tegelijk."},
       .allow = kManagers,
       .handler = api::write(setting_agent(intake)),
       .refusals = refuses(agent_unknown, team_unknown)},
      {.operation = "contacts.end_presence",
       .method = Method::post,
       .path = "/api/v1/contacts/agents/{user}/end-presence",
       .summary = {"Take somebody who is away out of the queue; what they had goes to others.",
                   "Haal iemand die weg is uit de wachtrij; wat die had, gaat naar anderen."},
       .allow = kManagers,
       .handler = api::write(ending_presence(intake)),
       .refusals = refuses(agent_unknown, agent_not_there)},
      {.operation = "contacts.set_presence",
       .method = Method::put,
       .path = "/api/v1/contacts/presence",
       .summary = {"Say that you are there, on a break, or gone; only for yourself.",
                   "Meld dat u er bent, pauze hebt of weg bent; alleen voor uzelf."},
       .allow = api::Allow::users(),
       .handler = api::write(setting_presence(intake)),
       .refusals = refuses(agent_unknown)},
      {.operation = "contacts.beat",
       .method = Method::post,
       .path = "/api/v1/contacts/presence/sign-of-life",
       .summary = {"A sign of life, every 30 seconds; without one for 90 seconds you are gone.",
                   "Een teken van leven, elke 30 seconden; na 90 seconden zonder bent u weg."},
       .allow = api::Allow::users(),
       .handler = api::write(give_sign),
       .refusals = refuses(agent_unknown, agent_not_there, presence_elsewhere)},
      {.operation = "contacts.desk",
       .method = Method::get,
       .path = "/api/v1/contacts/desk",
       .summary = {"Your desk: yourself, the contacts you have, and who waits.",
                   "Uw bureau: uzelf, de contacten die u hebt en wie er wacht."},
       .allow = api::Allow::users(),
       .handler = api::read(show_desk),
       .refusals = refuses(agent_unknown)},
      {.operation = "contacts.wall",
       .method = Method::get,
       .path = "/api/v1/contacts/wall",
       .summary = {"How all teams do, now and since the day began.",
                   "Hoe alle teams het doen, nu en sinds het begin van de dag."},
       .allow = kReaders,
       .handler = api::read(show_wall)},
  };
}

}  // namespace

std::vector<api::Route> team_routes(events::Intake* intake) {
  using api::refuses;
  using channels::ChannelRefusal;
  using http::Method;
  using enum ContactRefusal;
  using enum stock::StockRefusal;
  std::vector<api::Route> routes = {
      {.operation = "contacts.teams",
       .method = Method::get,
       .path = "/api/v1/contacts/teams",
       .summary = {"The teams that handle contacts.", "De teams die contacten behandelen."},
       .allow = kReaders,
       .handler = api::read(list_teams)},
      {.operation = "contacts.add_team",
       .method = Method::post,
       .path = "/api/v1/contacts/teams",
       .summary = {"Add a team with its skills, languages and opening hours.",
                   "Voeg een team toe met vaardigheden, talen en openingstijden."},
       .allow = kManagers,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(team_code_taken), &kind_of(team_unknown), &kind_of(overflow_circle),
                    &kind_of(ChannelRefusal::channel_unknown), &kind_of(location_unknown)}},
      {.operation = "contacts.team",
       .method = Method::get,
       .path = "/api/v1/contacts/teams/{id}",
       .summary = {"One team.", "Eén team."},
       .allow = kReaders,
       .handler = api::read(show_team),
       .refusals = refuses(team_unknown)},
      {.operation = "contacts.change_team",
       .method = Method::patch,
       .path = "/api/v1/contacts/teams/{id}",
       .summary = {"Change a team; one that is not active gets nothing any more.",
                   "Wijzig een team; een dat niet actief is, krijgt niets meer."},
       .allow = kManagers,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .refusals = {&kind_of(team_unknown), &kind_of(overflow_circle),
                    &kind_of(ChannelRefusal::channel_unknown), &kind_of(location_unknown)}},
      {.operation = "contacts.holidays",
       .method = Method::get,
       .path = "/api/v1/contacts/holidays",
       .summary = {"Days on which teams are closed.", "Dagen waarop teams dicht zijn."},
       .allow = kReaders,
       .handler = api::read(list_holidays)},
      {.operation = "contacts.set_holiday",
       .method = Method::put,
       .path = "/api/v1/contacts/holidays/{day}",
       .summary = {"Close on a day.", "Wees op een dag dicht."},
       .allow = kManagers,
       .handler = api::write(keep_holiday)},
      {.operation = "contacts.remove_holiday",
       .method = Method::del,
       .path = "/api/v1/contacts/holidays/{day}",
       .summary = {"Be open on a day as on others.", "Wees op een dag open zoals anders."},
       .allow = kManagers,
       .handler = api::write(drop_holiday),
       .refusals = refuses(holiday_unknown)},
  };
  std::ranges::move(desk_routes(intake), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::contacts
