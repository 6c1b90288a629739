#include "reports/page.h"

#include <algorithm>

#include "platform/zones/zones.h"
#include "reports/page_parts.h"

namespace sluis::reports {
namespace {

constexpr Text kTitle{"Weekly report", "Weekrapport"};
constexpr Text kWeekNamed{"week {0} of {1}", "week {0} van {1}"};
constexpr Text kBelow{"Week {0}: {1}, beside the week before. Amounts are in {2} and net of VAT.",
                      "Week {0}: {1}, naast de week ervoor. Bedragen zijn in {2} en zonder btw."};
constexpr Text kFile{"weekly-report-{0}-W{1}.pdf", "weekrapport-{0}-W{1}.pdf"};
constexpr Text kOurCompany{"Sluis", "Sluis"};

constexpr Text kIncomplete{
    "Made before everything that had been told was added up: figures of this week may still grow. "
    "The last that is in them arrived on {0}.",
    "Gemaakt voordat alles wat verteld was, was opgeteld: cijfers van deze week kunnen nog "
    "groeien. Het laatste dat erin zit kwam binnen op {0}."};
constexpr Text kNothingIn{
    "Nothing has been added up yet of what was told, so every figure is empty.",
    "Er is nog niets opgeteld van wat verteld is, dus elk cijfer is leeg."};
constexpr Text kWithoutCost{
    "Of {0} of the sales nobody told the cost of goods: all of it counts as margin.",
    "Van {0} aan verkopen is de inkoop niet bekend: daarvan telt alles als marge."};
constexpr Text kOtherMoney{
    "There was money in {0}, too. It is in none of these figures: currencies are never added.",
    "Er was ook geld in {0}. Dat zit in geen van deze cijfers: valuta's worden nooit opgeteld."};

constexpr Text kReading{"How to read this", "Hoe dit te lezen"};
constexpr Text kCounted{
    "Orders, revenue and profit are counted, not estimated, so they have no range. What is told "
    "late can still change a week that is over; the screens in Sluis then differ from this.",
    "Orders, omzet en winst zijn geteld, niet geschat, en hebben dus geen marge. Wat laat verteld "
    "wordt kan een week die voorbij is nog wijzigen; de schermen in Sluis wijken dan hiervan af."};
constexpr Text kLevelsExplained{
    "Net revenue is sales less returns, cancellations and goodwill. Order margin is net revenue "
    "less goods, fees, transport and handling of returns. Contribution is order margin less time "
    "of agents and media: what is left for fixed costs. Result is contribution less other people "
    "and fixed costs.",
    "Netto omzet is verkopen min retouren, annuleringen en tegemoetkomingen. Ordermarge is netto "
    "omzet min inkoop, commissie en betaalkosten, verzending en verwerking van retouren. Bijdrage "
    "is ordermarge min tijd van medewerkers en media: wat er overblijft voor vaste kosten. "
    "Resultaat is bijdrage min overige mensen en vaste kosten."};
constexpr Text kRanges{
    "A range holds what is true in 95 of 100 cases. Of fewer than thirty only the range is told.",
    "Een bereik bevat in 95 van de 100 gevallen wat waar is. Van minder dan dertig staat er alleen "
    "het bereik."};
constexpr Text kAsOf{"Made on {0}. The last that is in the figures arrived on {1}.",
                     "Gemaakt op {0}. Het laatste dat in de cijfers zit kwam binnen op {1}."};

std::string moment(const Weekly& report, Instant at, Language language) {
  return zones::day_and_time(at, report.company.zone, language);
}

std::string company_of(const Weekly& report, Language language) {
  return report.company.name.text.empty() ? std::string(kOurCompany.in(language))
                                          : report.company.name.text;
}

// What one has to know before the first figure.
void add_warnings(pdf::Document& document, const Weekly& report, const Words& words) {
  const auto warn = [&](const std::string& text) {
    document.blocks.push_back(pdf::Paragraph{text, pdf::Tone::bad});
  };
  if (!report.as_of) {
    warn(words.say(kNothingIn));
  } else if (!report.complete) {
    warn(words.say(kIncomplete, moment(report, *report.as_of, words.language())));
  }
  if (const Micro without = report.profit.total.without_cost; without > Micro())
    document.blocks.push_back(
        pdf::Paragraph{words.say(kWithoutCost, words.money(without)), pdf::Tone::quiet});
  std::string others;
  for (const Currency& currency : report.others)
    others += (others.empty() ? "" : ", ") + std::string(currency.code());
  if (!others.empty())
    document.blocks.push_back(pdf::Paragraph{words.say(kOtherMoney, others), pdf::Tone::quiet});
}

void add_reading(pdf::Document& document, const Weekly& report, const Words& words) {
  document.blocks.push_back(pdf::Heading{words.say(kReading)});
  std::string last = words.say(kRanges);
  if (report.as_of) {
    last += " " + words.say(kAsOf, moment(report, report.made, words.language()),
                            moment(report, *report.as_of, words.language()));
  }
  for (const std::string& text : {words.say(kLevelsExplained), words.say(kCounted), last})
    document.blocks.push_back(pdf::Paragraph{text, pdf::Tone::quiet});
}

}  // namespace

std::string name_of(const Week& week, Language language) {
  const Date thursday = week.from + std::chrono::days(3);
  return Message(kWeekNamed, std::to_string(number_of(week)), std::to_string(thursday.year()))
      .in(language);
}

std::string file_name(const Week& week, Language language) {
  const Date thursday = week.from + std::chrono::days(3);
  return Message(kFile, std::to_string(thursday.year()), fmt::format("{:02}", number_of(week)))
      .in(language);
}

pdf::Document page_of(const Weekly& report, Language language) {
  const Words words(language, report.currency);
  pdf::Document document{
      .title = fmt::format("{} {}", kTitle.in(language), name_of(report.week, language)),
      .author = company_of(report, language),
      .footer = fmt::format("{} · {} · {}", company_of(report, language), kTitle.in(language),
                            name_of(report.week, language)),
      .language = language,
      .made = report.made,
      .blocks = {}};
  document.blocks.push_back(
      pdf::Title{company_of(report, language), words.say(kTitle),
                 words.say(kBelow, std::to_string(number_of(report.week)), words.days(report.week),
                           std::string(report.currency.code()))});
  add_warnings(document, report, words);
  const Page page{document.blocks, report, words};
  add_totals(page);
  add_channels(page);
  add_statement(page);
  add_tests(page);
  add_misfits(page);
  add_conflicts(page);
  add_hours(page);
  add_reading(document, report, words);
  return document;
}

}  // namespace sluis::reports
