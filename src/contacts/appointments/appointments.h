// Appointments: somebody is called back, received in a store or visited, by one person at one time.
// A call that is due joins the queue for the person who promised it.
#pragma once

#include "contacts/contacts.h"

namespace sluis::contacts {

struct AppointmentIdTag {
  static constexpr std::string_view prefix = "apt";
};
using AppointmentId = Id<AppointmentIdTag>;

enum class Way : std::uint8_t { call_back, video, store, visit };
BOOST_DESCRIBE_ENUM(Way, call_back, video, store, visit)

// Booked by the customer or for them; confirmed by who is to keep it. Called: it joined the queue.
enum class Booking : std::uint8_t { booked, confirmed, called, kept, no_show, cancelled };
BOOST_DESCRIBE_ENUM(Booking, booked, confirmed, called, kept, no_show, cancelled)
enum class Step : std::uint8_t { confirm, move, call, keep, miss, cancel };
BOOST_DESCRIBE_ENUM(Step, confirm, move, call, keep, miss, cancel)
struct BookingMove {
  Booking from;
  Step step;
  Booking to;
};
std::span<const BookingMove> booking_moves();
std::optional<Booking> after(Booking from, Step step);
// It takes the time of its agent.
bool holds_time(Booking state);

enum class AppointmentRefusal : std::uint8_t {
  appointment_unknown,
  appointment_step_not_allowed,
  appointment_taken,
  appointment_past,
  appointment_too_far,
};
BOOST_DESCRIBE_ENUM(AppointmentRefusal, appointment_unknown, appointment_step_not_allowed,
                    appointment_taken, appointment_past, appointment_too_far)
const RefusalKind& kind_of(AppointmentRefusal refusal);

struct Appointment {
  AppointmentId id;
  std::int64_t version = 0;
  Way way = Way::call_back;
  Booking state = Booking::booked;
  TeamId team;
  UserId agent;
  std::optional<LocationId> location;
  std::optional<IdentityId> identity;
  std::optional<ContactId> contact_id;  // from which it came, or which it became
  Instant starts;
  Instant ends;
  Instant created;
  bool operator==(const Appointment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Appointment, (),
                      (id, version, way, state, team, agent, location, identity, contact_id, starts,
                       ends, created))
struct AppointmentView : Appointment {
  Caller guest;
};
BOOST_DESCRIBE_STRUCT(AppointmentView, (Appointment), (guest))

using Minutes = Whole<5, 480>;

// When somebody of the team has time, in steps of the length that is asked for.
struct Slot {
  Instant starts;
  std::int64_t agents = 0;  // who have time then
};
BOOST_DESCRIBE_STRUCT(Slot, (), (starts, agents))
struct SlotQuery {
  TeamId team;
  std::optional<UserId> agent;  // only of this one
  std::optional<Instant> from;  // else now
  Minutes minutes{30};
};
// Within two weeks, at most a hundred.
Result<std::vector<Slot>> slots(store::Snapshot& snapshot, const SlotQuery& query, Instant now);

struct AppointmentDraft {
  Way way = Way::call_back;
  TeamId team;
  Instant starts;
  std::optional<Minutes> minutes;  // else 30
  std::optional<UserId> agent;     // else who has the least to do that day
  std::optional<LocationId> location;
  std::optional<ContactId> contact;  // whose customer it is with
  std::optional<Line<0, 200>> name;
  std::optional<Line<0, 254>> email;
  std::optional<Line<0, 40>> phone;
  std::optional<Prose<2000>> question;
};
BOOST_DESCRIBE_STRUCT(AppointmentDraft, (),
                      (way, team, starts, minutes, agent, location, contact, name, email, phone,
                       question))
Result<Appointment> book(const Desk& desk, const AppointmentDraft& draft);
// Confirm, keep, miss or cancel.
Result<Appointment> settle(const Desk& desk, const Sight& sight, AppointmentId id, Step step);
Result<Appointment> move(const Desk& desk, const Sight& sight, AppointmentId id, Instant starts);
// From a moment on, of an agent or a team, or of all that one sees.
struct Agenda {
  std::optional<TeamId> team;
  std::optional<UserId> agent;
  Instant from;
  std::int64_t limit = 100;
};
std::vector<AppointmentView> agenda(store::Snapshot& snapshot, const Sight& sight,
                                    const Agenda& query);
Result<AppointmentView> appointment(store::Snapshot& snapshot, const Sight& sight,
                                    AppointmentId id);

// Calls that were promised for now join the queue.
std::vector<AppointmentId> due_calls(store::Snapshot& snapshot, Instant now, std::int64_t limit);
Result<bool> call_now(const Desk& desk, AppointmentId id);

}  // namespace sluis::contacts
