#include "contacts/appointments/booked.h"

#include "company/company.h"
#include "contacts/appointments/store.h"
#include "platform/secrets/secrets.h"
#include "stock/stock.h"

namespace sluis::contacts {
namespace {

constexpr RefusalKind kLinkUnknown{
    "appointment_link_unknown", Category::not_found, Retry::useless,
    Text{"There is no appointment behind this link. Use the whole link of the mail.",
         "Achter deze link staat geen afspraak. Gebruik de hele link uit de mail."}};

constexpr std::size_t kDigits = 13;     // of a number
constexpr std::size_t kSignature = 32;  // hexadecimal digits: 128 bits

std::string signature(const identities::Pepper& pepper, std::string_view digits) {
  const std::string_view key(reinterpret_cast<const char*>(pepper.key.data()), pepper.key.size());
  return secrets::hex(secrets::keyed_hash(key, "appointment " + std::string(digits)))
      .substr(0, kSignature);
}

bool is_open(const Appointment& appointment, Instant now) {
  return holds_time(appointment.state) && now < appointment.starts;
}

constexpr Sight kTheirOwn{.everything = true};

Result<Appointment> open_appointment(const Desk& desk, std::string_view link) {
  Appointment found = TRY(appointment_of_link(desk.tx, link));
  if (found.starts <= desk.actor.now) return refuse(AppointmentRefusal::appointment_past);
  return found;
}

}  // namespace

const RefusalKind& kind_of(BookedRefusal refusal) {
  switch (refusal) {
    case BookedRefusal::appointment_link_unknown:
      return kLinkUnknown;
  }
  __builtin_unreachable();
}

std::string link_of(store::Tx& tx, AppointmentId id) {
  const std::string digits = id_digits(id.number());
  return digits + signature(identities::pepper(tx), digits);
}

Result<Appointment> appointment_of_link(store::Snapshot& snapshot, std::string_view link) {
  const auto pepper = identities::pepper(snapshot);
  if (!pepper || link.size() != kDigits + kSignature)
    return refuse(BookedRefusal::appointment_link_unknown);
  const std::string_view digits = link.substr(0, kDigits);
  const auto number = parse_id_digits(digits);
  if (!number || !secrets::equal(signature(*pepper, digits), link.substr(kDigits)))
    return refuse(BookedRefusal::appointment_link_unknown);
  const auto found = sql::appointment(snapshot, AppointmentId(*number));
  if (!found) return refuse(BookedRefusal::appointment_link_unknown);
  return *found;
}

BookedView view_of(store::Snapshot& snapshot, const Appointment& appointment, Instant now) {
  BookedView view{.way = appointment.way,
                  .state = appointment.state,
                  .starts = appointment.starts,
                  .ends = appointment.ends,
                  .zone = company::settings(snapshot).settings.zone,
                  .agent = {},
                  .location = {},
                  .open = is_open(appointment, now)};
  if (const auto person = access::person(snapshot, appointment.agent)) view.agent = person->name;
  if (appointment.location) {
    const auto location = stock::location(snapshot, {}, *appointment.location);
    if (location) view.location = location->name.text;
  }
  return view;
}

Result<std::vector<Slot>> other_times(store::Snapshot& snapshot, const Appointment& appointment,
                                      Instant now) {
  const auto minutes =
      std::chrono::duration_cast<std::chrono::minutes>(appointment.ends - appointment.starts);
  return slots(snapshot,
               {.team = appointment.team,
                .agent = appointment.agent,
                .from = {},
                .minutes = Minutes{minutes.count()}},
               now);
}

Result<Appointment> move_booked(const Desk& desk, std::string_view link, Instant starts) {
  const Appointment found = TRY(open_appointment(desk, link));
  return move(desk, kTheirOwn, found.id, starts);
}

Result<Appointment> cancel_booked(const Desk& desk, std::string_view link) {
  const Appointment found = TRY(open_appointment(desk, link));
  return settle(desk, kTheirOwn, found.id, Step::cancel);
}

}  // namespace sluis::contacts
