#include "conflicts/rules.h"

namespace sluis::conflicts {
namespace {

constexpr Rule kRules[] = {
    {Kind::price,
     {"What everybody pays for the same variant on the channels that sell, with VAT, in the "
      "company's currency. A difference of a cent is a contradiction. A reseller sets its own "
      "price: it is reported here, and is never something to agree on.",
      "Wat iedereen voor dezelfde variant betaalt op de kanalen die verkopen, met btw, in de "
      "valuta van het bedrijf. Een cent verschil is een tegenspraak. Een wederverkoper bepaalt "
      "zijn eigen prijs: die wordt hier gemeld, en is nooit iets om af te spreken."},
     {"The difference times the pieces that were sold at the higher price in four weeks.",
      "Het verschil maal de stuks die in vier weken voor de hoogste prijs zijn verkocht."},
     clashing_prices},
    {Kind::availability,
     {"What the shop of a channel believes there is, against what can be promised through it: one "
      "says there is none, the other that there is.",
      "Wat de winkel van een kanaal denkt dat er is, tegen wat er via dat kanaal toegezegd kan "
      "worden: de een zegt dat er niets is, de ander van wel."},
     {"What was sold of the variant on that channel in four weeks, net of VAT.",
      "Wat er in vier weken via dat kanaal van de variant is verkocht, zonder btw."},
     clashing_availability},
    {Kind::promise,
     {"Hours, days and weeks in what channels say of a product in one language: each names a time "
      "that the other does not name.",
      "Uren, dagen en weken in wat kanalen in één taal over een product zeggen: elk noemt een "
      "tijd die de ander niet noemt."},
     {"What was sold of the product on the two channels in four weeks, net of VAT.",
      "Wat er in vier weken via de twee kanalen van het product is verkocht, zonder btw."},
     clashing_promises},
    {Kind::claim,
     {"Sizes, weights, contents, powers, percentages, pieces, months and years in what channels "
      "say of a product in one language: each names one that the other does not name.",
      "Maten, gewichten, inhouden, vermogens, percentages, stuks, maanden en jaren in wat "
      "kanalen in één taal over een product zeggen: elk noemt er een die de ander niet noemt."},
     {"What was sold of the product on the two channels in four weeks, net of VAT.",
      "Wat er in vier weken via de twee kanalen van het product is verkocht, zonder btw."},
     clashing_claims},
    {Kind::content,
     {"The titles of a product in one language, when neither has all the words of the other.",
      "De titels van een product in één taal, als geen van beide alle woorden van de ander heeft."},
     {"What was sold of the product on the two channels in four weeks, net of VAT.",
      "Wat er in vier weken via de twee kanalen van het product is verkocht, zonder btw."},
     clashing_titles},
    {Kind::opening_hours,
     {"Hours of the teams of two channels of which one passes customers on to the other, by the "
      "worksheet or by a team's overflow: the first is open while the second is closed.",
      "Openingstijden van de teams van twee kanalen waarvan het ene klanten doorgeeft aan het "
      "andere, volgens het werkblad of de uitwijk van een team: het eerste is open terwijl het "
      "tweede dicht is."},
     {"No amount: what those would have bought who found a closed door, is in no sale.",
      "Geen bedrag: wat iemand voor een dichte deur gekocht zou hebben, staat in geen verkoop."},
     clashing_hours},
    {Kind::brand,
     {"Checks of the brand with the same name on the worksheet: one channel passed, another "
      "failed.",
      "Merkcontroles met dezelfde naam op het werkblad: het ene kanaal slaagde, een ander niet."},
     {"All that the channel that failed sold in four weeks, net of VAT.",
      "Alles wat het kanaal dat niet slaagde in vier weken verkocht, zonder btw."},
     clashing_checks},
};

}  // namespace

std::span<const Rule> rules() {
  return kRules;
}

std::vector<Clash> clashing(const Facts& facts) {
  std::vector<Clash> all;
  std::set<std::string> seen;
  for (const Rule& rule : kRules) {
    for (Clash& clash : rule.find(facts)) {
      if (seen.insert(key_of(clash)).second) all.push_back(std::move(clash));
    }
  }
  return all;
}

}  // namespace sluis::conflicts
