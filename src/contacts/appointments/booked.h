// The appointment as the customer sees it who has the link from a mail: they move or cancel it
// until it begins, and see nothing else.
#pragma once

#include "contacts/appointments/appointments.h"

namespace sluis::contacts {

enum class BookedRefusal : std::uint8_t { appointment_link_unknown };
BOOST_DESCRIBE_ENUM(BookedRefusal, appointment_link_unknown)
const RefusalKind& kind_of(BookedRefusal refusal);

// The number of the appointment, signed by this store. The same each time, so that a reminder has
// it too.
std::string link_of(store::Tx& tx, AppointmentId id);
// Refuses appointment_link_unknown for one that was not made here.
Result<Appointment> appointment_of_link(store::Snapshot& snapshot, std::string_view link);

struct BookedView {
  Way way = Way::call_back;
  Booking state = Booking::booked;
  Instant starts;
  Instant ends;
  std::string zone;  // by whose clocks: of the company
  std::string agent;
  std::optional<std::string> location;
  bool open = false;  // it can be moved and cancelled
};
BOOST_DESCRIBE_STRUCT(BookedView, (), (way, state, starts, ends, zone, agent, location, open))
BookedView view_of(store::Snapshot& snapshot, const Appointment& appointment, Instant now);

// When the same person has as much time.
Result<std::vector<Slot>> other_times(store::Snapshot& snapshot, const Appointment& appointment,
                                      Instant now);
// Both refuse appointment_past once it has begun.
Result<Appointment> move_booked(const Desk& desk, std::string_view link, Instant starts);
Result<Appointment> cancel_booked(const Desk& desk, std::string_view link);

}  // namespace sluis::contacts
