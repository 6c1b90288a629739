// What stands out beside the money, each with how many it is about and how sure it is.

#include <algorithm>

#include "platform/zones/zones.h"
#include "reports/page_parts.h"

namespace sluis::reports {
namespace {

constexpr Text kAdded{"What was measured to be added", "Wat er gemeten bijkwam"};
constexpr Text kAddedNote{
    "From tests and hold-outs that people entered from {0}: what each customer bought more within "
    "{1} days than those who were left alone. Only this speaks of an effect; what channels sold "
    "above does not.",
    "Uit proeven en achtergehouden groepen waar mensen in kwamen van {0}: wat elke klant binnen "
    "{1} dagen meer kocht dan wie met rust werd gelaten. Alleen dit spreekt van een effect; wat "
    "kanalen hierboven verkochten doet dat niet."};
constexpr Text kNoTests{
    "There was no hold-out and no randomised test in these weeks, so nobody can say what a channel "
    "added. What it sold may have been bought anyway.",
    "Er was in deze weken geen achtergehouden groep en geen gerandomiseerde proef, dus niemand kan "
    "zeggen wat een kanaal toevoegde. Wat het verkocht was misschien toch gekocht."};
constexpr Text kNobodyLeftAlone{"nobody was left alone, or how was drawn changed: no comparison",
                                "niemand werd met rust gelaten, of de loting veranderde: geen "
                                "vergelijking"};
constexpr Text kNoOrders{"nobody ordered, in either group", "niemand bestelde, in geen van beide"};
constexpr Text kTest{"Test", "Proef"};
constexpr Text kCustomers{"Customers", "Klanten"};
constexpr Text kLeftAlone{"Left alone", "Met rust gelaten"};
constexpr Text kMoreMargin{"More margin per customer", "Meer marge per klant"};
constexpr Text kOnChannel{"Channel", "Kanaal"};

constexpr Text kFit{"Largest mismatches of fit", "Grootste mismatches van kanalen"};
constexpr Text kFitNote{
    "Where customers are in each phase beside what the worksheet plans, from {0}. What it is about "
    "in money, not what a change would bring; rows overlap and are not to be added up.",
    "Waar klanten in elke fase zijn naast wat het werkblad plant, van {0}. Om hoeveel geld het "
    "gaat, niet wat een wijziging zou brengen; regels overlappen en zijn niet op te tellen."};
constexpr Text kNoMisfits{"No mismatch stands out.", "Er springt geen mismatch uit."};
constexpr Text kMismatch{"Mismatch", "Mismatch"};
constexpr Text kSegment{"Segment", "Segment"};
constexpr Text kEverybody{"Everybody", "Iedereen"};
constexpr Text kPhase{"Phase", "Fase"};
constexpr Text kAbout{"About", "Gaat om"};

constexpr Text kConflicts{"New conflicts", "Nieuwe tegenspraken"};
constexpr Text kConflictsNote{
    "What channels say of the same thing that cannot both be so, found since the week began and "
    "still open. At stake: over four weeks.",
    "Wat kanalen van hetzelfde zeggen en niet allebei kan kloppen, gevonden sinds de week begon en "
    "nog open. Inzet: over vier weken."};
constexpr Text kNoConflicts{"No new ones.", "Geen nieuwe."};
constexpr Text kMoreConflicts{"And {0} more, in Sluis under Conflicts.",
                              "En nog {0}, in Sluis onder Tegenspraken."};
constexpr Text kKind{"Kind", "Soort"};
constexpr Text kWhat{"What", "Wat"};
constexpr Text kSays{"Says", "Zegt"};
constexpr Text kAgainst{"Against", "Tegenover"};
constexpr Text kItself{"Sluis", "Sluis"};
constexpr Text kStake{"At stake", "Inzet"};
constexpr Text kUnknownStake{"not known", "niet bekend"};

constexpr Text kHours{"An hour more of an agent", "Een uur meer van een medewerker"};
constexpr Text kHoursNote{
    "What it would have been worth from {0} to {1}, from what accepted offers were measured to add "
    "and what the queue took.",
    "Wat het waard was geweest van {0} tot {1}, uit wat aanvaarde aanbiedingen gemeten toevoegden "
    "en wat de wachtrij nam."};
constexpr Text kTeam{"Team", "Team"};
constexpr Text kOffered{"Offered", "Aangeboden"};
constexpr Text kHeldOut{"Held out", "Achtergehouden"};
constexpr Text kWorth{"Worth of an hour", "Waarde van een uur"};

constexpr Text kPhases[] = {{"Awareness", "Bekendheid"},
                            {"Evaluation", "Vergelijken"},
                            {"Purchase", "Aankoop"},
                            {"Delivery", "Levering"},
                            {"After-sales", "Nazorg"}};
constexpr Text kMismatches[] = {{"Not planned", "Niet gepland"},
                                {"Hardly used", "Nauwelijks gebruikt"},
                                {"Drop out more", "Haken vaker af"}};
constexpr Text kKinds[] = {{"Price", "Prijs"},     {"Availability", "Beschikbaarheid"},
                           {"Promise", "Belofte"}, {"Claim", "Claim"},
                           {"Title", "Titel"},     {"Opening hours", "Openingstijden"},
                           {"Brand", "Merk"}};

template <class Enum, std::size_t count>
std::string named(const Page& page, const Text (&names)[count], Enum value) {
  return page.words.say(names[static_cast<std::size_t>(value)]);
}

void add_words(const Page& page, const Text& text) {
  page.blocks.push_back(pdf::Paragraph{page.words.say(text)});
}

pdf::Row lift_row(const Page& page, const measures::Trial& trial, const measures::Lift& lift) {
  const bool of_enough = std::min(lift.customers, lift.control_customers) >= kFew;
  const bool is_empty = lift.orders.value == 0 && lift.orders.standard_error == 0;
  return {.cells = {
              {trial.experiment, lift.arm},
              {trial.channel ? channel_name(page.report, *trial.channel) : "–"},
              {page.words.count(lift.customers)},
              {page.words.count(lift.control_customers)},
              {is_empty ? page.words.say(kNoOrders) : page.words.around(lift.margin, of_enough)}}};
}

std::string segment_name(const Page& page, std::optional<SegmentId> segment) {
  if (!segment) return page.words.say(kEverybody);
  const auto found = page.report.segments.find(*segment);
  return found == page.report.segments.end() ? to_string(*segment) : found->second;
}

pdf::Row misfit_row(const Page& page, const measures::Misfit& one) {
  pdf::Cell money{page.words.money(one.money)};
  if (one.low && one.high)
    money.note = page.words.between(page.words.money(*one.low), page.words.money(*one.high));
  return {.cells = {{named(page, kMismatches, one.mismatch)},
                    {segment_name(page, one.segment)},
                    {named(page, kPhases, one.phase)},
                    {channel_name(page.report, one.channel)},
                    {page.words.count(one.customers)},
                    std::move(money)}};
}

pdf::Row conflict_row(const Page& page, const conflicts::Conflict& one) {
  const std::string other =
      one.other ? channel_name(page.report, *one.other) : page.words.say(kItself);
  return {.cells = {{named(page, kKinds, one.kind)},
                    {one.name.empty() ? one.about : one.name, one.sku},
                    {one.value, channel_name(page.report, one.channel)},
                    {one.other_value, other},
                    {one.stake ? page.words.money(*one.stake) : page.words.say(kUnknownStake)}}};
}

// In the currency of the company, with the range; nothing where nothing can be said.
std::optional<pdf::Row> hour_row(const Page& page, const decisions::TeamHour& hour) {
  if (!hour.worth_low || !hour.worth_high) return std::nullopt;
  const methods::Estimate worth{
      .value = hour.worth.value_or(0), .low = *hour.worth_low, .high = *hour.worth_high};
  return pdf::Row{.cells = {{hour.name},
                            {page.words.count(hour.decisions)},
                            {page.words.count(hour.held_out)},
                            {page.words.around(worth, hour.worth.has_value())}}};
}

}  // namespace

void add_tests(const Page& page) {
  const Weekly& report = page.report;
  page.blocks.push_back(pdf::Heading{
      page.words.say(kAdded), page.words.say(kAddedNote, page.words.days(report.evidence_over),
                                             std::to_string(kTestWithinDays))});
  pdf::Table table{.columns = {{page.words.say(kTest), pdf::Align::left},
                               {page.words.say(kOnChannel), pdf::Align::left},
                               {page.words.say(kCustomers)},
                               {page.words.say(kLeftAlone)},
                               {page.words.say(kMoreMargin)}},
                   .rows = {}};
  for (const measures::Trial& trial : report.trials) {
    for (const measures::Lift& lift : trial.lifts)
      table.rows.push_back(lift_row(page, trial, lift));
    if (trial.lifts.empty())
      table.rows.push_back(
          {.cells = {{trial.experiment, page.words.say(kNobodyLeftAlone)}, {}, {}, {}, {"–"}}});
  }
  if (table.rows.empty()) return add_words(page, kNoTests);
  page.blocks.push_back(std::move(table));
}

void add_misfits(const Page& page) {
  const Weekly& report = page.report;
  page.blocks.push_back(pdf::Heading{
      page.words.say(kFit), page.words.say(kFitNote, page.words.days(report.evidence_over))});
  if (report.misfits.empty()) return add_words(page, kNoMisfits);
  pdf::Table table{.columns = {{page.words.say(kMismatch), pdf::Align::left},
                               {page.words.say(kSegment), pdf::Align::left},
                               {page.words.say(kPhase), pdf::Align::left},
                               {page.words.say(kOnChannel), pdf::Align::left},
                               {page.words.say(kCustomers)},
                               {page.words.say(kAbout)}},
                   .rows = {}};
  for (std::size_t i = 0; i < std::min(kStandOut, report.misfits.size()); ++i)
    table.rows.push_back(misfit_row(page, report.misfits[i]));
  page.blocks.push_back(std::move(table));
}

void add_conflicts(const Page& page) {
  const auto& found = page.report.conflicts;
  page.blocks.push_back(pdf::Heading{page.words.say(kConflicts), page.words.say(kConflictsNote)});
  if (found.empty()) return add_words(page, kNoConflicts);
  pdf::Table table{.columns = {{page.words.say(kKind), pdf::Align::left},
                               {page.words.say(kWhat), pdf::Align::left},
                               {page.words.say(kSays), pdf::Align::left},
                               {page.words.say(kAgainst), pdf::Align::left},
                               {page.words.say(kStake)}},
                   .rows = {}};
  const std::size_t told = std::min(kStandOut, found.size());
  for (std::size_t i = 0; i < told; ++i)
    table.rows.push_back(conflict_row(page, found[i]));
  page.blocks.push_back(std::move(table));
  if (const auto more = static_cast<std::int64_t>(found.size() - told); more > 0) {
    page.blocks.push_back(
        pdf::Paragraph{page.words.say(kMoreConflicts, page.words.count(more)), pdf::Tone::quiet});
  }
}

void add_hours(const Page& page) {
  const Weekly& report = page.report;
  pdf::Table table{.columns = {{page.words.say(kTeam), pdf::Align::left},
                               {page.words.say(kOffered)},
                               {page.words.say(kHeldOut)},
                               {page.words.say(kWorth)}},
                   .rows = {}};
  for (const decisions::TeamHour& hour : report.hours) {
    if (auto row = hour_row(page, hour)) table.rows.push_back(*std::move(row));
  }
  if (table.rows.empty()) return;
  const Date last = report.week.to + std::chrono::days(-1);
  page.blocks.push_back(pdf::Heading{
      page.words.say(kHours),
      page.words.say(kHoursNote, zones::day_in_words(report.hits_over.from, page.words.language()),
                     zones::day_in_words(last, page.words.language()))});
  page.blocks.push_back(std::move(table));
}

}  // namespace sluis::reports
