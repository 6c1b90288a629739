#include "contacts/store.h"

#include <limits>

#include "contacts/appointments/store.h"
#include "contacts/chat/store.h"
#include "contacts/instore/store_stays.h"
#include "contacts/teams/store.h"
#include "contacts/telephone/store.h"
#include "kernel/assert.h"

namespace sluis::contacts::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kTakeFloor{"contacts.take_floor",
                               "update contacts_floor set turn = turn + 1 where id = 1"};

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kFields =
    "id, version, kind, state, team, channel, skill, language, identity, location, agent, wanted, "
    "wanted_until, declined, worth, created, rank, offered, answered, ended, due, waited_s, "
    "handled_s, handled_from, outcome, order_reference, messages";
constexpr std::string_view kFromOne = " from contacts_contacts where id = $1";
constexpr Statement kContact{"contacts.contact", Joined<kSelect, kFields, kFromOne>::sql};
constexpr std::string_view kTakeIt =
    "update contacts_contacts set version = version + 1 where id = $1 returning ";
constexpr Statement kTake{"contacts.take", Joined<kTakeIt, kFields>::sql};
constexpr Statement kSettle{
    "contacts.settle",
    "update contacts_contacts set state = $3, team = $4, channel = $5, identity = $6, agent = $7, "
    "wanted = $8, wanted_until = $9, declined = $10, rank = $11, offered = $12, answered = $13, "
    "ended = $14, due = $15, waited_s = $16, handled_s = $17, handled_from = $18, outcome = $19, "
    "order_reference = $20 where id = $1 and version = $2"};
constexpr std::string_view kInsertInto = "insert into contacts_contacts (";
constexpr std::string_view kValues27 =
    ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
    "$19, $20, $21, $22, $23, $24, $25, $26, $27)";
constexpr Statement kInsert{"contacts.insert", Joined<kInsertInto, kFields, kValues27>::sql};

constexpr Statement kCaller{
    "contacts.caller",
    "select name, email, phone, question from contacts_callers where contact_id = $1"};
constexpr Statement kInsertCaller{
    "contacts.insert_caller",
    "insert into contacts_callers (contact_id, name, email, phone, question) "
    "values ($1, $2, $3, $4, $5)"};
constexpr Statement kInsertNote{
    "contacts.insert_note",
    "insert into contacts_timeline (contact_id, id, moment, actor, what, agent, team, note) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kTimeline{
    "contacts.timeline",
    "select contact_id, id, moment, actor, what, agent, team, note from contacts_timeline "
    "where contact_id = $1 order by id"};

constexpr std::string_view kListed =
    ", coalesce(nullif(c.name, ''), nullif(c.email, ''), c.phone, '') as caller "
    "from contacts_contacts left join contacts_callers as c on c.contact_id = contacts_contacts.id "
    "where ";
// $1: a state or empty; $2 and $3: a team and an agent, or 0; before $4; $5 rows.
constexpr std::string_view kWanted =
    "(state = $1 or $1 = '') and (team = $2 or $2 = 0) and (agent = $3 or $3 = 0) and id < $4 "
    "order by id desc limit $5";
constexpr std::string_view kOfTeam = "team = $2 and ";
constexpr std::string_view kOfAgent = "agent = $3 and ";
constexpr std::string_view kOfIdentity = "identity = $6 and ";
constexpr Statement kList{"contacts.list", Joined<kSelect, kFields, kListed, kWanted>::sql};
constexpr Statement kListTeam{"contacts.list_team",
                              Joined<kSelect, kFields, kListed, kOfTeam, kWanted>::sql};
constexpr Statement kListAgent{"contacts.list_agent",
                               Joined<kSelect, kFields, kListed, kOfAgent, kWanted>::sql};
constexpr Statement kListIdentity{"contacts.list_identity",
                                  Joined<kSelect, kFields, kListed, kOfIdentity, kWanted>::sql};
constexpr std::string_view kHeld =
    "agent = $1 and state in ('offered', 'active', 'wrap_up') order by id";
constexpr Statement kHeldBy{"contacts.held_by", Joined<kSelect, kFields, kListed, kHeld>::sql};
constexpr std::string_view kInLine = "team = $1 and state = 'waiting' order by rank, id limit $2";
constexpr Statement kLineOf{"contacts.line_of", Joined<kSelect, kFields, kListed, kInLine>::sql};

constexpr Statement kWaiting{
    "contacts.waiting",
    "select id, kind, team, rank, skill, language, wanted, declined from contacts_contacts "
    "where team = $1 and state = 'waiting' and kind <> 'telephone' "
    "and (rank > $2 or (rank = $2 and id > $3)) "
    "order by rank, id limit $4"};
constexpr Statement kWaitingBefore{
    "contacts.waiting_before",
    "select count(*) from contacts_contacts where team = $1 and state = 'waiting' "
    "and kind <> 'telephone' and (rank < $2 or (rank = $2 and id < $3))"};
constexpr Statement kDue{
    "contacts.due",
    "select id from contacts_contacts where due is not null and due <= $1 order by due limit $2"};
constexpr Statement kHeldIds{"contacts.held_ids",
                             "select id from contacts_contacts where agent = $1 "
                             "and state in ('offered', 'active', 'wrap_up') order by id"};

constexpr Statement kContactsOf{"contacts.contacts_of",
                                "select id from contacts_contacts where identity = $1"};
constexpr Statement kForgetIdentity{
    "contacts.forget_identity", "update contacts_contacts set identity = $2 where identity = $1"};
constexpr Statement kKnownBefore{
    "contacts.known_before",
    "select c.id from contacts_contacts as c where c.created < $1 and "
    "c.state in ('ended', 'abandoned', 'missed') and exists (select 1 from contacts_callers as k "
    "where k.contact_id = c.id) order by c.created limit $2"};
constexpr Statement kForgetCaller{"contacts.forget_caller",
                                  "delete from contacts_callers where contact_id = $1"};
constexpr Statement kForgetNotes{"contacts.forget_notes",
                                 "update contacts_timeline set note = '' where contact_id = $1"};

constexpr Statement kTallies{
    "contacts.tallies",
    "select c.team, count(*) as contacts, count(c.answered) as answered, "
    "count(*) filter (where c.answered is not null and c.waited_s <= t.answer_s) as in_time, "
    "count(*) filter (where c.state in ('abandoned', 'missed')) as abandoned, "
    "cast(coalesce(sum(c.waited_s) filter (where c.answered is not null), 0) as bigint) as "
    "waited_s, "
    "cast(coalesce(sum(c.handled_s) filter (where c.state = 'ended'), 0) as bigint) as handled_s, "
    "count(*) filter (where c.state = 'ended') as ended "
    "from contacts_contacts as c join contacts_teams as t on t.id = c.team "
    "where c.created >= $1 group by c.team"};
constexpr Statement kStanding{
    "contacts.standing",
    "select team, state, count(*) as contacts, min(created) as oldest from contacts_contacts "
    "where state in ('waiting', 'offered', 'active', 'wrap_up') group by team, state"};

constexpr const Statement* kStatements[] = {
    &kTakeFloor,    &kContact,    &kTake,           &kSettle,      &kInsert,        &kCaller,
    &kInsertCaller, &kInsertNote, &kTimeline,       &kList,        &kListTeam,      &kListAgent,
    &kListIdentity, &kHeldBy,     &kLineOf,         &kWaiting,     &kWaitingBefore, &kDue,
    &kHeldIds,      &kContactsOf, &kForgetIdentity, &kKnownBefore, &kForgetCaller,  &kForgetNotes,
    &kTallies,      &kStanding};

template <class T>
void insert_fields(Tx& tx, const Statement& statement, const T& value) {
  std::apply([&](const auto&... field) { tx.change(statement, field...); }, tie_fields(value));
}

std::int64_t number_or_zero(const auto& id) {
  return id ? id->number() : 0;
}

}  // namespace

void take_floor(Tx& tx) {
  const auto taken = tx.change(kTakeFloor);
  SLUIS_ASSERT(taken == 1);
}

std::optional<Contact> contact(Snapshot& snapshot, ContactId id) {
  return snapshot.one<Contact>(kContact, id);
}

std::optional<Contact> take(Tx& tx, ContactId id) {
  return tx.one<Contact>(kTake, id);
}

void settle(Tx& tx, const Contact& c) {
  const auto changed =
      tx.change(kSettle, c.id, c.version, c.state, c.team, c.channel, c.identity, c.agent, c.wanted,
                c.wanted_until, c.declined, c.rank, c.offered, c.answered, c.ended, c.due,
                c.waited_s, c.handled_s, c.handled_from, c.outcome, c.order_reference);
  SLUIS_ASSERT(changed == 1);
}

void insert(Tx& tx, const Contact& contact) {
  insert_fields(tx, kInsert, contact);
}

Caller caller(Snapshot& snapshot, ContactId id) {
  return snapshot.one<Caller>(kCaller, id).value_or(Caller{});
}

void insert(Tx& tx, ContactId id, const Caller& caller) {
  tx.change(kInsertCaller, id, caller.name, caller.email, caller.phone, caller.question);
}

void insert(Tx& tx, const Note& note) {
  insert_fields(tx, kInsertNote, note);
}

std::vector<Note> timeline(Snapshot& snapshot, ContactId id) {
  return snapshot.all<Note>(kTimeline, id);
}

std::vector<Listed> list(Snapshot& snapshot, const Query& query,
                         std::optional<IdentityId> identity) {
  const std::string state = query.state ? std::string(enum_name(*query.state)) : std::string();
  const std::int64_t before =
      query.before ? query.before->number() : std::numeric_limits<std::int64_t>::max();
  const auto ask = [&](const Statement& statement, const auto&... more) {
    return snapshot.all<Listed>(statement, state, number_or_zero(query.team),
                                number_or_zero(query.agent), before, query.limit + 1, more...);
  };
  if (identity) return ask(kListIdentity, *identity);
  if (query.agent) return ask(kListAgent);
  return ask(query.team ? kListTeam : kList);
}

std::vector<Listed> held_by(Snapshot& snapshot, UserId user) {
  return snapshot.all<Listed>(kHeldBy, user);
}

std::vector<Listed> line_of(Snapshot& snapshot, TeamId team, std::int64_t limit) {
  return snapshot.all<Listed>(kLineOf, team, limit);
}

std::vector<WaitingRow> waiting(Snapshot& snapshot, TeamId team, const Place& after,
                                std::int64_t limit) {
  return snapshot.all<WaitingRow>(kWaiting, team, after.rank, after.id, limit);
}

std::int64_t waiting_before(Snapshot& snapshot, TeamId team, const Place& place) {
  return snapshot.one<std::int64_t>(kWaitingBefore, team, place.rank, place.id).value_or(0);
}

std::vector<ContactId> due(Snapshot& snapshot, Instant now, std::int64_t limit) {
  return snapshot.all<ContactId>(kDue, now, limit);
}

std::vector<ContactId> contacts_held(Snapshot& snapshot, UserId user) {
  return snapshot.all<ContactId>(kHeldIds, user);
}

std::vector<ContactId> contacts_of(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<ContactId>(kContactsOf, identity);
}

std::vector<ContactId> known_before(Snapshot& snapshot, Instant before, std::int64_t limit) {
  return snapshot.all<ContactId>(kKnownBefore, before, limit);
}

void forget_caller(Tx& tx, ContactId id) {
  tx.change(kForgetCaller, id);
}

void forget_notes(Tx& tx, ContactId id) {
  tx.change(kForgetNotes, id);
}

void forget_identity(Tx& tx, IdentityId identity, IdentityId fresh) {
  tx.change(kForgetIdentity, identity, fresh);
}

std::vector<Tally> tallies(Snapshot& snapshot, Instant from) {
  return snapshot.all<Tally>(kTallies, from);
}

std::vector<Standing> standing(Snapshot& snapshot) {
  return snapshot.all<Standing>(kStanding);
}

std::span<const Statement* const> contact_statements() {
  return kStatements;
}

std::span<const Statement* const> statements() {
  static const std::vector<const Statement*> all = [] {
    std::vector<const Statement*> all;
    for (const auto some : {contact_statements(), team_statements(), chat_statements(),
                            telephone_statements(), appointment_statements(), stay_statements()})
      all.insert(all.end(), some.begin(), some.end());
    return all;
  }();
  return all;
}

}  // namespace sluis::contacts::sql
