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
  }
  __builtin_unreachable();
}

}  // namespace sluis::methods
