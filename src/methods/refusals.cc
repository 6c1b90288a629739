#include "methods/refusals.h"

namespace sluis::methods {
namespace {

constexpr RefusalKind kNoPaths{
    "no_paths", Category::invalid, Retry::useless,
    Text{"There is no path with a channel in it, so there is nothing to credit.",
         "Er is geen pad met een kanaal erin, dus valt er niets toe te rekenen."}};
constexpr RefusalKind kNoConversions{
    "no_conversions", Category::invalid, Retry::useless,
    Text{
        "None of the {0} paths converts, so there is nothing to credit. Take a longer period, or "
        "say which events are conversions.",
        "Geen van de {0} paden leidt tot een conversie, dus valt er niets toe te rekenen. Neem een "
        "langere periode, of zeg welke gebeurtenissen conversies zijn."}};
constexpr RefusalKind kTooManyStates{
    "too_many_states", Category::too_large, Retry::useless,
    Text{
        "A Markov chain of order {0} has more than {1} states on these paths. Take a lower order, "
        "or put channels together.",
        "Een Markovketen van orde {0} heeft op deze paden meer dan {1} toestanden. Neem een lagere "
        "orde, of voeg kanalen samen."}};
constexpr RefusalKind kChainNotSolved{
    "chain_not_solved", Category::invalid, Retry::useless,
    Text{"The Markov chain of order {0} was not solved in {1} rounds: these paths go round in "
         "circles for too long. Take a lower order, or leave out the longest paths.",
         "De Markovketen van orde {0} is in {1} ronden niet opgelost: deze paden gaan te lang in "
         "kringen rond. Neem een lagere orde, of laat de langste paden weg."}};
constexpr RefusalKind kNoBuyers{
    "no_buyers", Category::invalid, Retry::useless,
    Text{
        "Nobody bought anything up to the last day that counts. Take a later day, or another file.",
        "Niemand kocht iets tot en met de laatste dag die telt. Neem een latere dag, of een ander "
        "bestand."}};
constexpr RefusalKind kNoRepeats{
    "no_repeats", Category::invalid, Retry::useless,
    Text{
        "Nobody bought a second time, so nothing can be said about repeat purchases. Take a longer "
        "period.",
        "Niemand kocht een tweede keer, dus over herhaalaankopen valt niets te zeggen. Neem een "
        "langere periode."}};
constexpr RefusalKind kDaysTooFarApart{
    "days_too_far_apart", Category::invalid, Retry::useless,
    Text{"The purchases go from {0} to {1}: more than {2} years. Is one of these days wrong?",
         "De aankopen lopen van {0} tot {1}: meer dan {2} jaar. Klopt een van deze dagen niet?"}};
constexpr RefusalKind kNotSettled{
    "not_settled", Category::invalid, Retry::useless,
    Text{
        "The model {0} does not settle on these customers: no finite parameters fit best. There "
        "are "
        "too few of them, or they are too much alike; take a longer period or more customers.",
        "Het model {0} komt op deze klanten niet uit: geen eindige parameters passen het best. Het "
        "zijn er te weinig, of ze lijken te veel op elkaar; neem een langere periode of meer "
        "klanten."}};

constexpr RefusalKind kNoFiniteMean{
    "no_finite_mean", Category::invalid, Retry::useless,
    Text{"There is no value in money: amounts differ so much between customers that the model has "
         "no mean for them (Gamma-Gamma, q = {0}, where more than 1 is needed). Look whether the "
         "largest amounts are right, and value consumers apart from companies.",
         "Er is geen waarde in geld: bedragen verschillen zo sterk tussen klanten dat het model er "
         "geen gemiddelde voor heeft (Gamma-Gamma, q = {0}, waar meer dan 1 nodig is). Kijk of de "
         "grootste bedragen kloppen, en waardeer consumenten apart van bedrijven."}};
constexpr RefusalKind kMeanFarOff{
    "mean_far_off", Category::invalid, Retry::useless,
    Text{"There is no value in money: the model expects {0} an order where customers who came back "
         "spent {1} (Gamma-Gamma, q = {2}). More than {3} % between them is too far off. Look "
         "whether the largest amounts are right, and value consumers apart from companies.",
         "Er is geen waarde in geld: het model verwacht {0} per order waar klanten die terugkwamen "
         "{1} uitgaven (Gamma-Gamma, q = {2}). Meer dan {3} % ertussen is te ver ernaast. Kijk of "
         "de grootste bedragen kloppen, en waardeer consumenten apart van bedrijven."}};
constexpr RefusalKind kAmountsGoWithOrders{
    "amounts_go_with_orders", Category::invalid, Retry::useless,
    Text{"There is no value in money: how often customers buy and for how much goes together with "
         "a correlation of {0}, and the model of amounts holds only up to {1}. Value groups of "
         "customers apart that are alike in how often they buy.",
         "Er is geen waarde in geld: hoe vaak klanten kopen en voor hoeveel hangt samen met een "
         "correlatie van {0}, en het model van bedragen geldt maar tot {1}. Waardeer groepen "
         "klanten apart die even vaak kopen."}};

}  // namespace

const RefusalKind& kind_of(MethodRefusal refusal) {
  switch (refusal) {
    case MethodRefusal::no_paths:
      return kNoPaths;
    case MethodRefusal::no_conversions:
      return kNoConversions;
    case MethodRefusal::too_many_states:
      return kTooManyStates;
    case MethodRefusal::chain_not_solved:
      return kChainNotSolved;
    case MethodRefusal::no_buyers:
      return kNoBuyers;
    case MethodRefusal::no_repeats:
      return kNoRepeats;
    case MethodRefusal::days_too_far_apart:
      return kDaysTooFarApart;
    case MethodRefusal::not_settled:
      return kNotSettled;
    case MethodRefusal::no_finite_mean:
      return kNoFiniteMean;
    case MethodRefusal::mean_far_off:
      return kMeanFarOff;
    case MethodRefusal::amounts_go_with_orders:
      return kAmountsGoWithOrders;
  }
  __builtin_unreachable();
}

}  // namespace sluis::methods
