// Who is there. Somebody says so in a session of their own, and gives signs of life; whoever gives
// none for a while is gone, and what they had goes to others.

#include "contacts/instore/stays.h"
#include "contacts/instore/store_stays.h"
#include "contacts/queue/floor.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"

namespace sluis::contacts {
namespace {

// What an agent leaves behind: an offer goes back in line, and so does a chat of who is gone; a
// telephone call is still theirs.
void leave_behind(const Desk& desk, ContactId id, bool gone) {
  Contact contact = *sql::take(desk.tx, id);
  const UserId user = *contact.agent;
  if (contact.state == State::offered) {
    contact.state = *after(contact.state, Act::let_lapse);
    put_in_line(desk, contact);
  } else if (gone && contact.state == State::active && contact.kind == Kind::chat) {
    contact.state = *after(contact.state, Act::hand_on);
    contact.declined.push_back(user);
    put_in_line(desk, contact);
  } else if (gone && contact.state == State::wrap_up) {
    contact.state = *after(contact.state, Act::wrap);
    close(desk, contact);
  } else {
    return;
  }
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = contact.state == State::ended ? "wrapped_up" : "left_behind"});
}

Agent become(const Desk& desk, Agent agent, Presence presence, Break reason,
             std::optional<SessionId> session) {
  agent.presence = presence;
  agent.reason = presence == Presence::on_break ? reason : Break::none;
  agent.since = desk.actor.now;
  agent.seen = desk.actor.now;
  agent.session_id = session;
  sql::set_presence(desk.tx, agent);
  sql::end_spell(desk.tx, agent.user_id, desk.actor.now);
  if (presence != Presence::offline) sql::begin_spell(desk.tx, agent);
  tell_presence(desk, agent);
  if (presence != Presence::online) {
    for (const ContactId id : sql::contacts_held(desk.tx, agent.user_id))
      leave_behind(desk, id, presence == Presence::offline);
  }
  route(desk, sql::teams_of(desk.tx, agent.user_id));
  return agent;
}

Result<Agent> agent_there_is(store::Snapshot& snapshot, UserId user) {
  auto found = sql::agent(snapshot, user);
  if (!found || !found->active) return refuse(ContactRefusal::agent_unknown);
  return *std::move(found);
}

}  // namespace

Result<AgentView> set_presence(const Desk& desk, const Here& here, Presence presence,
                               Break reason) {
  sql::take_floor(desk.tx);
  const Agent agent = TRY(agent_there_is(desk.tx, here.user));
  become(desk, agent, presence, reason, here.session);
  return contacts::agent(desk.tx, here.user);
}

Result<void> beat(store::Tx& tx, const Here& here, Instant now) {
  const Agent agent = TRY(agent_there_is(tx, here.user));
  if (sql::beat(tx, here.user, here.session, now)) return {};
  if (agent.presence == Presence::offline) return refuse(ContactRefusal::agent_not_there);
  return refuse(ContactRefusal::presence_elsewhere);
}

Result<AgentView> end_presence(const Desk& desk, UserId user) {
  sql::take_floor(desk.tx);
  const Agent agent = TRY(agent_there_is(desk.tx, user));
  if (agent.presence == Presence::offline) return refuse(ContactRefusal::agent_not_there);
  become(desk, agent, Presence::offline, Break::none, std::nullopt);
  access::audit(desk.tx, desk.actor,
                {.entity = "agent", .id = to_string(user), .action = "presence_ended"});
  return contacts::agent(desk.tx, user);
}

// ---- What time does

namespace {

// Nobody accepted: it waits on, and the agent gets nothing until they are back.
void let_lapse(const Desk& desk, Contact& contact) {
  const UserId user = *contact.agent;
  contact.state = *after(contact.state, Act::let_lapse);
  contact.declined.push_back(user);
  put_in_line(desk, contact);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "lapsed"});
  const auto agent = sql::agent(desk.tx, user);
  become(desk, *agent, Presence::on_break, Break::unanswered, agent->session_id);
  route(desk, std::array{contact.team});
}

// Others help, and whoever is wanted is waited for no longer. Nobody waits where nobody comes.
void wait_on(const Desk& desk, Contact& contact) {
  const Team team = team_of(desk.tx, contact.team);
  const TeamId from = contact.team;
  const bool still_wanted = contact.wanted.has_value();
  contact.wanted.reset();
  contact.wanted_until.reset();
  std::string_view what = "waits_on";
  if (!still_wanted && team.overflow_to && *team.overflow_to != team.id) {
    contact.team = *team.overflow_to;
    what = "overflowed";
  }
  const auto opens = opens_at(desk.tx, team_of(desk.tx, contact.team), desk.actor.now);
  const bool closed = !opens || *opens > desk.actor.now;
  if (closed && contact.kind != Kind::call_back) {
    contact.state = *after(contact.state, Act::miss);
    close(desk, contact);
    what = "missed";
  } else {
    put_in_line(desk, contact);
  }
  sql::settle(desk.tx, contact);
  if (what != "waits_on") tell(desk, contact, {.what = what, .from = from});
  route(desk, std::array{contact.team});
}

// A call of which no end was told.
void end_unheard(const Desk& desk, Contact& contact) {
  if (contact.agent) {
    contact.state = *after(contact.state, Act::finish);
    begin_wrap_up(desk, contact);
  } else {
    contact.state = *after(contact.state, Act::wrap);
    close(desk, contact);
  }
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "unheard"});
}

Result<bool> pass(const Desk& desk, ContactId id) {
  sql::take_floor(desk.tx);
  auto contact = sql::take(desk.tx, id);
  if (!contact || !contact->due || *contact->due > desk.actor.now) return false;
  if (contact->state == State::offered) {
    let_lapse(desk, *contact);
  } else if (contact->state == State::waiting && contact->kind == Kind::telephone) {
    TRY_VOID(leave(desk, id));
  } else if (contact->state == State::waiting) {
    wait_on(desk, *contact);
  } else if (contact->state == State::active) {
    end_unheard(desk, *contact);
  } else if (contact->state == State::wrap_up) {
    TRY_VOID(wrap(desk, *contact->agent, id, {.outcome = contact->outcome}));
  } else {
    return false;
  }
  return true;
}

Result<bool> pass(const Desk& desk, UserId user) {
  sql::take_floor(desk.tx);
  const auto agent = sql::agent(desk.tx, user);
  const bool gone =
      agent && agent->presence != Presence::offline && agent->seen + kGoneAfter <= desk.actor.now;
  if (gone) become(desk, *agent, Presence::offline, Break::none, std::nullopt);
  return gone;
}

Result<bool> pass(const Desk& desk, StayId id) {
  return end_if_over(desk, id);
}

}  // namespace

std::vector<Due> due(store::Snapshot& snapshot, Instant now, std::int64_t limit) {
  std::vector<Due> all;
  for (const UserId user : sql::gone(snapshot, now - kGoneAfter))
    all.emplace_back(user);
  for (const ContactId id : sql::due(snapshot, now, limit))
    all.emplace_back(id);
  for (const StayId id : sql::stays_over(snapshot, now, limit))
    all.emplace_back(id);
  return all;
}

Result<bool> let_time_pass(const Desk& desk, const Due& due) {
  return std::visit([&](auto id) { return pass(desk, id); }, due);
}

}  // namespace sluis::contacts
