// The routes of appointments.

#include "contacts/routes.h"

#include "contacts/appointments/appointments.h"
#include "contacts/chat/chat.h"
#include "platform/api/refusal.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

using Limit = Whole<1, 500>;
constexpr Limit kLimit{100};

struct SlotsInput {
  TeamId team;
  std::optional<UserId> agent;
  std::optional<Instant> from;
  std::optional<Minutes> minutes;
};
BOOST_DESCRIBE_STRUCT(SlotsInput, (), (team, agent, from, minutes))
struct AgendaInput {
  std::optional<TeamId> team;
  std::optional<UserId> agent;
  std::optional<Instant> from;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(AgendaInput, (), (team, agent, from, limit))
struct BookInput {
  AppointmentDraft body;
};
BOOST_DESCRIBE_STRUCT(BookInput, (), (body))
struct StepBody {
  Step step = Step::confirm;
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (step))
struct StepInput {
  AppointmentId id;
  StepBody body;
};
BOOST_DESCRIBE_STRUCT(StepInput, (), (id, body))
struct MoveBody {
  Instant starts;
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (starts))
struct MoveInput {
  AppointmentId id;
  MoveBody body;
};
BOOST_DESCRIBE_STRUCT(MoveInput, (), (id, body))

// What a visitor says of an appointment; the rest follows from their contact.
struct VisitBody {
  Instant starts;
  std::optional<Way> way;
  std::optional<Minutes> minutes;
};
BOOST_DESCRIBE_STRUCT(VisitBody, (), (starts, way, minutes))
struct BookingVisitInput {
  Line<1, 64> token;
  VisitBody body;
};
BOOST_DESCRIBE_STRUCT(BookingVisitInput, (), (token, body))
struct Booked {
  AppointmentId id;
  Booking state;
  Instant starts;
  Instant ends;
};
BOOST_DESCRIBE_STRUCT(Booked, (), (id, state, starts, ends))

Result<api::Page<Slot>> list_slots(Snapshot& snapshot, const Call& call, const SlotsInput& in) {
  const SlotQuery query{.team = in.team,
                        .agent = in.agent,
                        .from = in.from,
                        .minutes = in.minutes.value_or(Minutes{30})};
  return api::Page<Slot>{.items = TRY(slots(snapshot, query, call.now)), .next = {}};
}

Result<api::Page<AppointmentView>> list_agenda(Snapshot& snapshot, const Call& call,
                                               const AgendaInput& in) {
  const Agenda query{.team = in.team,
                     .agent = in.agent,
                     .from = in.from.value_or(call.now),
                     .limit = in.limit.value_or(kLimit).number};
  return api::Page<AppointmentView>{.items = agenda(snapshot, sight_of(call.who), query),
                                    .next = {}};
}

Result<api::Reply<AppointmentView>> reply(Snapshot& snapshot, const Appointment& made, int status) {
  auto view = TRY(appointment(snapshot, {.everything = true}, made.id));
  const std::int64_t version = view.version;
  return api::Reply<AppointmentView>{
      .value = std::move(view), .status = status, .version = version, .headers = {}};
}

auto booking(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call,
                  const BookInput& in) -> Result<api::Reply<AppointmentView>> {
    return reply(tx, TRY(book(CallDesk(tx, call, intake).desk(), in.body)), 201);
  };
}

auto stepping(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call,
                  const StepInput& in) -> Result<api::Reply<AppointmentView>> {
    const CallDesk at(tx, call, intake);
    if (in.body.step == Step::call || in.body.step == Step::move) {
      return refuse(AppointmentRefusal::appointment_step_not_allowed, enum_name(in.body.step));
    }
    return reply(tx, TRY(settle(at.desk(), sight_of(call.who), in.id, in.body.step)), 200);
  };
}

auto moving(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call,
                  const MoveInput& in) -> Result<api::Reply<AppointmentView>> {
    const CallDesk at(tx, call, intake);
    return reply(tx, TRY(move(at.desk(), sight_of(call.who), in.id, in.body.starts)), 200);
  };
}

auto booking_as_visitor(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call,
                  const BookingVisitInput& in) -> Result<api::Reply<Booked>> {
    const ContactId id = TRY(contact_of_visit(tx, in.token.text));
    const FullContact whole = TRY(find(tx, {.everything = true}, id));
    AppointmentDraft draft{.way = in.body.way.value_or(Way::call_back),
                           .team = whole.team,
                           .starts = in.body.starts,
                           .minutes = in.body.minutes,
                           .agent = whole.agent,
                           .contact = id};
    const Appointment made = TRY(book(CallDesk(tx, call, intake).desk(), draft));
    return api::Reply<Booked>{.value = {made.id, made.state, made.starts, made.ends},
                              .status = 201,
                              .version = {},
                              .headers = {}};
  };
}

}  // namespace

std::vector<api::Route> appointment_routes(events::Intake* intake) {
  using api::refuses;
  using http::Method;
  using identities::IdentityRefusal;
  using enum ContactRefusal;
  using enum AppointmentRefusal;
  return {
      {.operation = "contacts.slots",
       .method = Method::get,
       .path = "/api/v1/contacts/slots",
       .summary = {"When somebody of a team, or one person, has time within two weeks.",
                   "Wanneer iemand van een team, of één persoon, binnen twee weken tijd heeft."},
       .allow = api::Allow::anyone(),
       .handler = api::read(list_slots),
       .refusals = refuses(team_unknown)},
      {.operation = "contacts.appointments",
       .method = Method::get,
       .path = "/api/v1/contacts/appointments",
       .summary = {"Appointments from a moment on, of yourself, of another, or of a team.",
                   "Afspraken vanaf een moment, van uzelf, van een ander of van een team."},
       .allow = kReaders,
       .handler = api::read(list_agenda)},
      {.operation = "contacts.book",
       .method = Method::post,
       .path = "/api/v1/contacts/appointments",
       .summary = {"Book an appointment: nobody is booked twice for the same time.",
                   "Maak een afspraak: niemand wordt twee keer voor dezelfde tijd geboekt."},
       .allow = kHandlers,
       .handler = api::write(booking(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(team_unknown), &kind_of(contact_unknown), &kind_of(appointment_taken),
                    &kind_of(appointment_past), &kind_of(appointment_too_far),
                    &kind_of(IdentityRefusal::email_unreadable),
                    &kind_of(IdentityRefusal::phone_unreadable)}},
      {.operation = "contacts.settle_appointment",
       .method = Method::post,
       .path = "/api/v1/contacts/appointments/{id}/steps",
       .summary = {"Confirm or cancel an appointment, or say that it was kept or missed.",
                   "Bevestig of annuleer een afspraak, of zeg dat zij doorging of niet."},
       .allow = kHandlers,
       .handler = api::write(stepping(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(appointment_unknown, appointment_step_not_allowed)},
      {.operation = "contacts.move_appointment",
       .method = Method::post,
       .path = "/api/v1/contacts/appointments/{id}/move",
       .summary = {"Move an appointment to another time.",
                   "Verzet een afspraak naar een andere tijd."},
       .allow = kHandlers,
       .handler = api::write(moving(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(appointment_unknown, appointment_step_not_allowed, appointment_taken,
                           appointment_past, appointment_too_far)},
      {.operation = "contacts.book_as_visitor",
       .method = Method::post,
       .path = "/api/v1/contacts/visits/{token}/appointment",
       .summary = {"Ask to be called back, or received, at a time, by who helps you now.",
                   "Vraag om op een tijd te worden teruggebeld of ontvangen, door wie u nu helpt."},
       .allow = api::Allow::anyone(),
       .handler = api::write(booking_as_visitor(intake)),
       .refusals = {&kind_of(ChatRefusal::visit_unknown), &kind_of(appointment_taken),
                    &kind_of(appointment_past), &kind_of(appointment_too_far)}},
  };
}

}  // namespace sluis::contacts
