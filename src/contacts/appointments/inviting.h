// Mails to the guest of an appointment: that it is made, moved or cancelled, and the day before.
#pragma once

#include "contacts/appointments/appointments.h"

namespace sluis::contacts {

enum class Notice : std::uint8_t { booked, moved, cancelled, reminder };

inline constexpr std::chrono::hours kRemindedBefore{24};

// Nothing where mail is off, or the guest left no address. What waited about it before is taken
// back.
Result<void> notify(const Desk& desk, const Appointment& appointment, Notice notice);

// Appointments within a day whose guests were not reminded.
std::vector<AppointmentId> due_reminders(store::Snapshot& snapshot, Instant now,
                                         std::int64_t limit);
// False when it was done, moved or cancelled meanwhile.
Result<bool> remind(const Desk& desk, AppointmentId id);

}  // namespace sluis::contacts
