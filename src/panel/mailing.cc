#include "panel/mailing.h"

#include "company/company.h"
#include "panel/store.h"
#include "platform/mail/letter.h"
#include "platform/mail/mail.h"

namespace sluis::panel {
namespace {

constexpr std::string_view kPurpose = "research";
constexpr std::size_t kTitleMost = 180;

constexpr Text kReminder{"Reminder: {0}", "Herinnering: {0}"};
constexpr Text kWouldLikeToKnow{"{0} would like to know what you think.",
                                "{0} wil graag weten wat u vindt."};
constexpr Text kAnswerHere{"Answer the questions", "Beantwoord de vragen"};
constexpr Text kOnce{"This link is yours alone: do not pass it on. You can answer once, until {0}.",
                     "Deze link is alleen voor u: geef haar niet door. U kunt één keer antwoorden, "
                     "tot {0}."};
constexpr Text kWhy{
    "You get this because you agreed to be asked by e-mail. At the foot of the questions you can "
    "say that you want no more.",
    "U krijgt dit omdat u akkoord ging met vragen per e-mail. Onder de vragen kunt u zeggen dat u "
    "ze niet meer wilt."};

const std::string& in_language(const std::string& en, const std::string& nl, Language language) {
  const std::string& wanted = language == Language::nl ? nl : en;
  return wanted.empty() ? (language == Language::nl ? en : nl) : wanted;
}

// A title that is longer than a subject may be is told in the letter only.
std::string subject_of(const std::string& title, const std::string& company, Sort sort,
                       Language language) {
  const bool fits = utf8_length(title).value_or(kTitleMost + 1) <= kTitleMost;
  const std::string told = fits ? title : Message(kWouldLikeToKnow, company).in(language);
  return sort == Sort::reminder ? Message(kReminder, told).in(language) : told;
}

// What one mailing has in common.
struct Mailing {
  const company::Settings& company;
  const Questionnaire& questionnaire;
  const Wave& wave;
  std::string_view origin;
};

mail::Mail mail_for(const Mailing& mailing, const Link& link, const Email& to) {
  const Language language = mailing.company.language;
  const Questionnaire& asked = mailing.questionnaire;
  const std::string& title = in_language(asked.title.en.text, asked.title.nl.text, language);
  const std::string& intro = in_language(asked.intro.en.text, asked.intro.nl.text, language);
  mail::Letter letter(language);
  letter.heading(title)
      .paragraph(intro.empty() ? Message(kWouldLikeToKnow, mailing.company.name.text).in(language)
                               : intro)
      .link(kAnswerHere.in(language), fmt::format("{}{}", mailing.origin, link.path))
      .paragraph(Message(kOnce, to_string(utc_day(link.expires))).in(language))
      .remark(kWhy.in(language));
  return {.key = fmt::format("panel.{}:{}:{}", enum_name(link.sort), to_string(mailing.wave.id),
                             to_string(link.identity)),
          .kind = link.sort == Sort::reminder ? "panel.reminder" : "panel.invitation",
          .to = to,
          .name = {},
          .language = language,
          .subject = {subject_of(title, mailing.company.name.text, link.sort, language)},
          .text = letter.text(),
          .html = letter.html(),
          .until = link.expires,
          .consent = mail::Consent{link.identity, std::string(kPurpose)}};
}

}  // namespace

Result<std::int64_t> mail_links(store::Tx& tx, const access::Actor& actor, std::string_view origin,
                                std::int64_t most) {
  if (!mail::is_on(tx)) return refuse(mail::MailRefusal::off);
  if (origin.empty()) return refuse(PanelRefusal::links_need_address);
  const company::Settings company = company::settings(tx).settings;
  std::int64_t queued = 0;
  for (const WaveId id : sql::open_waves(tx, actor.now)) {
    const Wave one = TRY(wave(tx, id));
    const Questionnaire questionnaire = TRY(find(tx, one.questionnaire));
    for (const Link& link : TRY(make_links(tx, actor, id, Whom::due, most - queued))) {
      const auto to = TextForm<Email>::parse(link.address);
      if (!to) continue;  // no longer an address as they are read today
      TRY_VOID(mail::queue(tx, actor.ids,
                           mail_for({company, questionnaire, one, origin}, link, *to), actor.now));
      ++queued;
    }
  }
  return queued;
}

}  // namespace sluis::panel
