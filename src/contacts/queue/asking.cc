// Somebody asks for a contact.

#include <algorithm>

#include "contacts/queue/floor.h"
#include "contacts/queue/routing.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"

namespace sluis::contacts {
namespace {

constexpr std::chrono::minutes kWantedFor{2};

template <class T>
bool among(const std::vector<T>& all, const T& one) {
  return std::ranges::find(all, one) != all.end();
}

bool understands(const Team& team, const std::optional<Tongue>& language) {
  return !language || team.languages.empty() || among(team.languages, *language);
}

// A team of a store is there for those who stand in it.
bool suits(const Team& team, const ContactDraft& draft) {
  const bool skilled = !draft.skill || among(team.skills, *draft.skill);
  return team.active && !team.location && skilled && understands(team, draft.language);
}

bool asks_in_store(const ContactDraft& draft) {
  return draft.kind == Kind::store_request && draft.location && !draft.team;
}

// Those who may get it, the best first: the team that was asked for and whom it overflows to, who
// answers in that store, else every team that suits.
Result<std::vector<Team>> candidates(const Desk& desk, const ContactDraft& draft) {
  std::vector<Team> all;
  if (draft.team) {
    all.push_back(TRY(team(desk.tx, *draft.team)));
    if (!all.front().active) return refuse(ContactRefusal::team_unknown);
    if (all.front().overflow_to) all.push_back(team_of(desk.tx, *all.front().overflow_to));
    return all;
  }
  if (asks_in_store(draft)) {
    all = answering_in(desk.tx, *draft.location, draft.language, desk.actor.now);
    if (all.empty()) return refuse(ContactRefusal::nobody_there);
    return all;
  }
  for (Team& one : sql::teams(desk.tx))
    if (suits(one, draft)) all.push_back(std::move(one));
  if (all.empty()) return refuse(ContactRefusal::no_team);
  return all;
}

// The first that is open; what is to be called back may wait until one opens.
Result<Team> team_for(const Desk& desk, const ContactDraft& draft) {
  const std::vector<Team> all = TRY(candidates(desk, draft));
  std::optional<Instant> first;
  for (const Team& one : all) {
    const auto opens = opens_at(desk.tx, one, desk.actor.now);
    if (opens && *opens <= desk.actor.now) return one;
    if (opens && (!first || *opens < *first)) first = opens;
  }
  if (draft.kind == Kind::call_back) return all.front();
  return refuse(ContactRefusal::team_closed, first ? to_string(*first) : "?");
}

Result<std::optional<IdentityId>> identity_of(const Desk& desk, const ContactDraft& draft) {
  if (draft.identity) return draft.identity;
  if (draft.email && !draft.email->text.empty()) {
    return TRY(consent::remember_identity(desk.tx, identities::Kind::email, draft.email->text,
                                          desk.actor.now));
  }
  if (draft.phone && !draft.phone->text.empty()) {
    return TRY(consent::remember_identity(desk.tx, identities::Kind::phone, draft.phone->text,
                                          desk.actor.now));
  }
  return std::nullopt;
}

Caller caller_of(const ContactDraft& draft) {
  Caller caller;
  if (draft.name) caller.name = *draft.name;
  if (draft.email) caller.email = *draft.email;
  if (draft.phone) caller.phone = *draft.phone;
  if (draft.question) caller.question = *draft.question;
  return caller;
}

Contact drawn_up(const Desk& desk, const Team& team, const ContactDraft& draft) {
  Contact contact{.id = desk.actor.ids.next<ContactId>(),
                  .version = 1,
                  .kind = draft.kind,
                  .team = team.id,
                  .channel = team.channel,
                  .skill = draft.skill,
                  .language = draft.language,
                  .location = draft.location,
                  .worth = draft.worth.value_or(Worth{}),
                  .created = desk.actor.now};
  // Who is not in the store cannot come over: they write.
  if (asks_in_store(draft) && team.location != draft.location) contact.kind = Kind::chat;
  contact.rank = rank_of(contact.created, contact.worth);
  contact.due = desk.actor.now + std::chrono::seconds(team.overflow_s.number);
  return contact;
}

// The one who is wanted gets it if they are there; nobody waits for who is away.
void want(const Desk& desk, Contact& contact, UserId user) {
  const auto wanted = sql::agent(desk.tx, user);
  if (!wanted || wanted->presence != Presence::online) return;
  contact.wanted = user;
  contact.wanted_until = desk.actor.now + kWantedFor;
  contact.due = contact.wanted_until;
}

// The team in which somebody gets it: the one it is in if they are there too.
TeamId team_with(const Desk& desk, UserId user, TeamId now) {
  const auto teams = sql::teams_of(desk.tx, user);
  return teams.empty() || among(teams, now) ? now : teams.front();
}

Result<void> check_agent(store::Snapshot& snapshot, UserId user) {
  if (!sql::agent(snapshot, user)) return refuse(ContactRefusal::agent_unknown);
  return {};
}

}  // namespace

std::vector<Team> answering_in(store::Snapshot& snapshot, LocationId store,
                               const std::optional<Tongue>& language, Instant now) {
  std::vector<Team> all = sql::teams(snapshot);
  std::erase_if(all, [&](const Team& team) {
    const bool elsewhere = team.location && team.location != store;
    if (!team.active || elsewhere || !understands(team, language)) return true;
    const auto opens = opens_at(snapshot, team, now);
    return !opens || *opens > now || sql::room(snapshot, team.id).agents == 0;
  });
  std::ranges::sort(
      all, {}, [&](const Team& team) { return std::pair(team.location != store, team.code.text); });
  return all;
}

Result<Contact> ask(const Desk& desk, const ContactDraft& draft) {
  sql::take_floor(desk.tx);
  const Team team = TRY(team_for(desk, draft));
  const sql::Place last{.rank = std::numeric_limits<std::int64_t>::max(), .id = {}};
  if (sql::waiting_before(desk.tx, team.id, last) >= team.waiting_most.number) {
    return std::unexpected(Refusal(kind_of(ContactRefusal::team_full), team.name.text).after(60));
  }
  if (draft.wanted) TRY_VOID(check_agent(desk.tx, *draft.wanted));
  Contact contact = drawn_up(desk, team, draft);
  contact.identity = TRY(identity_of(desk, draft));
  if (draft.wanted) want(desk, contact, *draft.wanted);
  sql::insert(desk.tx, contact);
  sql::insert(desk.tx, contact.id, caller_of(draft));
  tell(desk, contact, {.what = "asked"});
  route(desk, std::array{contact.team});
  return *sql::contact(desk.tx, contact.id);
}

Result<Contact> hand_on(const Desk& desk, const Sight& sight, ContactId id, const HandOn& to) {
  Contact contact = TRY(taken(desk, id, Act::hand_on));
  if (!sees(desk.tx, sight, contact)) return refuse(ContactRefusal::contact_unknown);
  const TeamId from = contact.team;
  const auto before = contact.agent;
  if (to.team && !TRY(team(desk.tx, *to.team)).active) return refuse(ContactRefusal::team_unknown);
  if (to.agent) TRY_VOID(check_agent(desk.tx, *to.agent));
  if (to.team) contact.team = *to.team;
  if (to.agent) {
    if (!to.team) contact.team = team_with(desk, *to.agent, contact.team);
    want(desk, contact, *to.agent);
    if (!contact.wanted) return refuse(ContactRefusal::agent_not_there);
  }
  if (before && before != to.agent) contact.declined.push_back(*before);
  if (to.agent) std::erase(contact.declined, *to.agent);
  put_in_line(desk, contact);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "handed_on", .from = from, .note = to.note.value_or(Prose<2000>{})});
  route_for(desk, before, contact.team);
  return *sql::contact(desk.tx, id);
}

}  // namespace sluis::contacts
