#include "kpis/rules.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace sluis::kpis {
namespace {

struct BuiltIn {
  std::string_view code;
  Text name;
  Unit unit;
  Better better;
  Source source;
  Text formula;
};

using enum Unit;
using enum Better;
using enum Source;

// In the order of their codes.
constexpr BuiltIn kBuiltIn[] = {
    {"abandonment",
     {"Abandoned contacts", "Afgebroken contacten"},
     percent,
     down,
     measured,
     {"contacts that ended before an agent answered / contacts offered",
      "contacten die eindigden voor een medewerker antwoordde / aangeboden contacten"}},
    {"average-order-value",
     {"Average order value", "Gemiddelde orderwaarde"},
     money,
     up,
     measured,
     {"net revenue / orders", "netto omzet / orders"}},
    {"clv",
     {"Customer lifetime value", "Klantwaarde over de looptijd"},
     money,
     up,
     measured,
     {"expected future margin per customer, discounted",
      "verwachte toekomstige marge per klant, contant gemaakt"}},
    {"contacts",
     {"Contacts", "Contacten"},
     count,
     up,
     measured,
     {"contacts handled", "afgehandelde contacten"}},
    {"conversion",
     {"Conversion", "Conversie"},
     percent,
     up,
     measured,
     {"visits or contacts with an order / all visits or contacts",
      "bezoeken of contacten met een order / alle bezoeken of contacten"}},
    {"cost",
     {"Cost", "Kosten"},
     money,
     down,
     measured,
     {"cost of the channel over the period, net of VAT",
      "kosten van het kanaal over de periode, zonder btw"}},
    {"cost-per-order",
     {"Cost per order", "Kosten per order"},
     money,
     down,
     measured,
     {"cost / orders", "kosten / orders"}},
    {"engagement",
     {"Engagement", "Betrokkenheid"},
     percent,
     up,
     measured,
     {"visits with at least one act beyond looking / all visits",
      "bezoeken met ten minste één handeling naast kijken / alle bezoeken"}},
    {"hit-rate",
     {"Hit rate", "Scoringskans"},
     percent,
     up,
     measured,
     {"quotes or offers accepted / quotes or offers made",
      "aanvaarde offertes of aanbiedingen / gedane offertes of aanbiedingen"}},
    {"margin",
     {"Margin", "Marge"},
     money,
     up,
     measured,
     {"net revenue - cost of what was sold", "netto omzet - kostprijs van het verkochte"}},
    {"multichannel-share",
     {"Customers on several channels", "Klanten op meer kanalen"},
     percent,
     up,
     measured,
     {"customers seen on two or more channels / all customers",
      "klanten op twee of meer kanalen / alle klanten"}},
    {"nps",
     {"Net promoter score", "Aanbevelingsscore (NPS)"},
     score,
     up,
     stated,
     {"% of answers 9 and 10 - % of answers 0 to 6",
      "% antwoorden 9 en 10 - % antwoorden 0 t/m 6"}},
    {"orders", {"Orders", "Orders"}, count, up, measured, {"orders placed", "geplaatste orders"}},
    {"reach",
     {"Reach", "Bereik"},
     count,
     up,
     measured,
     {"different people who met the channel", "verschillende mensen die het kanaal zagen"}},
    {"repeat-rate",
     {"Repeat purchases", "Herhaalaankopen"},
     percent,
     up,
     measured,
     {"customers with a second order within a year / customers with a first",
      "klanten met een tweede order binnen een jaar / klanten met een eerste"}},
    {"retention",
     {"Retention", "Klantbehoud"},
     percent,
     up,
     measured,
     {"customers of the period before who bought again / customers of the period before",
      "klanten van de vorige periode die weer kochten / klanten van de vorige periode"}},
    {"return-on-cost",
     {"Return on cost", "Rendement op kosten"},
     ratio,
     up,
     measured,
     {"(margin - cost) / cost", "(marge - kosten) / kosten"}},
    {"return-rate",
     {"Returns", "Retouren"},
     percent,
     down,
     measured,
     {"units returned / units sold", "geretourneerde stuks / verkochte stuks"}},
    {"revenue",
     {"Revenue", "Omzet"},
     money,
     up,
     measured,
     {"net revenue, without VAT", "netto omzet, zonder btw"}},
    {"service-level",
     {"Service level", "Serviceniveau"},
     percent,
     up,
     measured,
     {"contacts answered within the promised time / contacts offered",
      "contacten beantwoord binnen de beloofde tijd / aangeboden contacten"}},
    {"speed-of-answer",
     {"Speed of answer", "Wachttijd tot antwoord"},
     seconds,
     down,
     measured,
     {"mean waiting time of answered contacts", "gemiddelde wachttijd van beantwoorde contacten"}},
    {"stock-out-rate",
     {"Stock-outs", "Niet op voorraad"},
     percent,
     down,
     measured,
     {"product views without stock / all product views",
      "getoonde producten zonder voorraad / alle getoonde producten"}},
    {"visits",
     {"Visits", "Bezoeken"},
     count,
     up,
     measured,
     {"visits, ended by 30 minutes without a sign", "bezoeken, beëindigd door 30 minuten stilte"}},
};

constexpr std::size_t kTargetsMax = 200;

constexpr Text kKpiUnknown{"There is no KPI {0}.", "Er is geen KPI {0}."};
constexpr Text kEndsBeforeStart{"The period starts on {0}, so it must end after that day.",
                                "De periode begint op {0} en moet dus na die dag eindigen."};
constexpr Text kOverlaps{"There is already a target for {0} in this period.",
                         "Er is al een doel voor {0} in deze periode."};
constexpr Text kCurrencyNeeded{"An amount of money needs its currency, for example EUR.",
                               "Een geldbedrag heeft een valuta nodig, bijvoorbeeld EUR."};
constexpr Text kCurrencyUnneeded{"Leave this empty: there is no amount of money for {0}.",
                                 "Laat dit leeg: er is geen geldbedrag voor {0}."};
constexpr Text kTooMany{"At most {0} targets.", "Hoogstens {0} doelen."};

Definition definition_of(const BuiltIn& row) {
  return {.code = {std::string(row.code)},
          .name_en = {std::string(row.name.en)},
          .name_nl = {std::string(row.name.nl)},
          .unit = row.unit,
          .better = row.better,
          .source = row.source,
          .formula_en = {std::string(row.formula.en)},
          .formula_nl = {std::string(row.formula.nl)},
          .built_in = true};
}

bool overlap(const Target& a, const Target& b) {
  return a.kpi == b.kpi && (!a.to || b.from < *a.to) && (!b.to || a.from < *b.to);
}

// The first problem of one target, as the name of its field and what would be right.
std::optional<FieldProblem> problem_of(const Target& target, const std::vector<Definition>& known) {
  const Definition* definition = find(known, target.kpi);
  if (definition == nullptr) {
    return FieldProblem{"/kpi", "unknown", Message(kKpiUnknown, target.kpi.text)};
  }
  if (target.to && *target.to <= target.from) {
    return FieldProblem{"/to", "range", Message(kEndsBeforeStart, to_string(target.from))};
  }
  const bool money = definition->unit == Unit::money && target.value;
  if (money && !target.currency) {
    return FieldProblem{"/currency", "required", Message(kCurrencyNeeded)};
  }
  if (!money && target.currency) {
    return FieldProblem{"/currency", "unknown", Message(kCurrencyUnneeded, target.kpi.text)};
  }
  return std::nullopt;
}

}  // namespace

const std::vector<Definition>& built_in() {
  static const std::vector<Definition> all = [] {
    std::vector<Definition> definitions;
    for (const BuiltIn& row : kBuiltIn)
      definitions.push_back(definition_of(row));
    return definitions;
  }();
  return all;
}

const Definition* find(const std::vector<Definition>& definitions, const Slug& code) {
  const auto found = std::ranges::lower_bound(definitions, code, {}, &Definition::code);
  return found != definitions.end() && found->code == code ? &*found : nullptr;
}

std::vector<Definition> merged(const std::vector<Definition>& a, const std::vector<Definition>& b) {
  std::vector<Definition> all;
  std::ranges::merge(a, b, std::back_inserter(all), {}, &Definition::code, &Definition::code);
  return all;
}

std::vector<FieldProblem> target_problems(const std::vector<Target>& targets,
                                          const std::vector<Definition>& known,
                                          const std::string& pointer) {
  std::vector<FieldProblem> problems;
  if (targets.size() > kTargetsMax) {
    problems.push_back({pointer, "range", Message(kTooMany, std::to_string(kTargetsMax))});
    return problems;
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    auto problem = problem_of(targets[i], known);
    const auto before = std::span(targets).first(i);
    const bool overlaps =
        std::ranges::any_of(before, [&](const Target& one) { return overlap(one, targets[i]); });
    if (!problem && overlaps) {
      problem = FieldProblem{"/from", "range", Message(kOverlaps, targets[i].kpi.text)};
    }
    if (!problem) continue;
    problem->pointer = fmt::format("{}/{}{}", pointer, i, problem->pointer);
    problems.push_back(*std::move(problem));
  }
  return problems;
}

}  // namespace sluis::kpis
