// The routes of who has the link to their appointment.

#include "contacts/appointments/booked.h"
#include "contacts/routes.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

struct LinkInput {
  Line<1, 64> link;
};
BOOST_DESCRIBE_STRUCT(LinkInput, (), (link))
struct OtherTime {
  Instant starts;
};
BOOST_DESCRIBE_STRUCT(OtherTime, (), (starts))
struct MoveBookedInput {
  Line<1, 64> link;
  OtherTime body;
};
BOOST_DESCRIBE_STRUCT(MoveBookedInput, (), (link, body))

Result<BookedView> show_booked(Snapshot& snapshot, const Call& call, const LinkInput& in) {
  return view_of(snapshot, TRY(appointment_of_link(snapshot, in.link.text)), call.now);
}

Result<api::Page<Slot>> list_other_times(Snapshot& snapshot, const Call& call,
                                         const LinkInput& in) {
  const Appointment found = TRY(appointment_of_link(snapshot, in.link.text));
  return api::Page<Slot>{.items = TRY(other_times(snapshot, found, call.now)), .next = {}};
}

auto moving_booked(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const MoveBookedInput& in) -> Result<BookedView> {
    const CallDesk at(tx, call, intake);
    return view_of(tx, TRY(move_booked(at.desk(), in.link.text, in.body.starts)), call.now);
  };
}

auto cancelling_booked(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const LinkInput& in) -> Result<BookedView> {
    const CallDesk at(tx, call, intake);
    return view_of(tx, TRY(cancel_booked(at.desk(), in.link.text)), call.now);
  };
}

}  // namespace

std::vector<api::Route> booked_routes(events::Intake* intake) {
  using http::Method;
  using enum AppointmentRefusal;
  const RefusalKind* const unknown = &kind_of(BookedRefusal::appointment_link_unknown);
  return {
      {.operation = "contacts.booked",
       .method = Method::get,
       .path = "/api/v1/contacts/booked/{link}",
       .summary = {"Your own appointment, by the link of the mail about it.",
                   "Uw eigen afspraak, met de link uit de mail daarover."},
       .allow = api::Allow::anyone(),
       .handler = api::read(show_booked),
       .refusals = {unknown}},
      {.operation = "contacts.other_times",
       .method = Method::get,
       .path = "/api/v1/contacts/booked/{link}/slots",
       .summary = {"When the same person has time within two weeks.",
                   "Wanneer dezelfde persoon binnen twee weken tijd heeft."},
       .allow = api::Allow::anyone(),
       .handler = api::read(list_other_times),
       .refusals = {unknown, &kind_of(ContactRefusal::team_unknown)}},
      {.operation = "contacts.move_booked",
       .method = Method::post,
       .path = "/api/v1/contacts/booked/{link}/move",
       .summary = {"Move your own appointment, until it begins.",
                   "Verzet uw eigen afspraak, tot zij begint."},
       .allow = api::Allow::anyone(),
       .handler = api::write(moving_booked(intake)),
       .refusals = {unknown, &kind_of(appointment_step_not_allowed), &kind_of(appointment_taken),
                    &kind_of(appointment_past), &kind_of(appointment_too_far)}},
      {.operation = "contacts.cancel_booked",
       .method = Method::post,
       .path = "/api/v1/contacts/booked/{link}/cancel",
       .summary = {"Cancel your own appointment, until it begins.",
                   "Zeg uw eigen afspraak af, tot zij begint."},
       .allow = api::Allow::anyone(),
       .handler = api::write(cancelling_booked(intake)),
       .refusals = {unknown, &kind_of(appointment_step_not_allowed), &kind_of(appointment_past)}},
  };
}

}  // namespace sluis::contacts
