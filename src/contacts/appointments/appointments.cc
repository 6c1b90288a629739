#include "contacts/appointments/appointments.h"

#include <algorithm>
#include <map>

#include "contacts/appointments/inviting.h"
#include "contacts/appointments/store.h"
#include "contacts/queue/floor.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"
#include "kernel/assert.h"
#include "platform/outbox/outbox.h"

namespace sluis::contacts {
namespace {

using enum Booking;

constexpr BookingMove kMoves[] = {
    {booked, Step::confirm, confirmed},   {booked, Step::move, booked},
    {booked, Step::call, called},         {booked, Step::keep, kept},
    {booked, Step::miss, no_show},        {booked, Step::cancel, cancelled},
    {confirmed, Step::move, booked},      {confirmed, Step::call, called},
    {confirmed, Step::keep, kept},        {confirmed, Step::miss, no_show},
    {confirmed, Step::cancel, cancelled}, {called, Step::keep, kept},
    {called, Step::miss, no_show},
};

constexpr std::chrono::days kAhead{14};
constexpr std::chrono::days kFarthest{365};
constexpr std::size_t kSlotsMost = 100;
constexpr Minutes kUsual{30};
constexpr Worth kPromised{9};  // what was promised for a time comes first

Duration length(Minutes minutes) {
  return std::chrono::minutes(minutes.number);
}

struct AppointmentFact {
  AppointmentId id;
  Booking state;
  UserId agent;
  Instant starts;
};
BOOST_DESCRIBE_STRUCT(AppointmentFact, (), (id, state, agent, starts))

// Nobody's name is in it.
void tell(const Desk& desk, const Appointment& a, std::string_view what) {
  access::audit(desk.tx, desk.actor,
                {.entity = "appointment",
                 .id = to_string(a.id),
                 .action = what,
                 .after = Json{to_json(AppointmentFact{a.id, a.state, a.agent, a.starts})}});
  outbox::append(desk.tx, desk.actor.now, "contacts.appointment_changed",
                 AppointmentFact{a.id, a.state, a.agent, a.starts});
}

// The people of a team, or one of them, who can be booked.
std::vector<UserId> bookable(store::Snapshot& snapshot, TeamId team, std::optional<UserId> only) {
  std::vector<UserId> all;
  for (const sql::Member& one : sql::members(snapshot)) {
    const bool asked = one.team == team && (!only || *only == one.user_id);
    if (asked && sql::agent(snapshot, one.user_id)->active) all.push_back(one.user_id);
  }
  return all;
}

bool has_time(std::span<const sql::Taken> taken, UserId user, Instant from, Instant to) {
  return std::ranges::none_of(taken, [&](const sql::Taken& one) {
    return one.agent == user && one.starts < to && one.ends > from;
  });
}

// Open from beginning to end, as far as whoever is there sees.
bool fits_hours(store::Snapshot& snapshot, const Team& team, Instant from, Instant to) {
  return opens_at(snapshot, team, from) == from &&
         opens_at(snapshot, team, to - Duration(1)) == to - Duration(1);
}

// Those who have time then, the least booked on that day first.
std::vector<UserId> free_then(store::Snapshot& snapshot, const AppointmentDraft& draft,
                              Instant ends) {
  const Duration day = std::chrono::days(1);
  const auto taken = sql::taken_time(snapshot, draft.team, draft.starts - day, ends + day);
  std::vector<UserId> all = bookable(snapshot, draft.team, draft.agent);
  std::erase_if(all, [&](UserId user) { return !has_time(taken, user, draft.starts, ends); });
  const auto load = [&](UserId user) {
    return std::ranges::count(taken, user, &sql::Taken::agent);
  };
  std::ranges::sort(all, {}, [&](UserId user) { return std::pair(load(user), user); });
  return all;
}

Result<void> check_moment(const Desk& desk, Instant starts) {
  if (starts <= desk.actor.now) return refuse(AppointmentRefusal::appointment_past);
  if (starts > desk.actor.now + kFarthest) return refuse(AppointmentRefusal::appointment_too_far);
  return {};
}

// With whom: the customer of the contact from which it comes, or who is named.
Caller guest_of(store::Snapshot& snapshot, const AppointmentDraft& draft) {
  Caller guest;
  if (draft.contact) guest = sql::caller(snapshot, *draft.contact);
  if (draft.name) guest.name = *draft.name;
  if (draft.email) guest.email = *draft.email;
  if (draft.phone) guest.phone = *draft.phone;
  if (draft.question) guest.question = *draft.question;
  return guest;
}

Result<std::optional<IdentityId>> identity_of(const Desk& desk, const AppointmentDraft& draft,
                                              const Caller& guest) {
  using identities::Kind;
  if (draft.contact) {
    const auto from = sql::contact(desk.tx, *draft.contact);
    if (!from) return refuse(ContactRefusal::contact_unknown);
    if (from->identity) return from->identity;
  }
  const bool by_email = !guest.email.text.empty();
  if (!by_email && guest.phone.text.empty()) return std::nullopt;
  return TRY(consent::remember_identity(desk.tx, by_email ? Kind::email : Kind::phone,
                                        by_email ? guest.email.text : guest.phone.text,
                                        desk.actor.now));
}

bool sees(store::Snapshot& snapshot, const Sight& sight, const Appointment& appointment) {
  if (sight.everything || appointment.agent == sight.user) return true;
  const auto teams = sql::teams_of(snapshot, sight.user);
  return std::ranges::find(teams, appointment.team) != teams.end();
}

Result<Appointment> taken(const Desk& desk, const Sight& sight, AppointmentId id, Step step) {
  sql::take_floor(desk.tx);
  auto found = sql::take(desk.tx, id);
  if (!found || !sees(desk.tx, sight, *found))
    return refuse(AppointmentRefusal::appointment_unknown);
  const auto to = after(found->state, step);
  if (!to) {
    return refuse(AppointmentRefusal::appointment_step_not_allowed, enum_name(found->state));
  }
  found->state = *to;
  return *std::move(found);
}

}  // namespace

std::span<const BookingMove> booking_moves() {
  return kMoves;
}

std::optional<Booking> after(Booking from, Step step) {
  for (const BookingMove& move : kMoves) {
    if (move.from == from && move.step == step) return move.to;
  }
  return std::nullopt;
}

bool holds_time(Booking state) {
  return state == booked || state == confirmed;
}

Result<std::vector<Slot>> slots(store::Snapshot& snapshot, const SlotQuery& query, Instant now) {
  const Team team = TRY(contacts::team(snapshot, query.team));
  const Duration step = length(query.minutes);
  const Instant first = std::max(query.from.value_or(now), now + Duration(1));  // not past
  const Instant end = first + kAhead;
  const auto taken = sql::taken_time(snapshot, query.team, first, end);
  const auto people = bookable(snapshot, query.team, query.agent);
  std::vector<Slot> all;
  // Whole steps of the clock.
  Instant at(first.micros() + (step.count() - first.micros() % step.count()) % step.count());
  while (at < end && all.size() < kSlotsMost) {
    const auto opens = opens_at(snapshot, team, at);
    if (!opens) break;
    if (*opens > at) {
      const Duration late(opens->micros() % step.count());
      at = late.count() == 0 ? *opens : *opens + (step - late);
      continue;
    }
    const auto free = std::ranges::count_if(
        people, [&](UserId user) { return has_time(taken, user, at, at + step); });
    if (free > 0 && fits_hours(snapshot, team, at, at + step)) all.push_back({at, free});
    at = at + step;
  }
  return all;
}

Result<Appointment> book(const Desk& desk, const AppointmentDraft& draft) {
  sql::take_floor(desk.tx);
  TRY_VOID(team(desk.tx, draft.team));
  TRY_VOID(check_moment(desk, draft.starts));
  const Caller guest = guest_of(desk.tx, draft);
  Appointment made{.id = desk.actor.ids.next<AppointmentId>(),
                   .version = 1,
                   .way = draft.way,
                   .team = draft.team,
                   .location = draft.location,
                   .identity = TRY(identity_of(desk, draft, guest)),
                   .contact_id = draft.contact,
                   .starts = draft.starts,
                   .ends = draft.starts + length(draft.minutes.value_or(kUsual)),
                   .created = desk.actor.now};
  for (const UserId user : free_then(desk.tx, draft, made.ends)) {
    made.agent = user;
    if (!sql::insert(desk.tx, made)) continue;
    sql::insert_guest(desk.tx, made.id, guest);
    tell(desk, made, "booked");
    TRY_VOID(notify(desk, made, Notice::booked));
    return made;
  }
  return refuse(AppointmentRefusal::appointment_taken);
}

Result<Appointment> settle(const Desk& desk, const Sight& sight, AppointmentId id, Step step) {
  const Appointment settled = TRY(taken(desk, sight, id, step));
  sql::set_state(desk.tx, settled);
  tell(desk, settled, enum_name(settled.state));
  if (settled.state == cancelled) TRY_VOID(notify(desk, settled, Notice::cancelled));
  return settled;
}

Result<Appointment> move(const Desk& desk, const Sight& sight, AppointmentId id, Instant starts) {
  TRY_VOID(check_moment(desk, starts));
  Appointment moved = TRY(taken(desk, sight, id, Step::move));
  moved.ends = starts + (moved.ends - moved.starts);
  moved.starts = starts;
  if (!sql::move(desk.tx, moved)) return refuse(AppointmentRefusal::appointment_taken);
  tell(desk, moved, "moved");
  TRY_VOID(notify(desk, moved, Notice::moved));
  return moved;
}

Result<AppointmentView> appointment(store::Snapshot& snapshot, const Sight& sight,
                                    AppointmentId id) {
  const auto found = sql::appointment(snapshot, id);
  if (!found || !sees(snapshot, sight, *found))
    return refuse(AppointmentRefusal::appointment_unknown);
  AppointmentView view;
  static_cast<Appointment&>(view) = *found;
  if (sight.names) view.guest = sql::guest(snapshot, id);
  return view;
}

std::vector<AppointmentView> agenda(store::Snapshot& snapshot, const Sight& sight,
                                    const Agenda& query) {
  const auto found = query.team
                         ? sql::agenda_of_team(snapshot, *query.team, query.from, query.limit)
                         : sql::agenda_of_agent(snapshot, query.agent.value_or(sight.user),
                                                query.from, query.limit);
  std::vector<AppointmentView> all;
  for (const Appointment& one : found) {
    if (const auto view = appointment(snapshot, sight, one.id)) all.push_back(*view);
  }
  return all;
}

std::vector<AppointmentId> due_calls(store::Snapshot& snapshot, Instant now, std::int64_t limit) {
  return sql::due_calls(snapshot, now, limit);
}

// By the same person, if they are there.
Result<bool> call_now(const Desk& desk, AppointmentId id) {
  auto called = taken(desk, {.everything = true}, id, Step::call);
  if (!called && is(called.error(), AppointmentRefusal::appointment_step_not_allowed)) return false;
  if (!called) return std::unexpected(called.error());
  if (called->starts > desk.actor.now) {
    return refuse(AppointmentRefusal::appointment_step_not_allowed, "not yet due");
  }
  const Caller guest = sql::guest(desk.tx, id);
  ContactDraft draft{.kind = Kind::call_back, .team = called->team};
  draft.worth = kPromised;
  draft.identity = called->identity;
  draft.location = called->location;
  draft.wanted = called->agent;
  draft.name = guest.name;
  draft.phone = guest.phone;
  draft.question = guest.question;
  called->contact_id = TRY(ask(desk, draft)).id;
  sql::set_state(desk.tx, *called);
  tell(desk, *called, "called");
  return true;
}

namespace {

using enum Category;

constexpr RefusalKind kUnknown{"appointment_unknown",
                               not_found,
                               Retry::useless,
                               {"There is no such appointment, or it is not yours to see.",
                                "Deze afspraak bestaat niet, of u mag haar niet zien."}};
constexpr RefusalKind kStep{
    "appointment_step_not_allowed",
    conflict,
    Retry::useless,
    {"The appointment is {0}: this cannot be done with it any more, or not yet.",
     "De afspraak is {0}: dit kan er niet meer mee, of nog niet."}};
constexpr RefusalKind kTaken{"appointment_taken",
                             conflict,
                             Retry::useless,
                             {"Nobody has time then. Choose another time.",
                              "Dan heeft niemand tijd. Kies een andere tijd."}};
constexpr RefusalKind kPast{
    "appointment_past",
    conflict,
    Retry::useless,
    {"That time has passed. Choose a later one.", "Die tijd is voorbij. Kies een latere."}};
constexpr RefusalKind kTooFar{"appointment_too_far",
                              conflict,
                              Retry::useless,
                              {"That is more than a year away. Choose an earlier time.",
                               "Dat is over meer dan een jaar. Kies een eerdere tijd."}};

}  // namespace

const RefusalKind& kind_of(AppointmentRefusal refusal) {
  switch (refusal) {
    case AppointmentRefusal::appointment_unknown:
      return kUnknown;
    case AppointmentRefusal::appointment_step_not_allowed:
      return kStep;
    case AppointmentRefusal::appointment_taken:
      return kTaken;
    case AppointmentRefusal::appointment_past:
      return kPast;
    case AppointmentRefusal::appointment_too_far:
      return kTooFar;
  }
  assertion_failed("an AppointmentRefusal");
}

}  // namespace sluis::contacts
