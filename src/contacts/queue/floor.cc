#include "contacts/queue/floor.h"

#include <algorithm>

#include "contacts/store.h"
#include "contacts/teams/store.h"
#include "kernel/assert.h"
#include "platform/secrets/secrets.h"

namespace sluis::contacts {
namespace {

constexpr std::int64_t kPage = 200;
constexpr std::int64_t kRemembered = 8;  // contacts over which the handling time is an average

Free as_free(const Agent& agent, TeamId team) {
  return {.user = agent.user_id,
          .teams = {team},
          .skills = agent.skills,
          .languages = agent.languages,
          .takes_calls = agent.takes_calls,
          .calls = agent.calls,
          .chats = agent.chats,
          .chats_most = agent.chats_most.number,
          .freed = agent.freed};
}

std::vector<Free> free_in(store::Tx& tx, std::span<const TeamId> teams) {
  std::vector<Free> all;
  for (const TeamId team : teams) {
    for (const Agent& agent : sql::free_agents(tx, team)) {
      const auto known = std::ranges::find(all, agent.user_id, &Free::user);
      if (known == all.end()) {
        all.push_back(as_free(agent, team));
      } else {
        known->teams.push_back(team);
      }
    }
  }
  return all;
}

// The line of several teams as one, a piece at a time: up to where each of them is known.
class MergedLine {
 public:
  MergedLine(store::Tx& tx, std::span<const TeamId> teams) : tx_(tx), teams_(teams) {}

  std::vector<Asked> next() {
    std::vector<sql::WaitingRow> rows;
    std::optional<sql::Place> known_to;
    for (const TeamId team : teams_) {
      const auto some = sql::waiting(tx_, team, behind_, kPage);
      if (std::cmp_equal(some.size(), kPage)) {
        const sql::Place last{some.back().rank, some.back().id};
        known_to = known_to ? std::min(*known_to, last) : last;
      }
      rows.insert(rows.end(), some.begin(), some.end());
    }
    const auto place = [](const sql::WaitingRow& row) { return sql::Place{row.rank, row.id}; };
    std::erase_if(rows, [&](const auto& row) { return known_to && place(row) > *known_to; });
    std::ranges::sort(rows, {}, place);
    if (!rows.empty()) behind_ = place(rows.back());
    ended_ = !known_to;
    std::vector<Asked> asked;
    for (sql::WaitingRow& row : rows) {
      asked.push_back({row.id, row.kind, row.team, row.rank, row.skill, row.language, row.wanted,
                       std::move(row.declined)});
    }
    return asked;
  }
  bool ended() const { return ended_; }

 private:
  store::Tx& tx_;
  const std::span<const TeamId> teams_;
  sql::Place behind_;
  bool ended_ = false;
};

void offer(const Desk& desk, ContactId id, UserId user) {
  Contact contact = *sql::take(desk.tx, id);
  if (!sql::take_room(desk.tx, user, contact.kind)) {
    throw store::Error(store::Failure::contended, "somebody else took that room");
  }
  contact.state = *after(contact.state, Act::offer);
  contact.agent = user;
  contact.offered = desk.actor.now;
  contact.due =
      desk.actor.now + std::chrono::seconds(team_of(desk.tx, contact.team).accept_s.number);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "offered"});
}

// Moves with each contact, so that what waits is told how long it takes lately.
void learn_handling(const Desk& desk, const Contact& contact) {
  const std::int64_t before = team_of(desk.tx, contact.team).handling_s.number;
  const std::int64_t after = (before * (kRemembered - 1) + contact.handled_s) / kRemembered;
  sql::set_handling(desk.tx, contact.team, {std::clamp<std::int64_t>(after, 1, 86'400)});
}

}  // namespace

std::string hash_of(std::string_view token) {
  return secrets::hex(secrets::sha256(token));
}

Team team_of(store::Snapshot& snapshot, TeamId id) {
  auto found = sql::team(snapshot, id);
  SLUIS_ASSERT(found.has_value());
  return *std::move(found);
}

Result<Contact> taken(const Desk& desk, ContactId id, Act act) {
  sql::take_floor(desk.tx);
  auto contact = sql::take(desk.tx, id);
  if (!contact) return refuse(ContactRefusal::contact_unknown);
  const auto to = after(contact->state, act);
  if (!to) return refuse(ContactRefusal::act_not_allowed, enum_name(contact->state));
  contact->state = *to;
  return *std::move(contact);
}

Result<Contact> taken_by(const Desk& desk, UserId user, ContactId id, Act act) {
  Contact contact = TRY(taken(desk, id, act));
  if (contact.agent != user) return refuse(ContactRefusal::contact_not_yours);
  return contact;
}

void put_in_line(const Desk& desk, Contact& contact) {
  let_go(desk, contact);
  contact.agent.reset();
  contact.offered.reset();
  const Team team = team_of(desk.tx, contact.team);
  contact.channel = team.channel;
  contact.due =
      contact.wanted_until.value_or(desk.actor.now + std::chrono::seconds(team.overflow_s.number));
}

void begin_handling(const Desk& desk, Contact& contact, UserId user) {
  contact.agent = user;
  contact.wanted.reset();
  contact.wanted_until.reset();
  contact.handled_from = desk.actor.now;
  contact.due.reset();
  if (contact.answered) return;
  contact.answered = desk.actor.now;
  contact.waited_s = (desk.actor.now - contact.created) / std::chrono::seconds(1);
}

void let_go(const Desk& desk, Contact& contact) {
  if (!contact.agent) return;
  sql::give_room(desk.tx, *contact.agent, contact.kind, desk.actor.now);
  if (contact.handled_from) {
    contact.handled_s += (desk.actor.now - *contact.handled_from) / std::chrono::seconds(1);
  }
  contact.handled_from.reset();
}

void begin_wrap_up(const Desk& desk, Contact& contact) {
  contact.ended = desk.actor.now;
  contact.due =
      desk.actor.now + std::chrono::seconds(team_of(desk.tx, contact.team).wrap_up_s.number);
}

void close(const Desk& desk, Contact& contact) {
  let_go(desk, contact);
  contact.due.reset();
  if (!contact.ended) contact.ended = desk.actor.now;
  if (contact.answered) {
    learn_handling(desk, contact);
  } else {
    contact.agent.reset();
    contact.waited_s = (desk.actor.now - contact.created) / std::chrono::seconds(1);
  }
  report(desk, contact);
}

void route(const Desk& desk, std::span<const TeamId> teams) {
  std::vector<Free> agents = free_in(desk.tx, teams);
  MergedLine line(desk.tx, teams);
  while (!agents.empty() && !line.ended()) {
    const std::vector<Asked> asked = line.next();
    for (const Match& one : match(asked, agents))
      offer(desk, asked[one.asked].id, one.user);
    std::erase_if(agents, [](const Free& agent) {
      return agent.calls > 0 || (agent.chats >= agent.chats_most && agent.chats > 0);
    });
  }
}

void route_for(const Desk& desk, std::optional<UserId> user, TeamId team) {
  std::vector<TeamId> teams = {team};
  if (user) teams = sql::teams_of(desk.tx, *user);
  if (std::ranges::find(teams, team) == teams.end()) teams.push_back(team);
  route(desk, teams);
}

}  // namespace sluis::contacts
