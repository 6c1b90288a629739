#include "contacts/chat/transcript.h"

#include <fmt/format.h>

#include "contacts/chat/store.h"
#include "contacts/store.h"
#include "contacts/telling.h"
#include "contacts/wording.h"
#include "kernel/assert.h"
#include "platform/mail/letter.h"
#include "platform/mail/mail.h"

namespace sluis::contacts {
namespace {

constexpr std::int64_t kSaidMost = 2'000;

constexpr RefusalKind kTooEarly{"transcript_too_early",
                                Category::conflict,
                                Retry::may_help,
                                {"A conversation can be mailed once somebody answered in it.",
                                 "Een gesprek kan gemaild worden als er iemand in antwoordde."}};
constexpr RefusalKind kTooMany{"transcripts_too_many",
                               Category::conflict,
                               Retry::useless,
                               {"A conversation is mailed at most {0} times.",
                                "Een gesprek wordt hoogstens {0} keer gemaild."}};
constexpr RefusalKind kMissing{
    "transcript_address_missing",
    Category::conflict,
    Retry::useless,
    {"The customer gave no e-mail address that can be mailed to. Say to which it goes.",
     "De klant gaf geen e-mailadres waar mail heen kan. Zeg waar het heen gaat."}};

constexpr Text kSubject{"Your conversation with {0}", "Uw gesprek met {0}"};
constexpr Text kBegan{"This is what was said on {0}.", "Dit is er gezegd op {0}."};
constexpr Text kYou{"You, {0}", "U, {0}"};
constexpr Text kFile{"File: {0}", "Bestand: {0}"};
constexpr Text kWhyTranscript{
    "You get this mail once, because you or our colleague asked for it during the conversation.",
    "U krijgt deze mail één keer, omdat u of onze collega er in het gesprek om vroeg."};

std::string key_of(ContactId id, int number) {
  return fmt::format("contacts.transcript:{}:{}", to_string(id), number);
}

// Who speaks for the company, and when.
std::string head_of(store::Snapshot& snapshot, const Message& message, const Wording& wording) {
  const std::string at = wording.time(message.moment);
  if (message.sender == Sender::customer) return wording.say(kYou, at);
  const auto person = message.agent ? access::person(snapshot, *message.agent) : std::nullopt;
  return fmt::format("{}, {}", person ? person->name : wording.company(), at);
}

mail::Mail written(store::Snapshot& snapshot, const Contact& contact, const Caller& caller,
                   const Wording& wording) {
  const std::string subject = wording.say(kSubject, wording.company());
  mail::Letter letter(wording.language());
  letter.heading(subject).paragraph(wording.say(kBegan, wording.day_and_time(contact.created)));
  if (!caller.question.text.empty())
    letter.quote(wording.say(kYou, wording.time(contact.created)), caller.question.text);
  for (const Message& one : sql::messages(snapshot, contact.id, 0, kSaidMost)) {
    const std::string text = one.file ? wording.say(kFile, one.file->text) : one.text.text;
    letter.quote(head_of(snapshot, one, wording), text);
  }
  letter.remark(wording.say(kWhyTranscript));
  return {.key = {},
          .kind = "contacts.transcript",
          .to = {},
          .name = {},
          .language = wording.language(),
          .subject = {subject},
          .text = letter.text(),
          .html = letter.html()};
}

Result<Email> address_of(const Caller& caller, const TranscriptOrder& order) {
  const auto known = TextForm<Email>::parse(caller.email.text);
  if (!order.address && !known) return refuse(TranscriptRefusal::address_missing);
  return order.address ? *order.address : *known;
}

}  // namespace

const RefusalKind& kind_of(TranscriptRefusal refusal) {
  switch (refusal) {
    case TranscriptRefusal::transcript_too_early:
      return kTooEarly;
    case TranscriptRefusal::transcripts_too_many:
      return kTooMany;
    case TranscriptRefusal::address_missing:
      return kMissing;
  }
  assertion_failed("a TranscriptRefusal");
}

bool may_be_sent(store::Snapshot& snapshot, const Contact& contact) {
  return contact.answered && mail::is_on(snapshot);
}

Result<void> send_transcript(const Desk& desk, ContactId id, const TranscriptOrder& order) {
  const auto contact = sql::contact(desk.tx, id);
  if (!contact) return refuse(ContactRefusal::contact_unknown);
  if (!mail::is_on(desk.tx)) return refuse(mail::MailRefusal::off);
  if (!may_be_sent(desk.tx, *contact)) return refuse(TranscriptRefusal::transcript_too_early);
  const Caller caller = sql::caller(desk.tx, id);
  const Email to = TRY(address_of(caller, order));
  mail::Mail mail =
      written(desk.tx, *contact, caller, Wording(desk.tx, order.language, contact->language));
  mail.to = to;
  for (int number = 1; number <= kTranscriptsMost; ++number) {
    mail.key = key_of(id, number);
    if (!TRY(mail::queue(desk.tx, desk.actor.ids, mail, desk.actor.now))) continue;
    tell(desk, *contact, {.what = "transcript_sent"});
    return {};
  }
  return refuse(TranscriptRefusal::transcripts_too_many, std::to_string(kTranscriptsMost));
}

void forget_transcripts(store::Tx& tx, ContactId id) {
  for (int number = 1; number <= kTranscriptsMost; ++number)
    mail::forget(tx, key_of(id, number));
}

}  // namespace sluis::contacts
