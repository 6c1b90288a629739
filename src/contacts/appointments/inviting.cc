#include "contacts/appointments/inviting.h"

#include <fmt/format.h>

#include "contacts/appointments/booked.h"
#include "contacts/appointments/store.h"
#include "contacts/store.h"
#include "contacts/wording.h"
#include "platform/mail/letter.h"
#include "platform/mail/mail.h"
#include "stock/stock.h"

namespace sluis::contacts {
namespace {

struct NoticeWords {
  Text subject;
  Text text;
};
constexpr NoticeWords kBooked{{"Your appointment with {0}", "Uw afspraak met {0}"},
                              {"Your appointment is on {0}.", "Uw afspraak is op {0}."}};
constexpr NoticeWords kMoved{
    {"Your appointment with {0} was moved", "Uw afspraak met {0} is verzet"},
    {"Your appointment is now on {0}.", "Uw afspraak is nu op {0}."}};
constexpr NoticeWords kCancelled{
    {"Your appointment with {0} was cancelled", "Uw afspraak met {0} is afgezegd"},
    {"Your appointment of {0} was cancelled.", "Uw afspraak van {0} gaat niet door."}};
constexpr NoticeWords kReminder{
    {"A reminder of your appointment with {0}", "Herinnering aan uw afspraak met {0}"},
    {"Your appointment is on {0}.", "Uw afspraak is op {0}."}};

constexpr Text kCallBack{"{0} calls you on {1}.", "{0} belt u op {1}."};
constexpr Text kVideo{"{0} meets you by video.", "{0} spreekt u via video."};
constexpr Text kStore{"{0} expects you at {1}.", "{0} verwacht u in {1}."};
constexpr Text kVisit{"{0} comes to you.", "{0} komt bij u langs."};
constexpr Text kChangeIt{"Move or cancel it", "Verzetten of afzeggen"};
constexpr Text kOurStore{"our store", "onze winkel"};
constexpr Text kWhy{"You get this mail because an appointment was made with you.",
                    "U krijgt deze mail omdat er een afspraak met u is gemaakt."};

const NoticeWords& words_of(Notice notice) {
  switch (notice) {
    case Notice::booked:
      return kBooked;
    case Notice::moved:
      return kMoved;
    case Notice::cancelled:
      return kCancelled;
    case Notice::reminder:
      return kReminder;
  }
  __builtin_unreachable();
}

constexpr std::string_view kChange = "contacts.appointment";
constexpr std::string_view kReminds = "contacts.reminder";

// Each change of an appointment has a version of its own.
std::string key_of(std::string_view kind, AppointmentId id, std::int64_t version) {
  return fmt::format("{}:{}:{}", kind, to_string(id), version);
}

std::string place_of(store::Snapshot& snapshot, const Appointment& appointment,
                     const Wording& wording) {
  if (!appointment.location) return wording.say(kOurStore);
  const auto location = stock::location(snapshot, {}, *appointment.location);
  return location ? location->name.text : wording.say(kOurStore);
}

std::string how(store::Snapshot& snapshot, const Appointment& appointment, const Caller& guest,
                const Wording& wording) {
  const auto person = access::person(snapshot, appointment.agent);
  const std::string who = person ? person->name : wording.company();
  switch (appointment.way) {
    case Way::call_back:
      return wording.say(kCallBack, who, guest.phone.text);
    case Way::video:
      return wording.say(kVideo, who);
    case Way::store:
      return wording.say(kStore, who, place_of(snapshot, appointment, wording));
    case Way::visit:
      return wording.say(kVisit, who);
  }
  __builtin_unreachable();
}

std::optional<Tongue> tongue_of(store::Snapshot& snapshot, const Appointment& appointment) {
  if (!appointment.contact_id) return std::nullopt;
  const auto from = sql::contact(snapshot, *appointment.contact_id);
  return from ? from->language : std::nullopt;
}

// To the page on which they change it themselves.
void add_link(mail::Letter& letter, store::Tx& tx, const Appointment& appointment,
              const Wording& wording) {
  const std::string origin = mail::origin(tx);
  if (origin.empty()) return;
  letter.link(wording.say(kChangeIt),
              fmt::format("{}/visit?appointment&lang={}#{}", origin, enum_name(wording.language()),
                          link_of(tx, appointment.id)));
}

mail::Mail mail_of(store::Tx& tx, const Appointment& appointment, const Caller& guest,
                   Notice notice) {
  const Wording wording(tx, {}, tongue_of(tx, appointment));
  const NoticeWords& words = words_of(notice);
  const std::string subject = wording.say(words.subject, wording.company());
  mail::Letter letter(wording.language());
  letter.heading(subject).paragraph(
      wording.say(words.text, wording.day_and_time(appointment.starts)));
  if (notice != Notice::cancelled) {
    letter.paragraph(how(tx, appointment, guest, wording));
    add_link(letter, tx, appointment, wording);
  }
  letter.remark(wording.say(kWhy));
  const std::string_view kind = notice == Notice::reminder ? kReminds : kChange;
  return {.key = key_of(kind, appointment.id, appointment.version),
          .kind = std::string(kind),
          .to = {},
          .name = {},
          .language = wording.language(),
          .subject = {subject},
          .text = letter.text(),
          .html = letter.html(),
          .until = appointment.starts};
}

// What it said is no longer so.
void take_back(store::Tx& tx, const Appointment& appointment) {
  for (std::int64_t version = 1; version < appointment.version; ++version) {
    mail::take_back(tx, key_of(kChange, appointment.id, version));
    mail::take_back(tx, key_of(kReminds, appointment.id, version));
  }
}

}  // namespace

Result<void> notify(const Desk& desk, const Appointment& appointment, Notice notice) {
  take_back(desk.tx, appointment);
  const Caller guest = sql::guest(desk.tx, appointment.id);
  const auto address = TextForm<Email>::parse(guest.email.text);
  if (!address || !mail::is_on(desk.tx)) return {};
  // Whoever hears of it less than a day before needs no reminder.
  if (appointment.starts - desk.actor.now <= kRemindedBefore)
    sql::set_reminded(desk.tx, appointment);
  mail::Mail mail = mail_of(desk.tx, appointment, guest, notice);
  mail.to = *address;
  TRY(mail::queue(desk.tx, desk.actor.ids, mail, desk.actor.now));
  return {};
}

std::vector<AppointmentId> due_reminders(store::Snapshot& snapshot, Instant now,
                                         std::int64_t limit) {
  if (!mail::is_on(snapshot)) return {};
  return sql::due_reminders(snapshot, now, now + kRemindedBefore, limit);
}

Result<bool> remind(const Desk& desk, AppointmentId id) {
  const auto found = sql::appointment(desk.tx, id);
  if (!found || !holds_time(found->state) || !sql::set_reminded(desk.tx, *found)) return false;
  TRY_VOID(notify(desk, *found, Notice::reminder));
  return true;
}

}  // namespace sluis::contacts
