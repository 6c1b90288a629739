#include "contacts/appointments/store.h"

namespace sluis::contacts::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kFields =
    "id, version, way, state, team, agent, location, identity, contact_id, starts, ends, created";
constexpr std::string_view kFrom = " from contacts_appointments where ";

// Nobody is at two places at once.
constexpr Statement kInsert{
    "contacts.insert_appointment",
    "insert into contacts_appointments (id, version, way, state, team, agent, location, identity, "
    "contact_id, starts, ends, created) select cast($1 as bigint), cast($2 as bigint), "
    "cast($3 as text), cast($4 as text), cast($5 as bigint), cast($6 as bigint), "
    "cast($7 as bigint), cast($8 as bigint), cast($9 as bigint), cast($10 as bigint), "
    "cast($11 as bigint), cast($12 as bigint) where not exists (select 1 from "
    "contacts_appointments as a where a.agent = $6 and "
    "a.state in ('booked', 'confirmed') and a.starts < $11 and a.ends > $10)"};
constexpr Statement kMove{
    "contacts.move_appointment",
    "update contacts_appointments set state = $2, starts = $3, ends = $4 where id = $1 and "
    "not exists (select 1 from contacts_appointments as a where a.agent = "
    "contacts_appointments.agent and a.id <> $1 and a.state in ('booked', 'confirmed') and "
    "a.starts < $4 and a.ends > $3)"};
constexpr std::string_view kTakeIt =
    "update contacts_appointments set version = version + 1 where id = $1 returning ";
constexpr Statement kTake{"contacts.take_appointment", Joined<kTakeIt, kFields>::sql};
constexpr Statement kSetState{
    "contacts.set_appointment",
    "update contacts_appointments set state = $2, contact_id = $3 where id = $1"};
constexpr std::string_view kById = "id = $1";
constexpr Statement kAppointment{"contacts.appointment",
                                 Joined<kSelect, kFields, kFrom, kById>::sql};
constexpr std::string_view kByAgent = "agent = $1 and starts >= $2 order by starts, id limit $3";
constexpr std::string_view kByTeam = "team = $1 and starts >= $2 order by starts, id limit $3";
constexpr Statement kOfAgent{"contacts.agenda_of_agent",
                             Joined<kSelect, kFields, kFrom, kByAgent>::sql};
constexpr Statement kOfTeam{"contacts.agenda_of_team",
                            Joined<kSelect, kFields, kFrom, kByTeam>::sql};
constexpr Statement kTaken{
    "contacts.taken_time",
    "select a.agent, a.starts, a.ends from contacts_appointments as a "
    "join contacts_members as m on m.user_id = a.agent where m.team = $1 and "
    "a.state in ('booked', 'confirmed') and a.starts < $3 and a.ends > $2"};
constexpr Statement kDueCalls{
    "contacts.due_calls",
    "select id from contacts_appointments where way = 'call_back' and "
    "state in ('booked', 'confirmed') and starts <= $1 order by starts limit $2"};
constexpr Statement kDueReminders{
    "contacts.due_reminders",
    "select id from contacts_appointments where state in ('booked', 'confirmed') and starts > $1 "
    "and starts <= $2 and reminded <> starts order by starts limit $3"};
constexpr Statement kSetReminded{
    "contacts.set_reminded",
    "update contacts_appointments set reminded = starts where id = $1 and starts = $2 and "
    "reminded <> starts"};

constexpr Statement kGuest{
    "contacts.guest",
    "select name, email, phone, question from contacts_guests where appointment_id = $1"};
constexpr Statement kInsertGuest{
    "contacts.insert_guest",
    "insert into contacts_guests (appointment_id, name, email, phone, question) "
    "values ($1, $2, $3, $4, $5)"};
constexpr Statement kOfIdentity{
    "contacts.appointments_of",
    "select id from contacts_appointments where identity = $1 order by id"};
constexpr Statement kForgetGuests{"contacts.forget_guests",
                                  "delete from contacts_guests where appointment_id in "
                                  "(select id from contacts_appointments where identity = $1)"};
constexpr Statement kForgetOldGuests{"contacts.forget_old_guests",
                                     "delete from contacts_guests where appointment_id in "
                                     "(select id from contacts_appointments where starts < $1)"};
constexpr Statement kForgetWhose{
    "contacts.forget_appointments",
    "update contacts_appointments set identity = $2 where identity = $1"};

constexpr const Statement* kStatements[] = {
    &kInsert,          &kMove,         &kTake,        &kSetState,     &kAppointment, &kOfAgent,
    &kOfTeam,          &kTaken,        &kOfIdentity,  &kDueCalls,     &kGuest,       &kInsertGuest,
    &kForgetOldGuests, &kForgetGuests, &kForgetWhose, &kDueReminders, &kSetReminded};

}  // namespace

bool insert(Tx& tx, const Appointment& appointment) {
  return std::apply([&](const auto&... field) { return tx.change(kInsert, field...); },
                    tie_fields(appointment)) == 1;
}

bool move(Tx& tx, const Appointment& a) {
  return tx.change(kMove, a.id, a.state, a.starts, a.ends) == 1;
}

std::optional<Appointment> take(Tx& tx, AppointmentId id) {
  return tx.one<Appointment>(kTake, id);
}

void set_state(Tx& tx, const Appointment& a) {
  tx.change(kSetState, a.id, a.state, a.contact_id);
}

std::optional<Appointment> appointment(Snapshot& snapshot, AppointmentId id) {
  return snapshot.one<Appointment>(kAppointment, id);
}

Caller guest(Snapshot& snapshot, AppointmentId id) {
  return snapshot.one<Caller>(kGuest, id).value_or(Caller{});
}

void insert_guest(Tx& tx, AppointmentId id, const Caller& guest) {
  tx.change(kInsertGuest, id, guest.name, guest.email, guest.phone, guest.question);
}

std::vector<Appointment> agenda_of_agent(Snapshot& snapshot, UserId agent, Instant from,
                                         std::int64_t limit) {
  return snapshot.all<Appointment>(kOfAgent, agent, from, limit);
}

std::vector<Appointment> agenda_of_team(Snapshot& snapshot, TeamId team, Instant from,
                                        std::int64_t limit) {
  return snapshot.all<Appointment>(kOfTeam, team, from, limit);
}

std::vector<Taken> taken_time(Snapshot& snapshot, TeamId team, Instant from, Instant to) {
  return snapshot.all<Taken>(kTaken, team, from, to);
}

std::vector<AppointmentId> due_calls(Snapshot& snapshot, Instant now, std::int64_t limit) {
  return snapshot.all<AppointmentId>(kDueCalls, now, limit);
}

std::vector<AppointmentId> due_reminders(Snapshot& snapshot, Instant from, Instant to,
                                         std::int64_t limit) {
  return snapshot.all<AppointmentId>(kDueReminders, from, to, limit);
}

bool set_reminded(Tx& tx, const Appointment& a) {
  return tx.change(kSetReminded, a.id, a.starts) == 1;
}

std::vector<AppointmentId> appointments_of(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<AppointmentId>(kOfIdentity, identity);
}

std::int64_t forget_guests(Tx& tx, Instant before) {
  return tx.change(kForgetOldGuests, before);
}

void forget_guests(Tx& tx, IdentityId identity, IdentityId fresh) {
  tx.change(kForgetGuests, identity);
  tx.change(kForgetWhose, identity, fresh);
}

std::span<const Statement* const> appointment_statements() {
  return kStatements;
}

}  // namespace sluis::contacts::sql
