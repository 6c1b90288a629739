// The SQL of appointments. What takes somebody's time is one guarded statement.
#pragma once

#include "contacts/appointments/appointments.h"

namespace sluis::contacts::sql {

// False when the agent has no time then.
bool insert(store::Tx& tx, const Appointment& appointment);
bool move(store::Tx& tx, const Appointment& appointment);
std::optional<Appointment> take(store::Tx& tx, AppointmentId id);
void set_state(store::Tx& tx, const Appointment& appointment);
std::optional<Appointment> appointment(store::Snapshot& snapshot, AppointmentId id);
Caller guest(store::Snapshot& snapshot, AppointmentId id);
void insert_guest(store::Tx& tx, AppointmentId id, const Caller& guest);

std::vector<Appointment> agenda_of_agent(store::Snapshot& snapshot, UserId agent, Instant from,
                                         std::int64_t limit);
std::vector<Appointment> agenda_of_team(store::Snapshot& snapshot, TeamId team, Instant from,
                                        std::int64_t limit);
// What takes time of the people of a team in a period, in whichever team.
struct Taken {
  UserId agent;
  Instant starts;
  Instant ends;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (agent, starts, ends))
std::vector<Taken> taken_time(store::Snapshot& snapshot, TeamId team, Instant from, Instant to);
std::vector<AppointmentId> due_calls(store::Snapshot& snapshot, Instant now, std::int64_t limit);
// Those that begin after a moment and not after another, and whose guests were not reminded.
std::vector<AppointmentId> due_reminders(store::Snapshot& snapshot, Instant from, Instant to,
                                         std::int64_t limit);
// False when that was done for this beginning.
bool set_reminded(store::Tx& tx, const Appointment& appointment);

std::vector<AppointmentId> appointments_of(store::Snapshot& snapshot, IdentityId identity);
// Of appointments that began before a moment; how many.
std::int64_t forget_guests(store::Tx& tx, Instant before);
void forget_guests(store::Tx& tx, IdentityId identity, IdentityId fresh);

std::span<const store::Statement* const> appointment_statements();

}  // namespace sluis::contacts::sql
