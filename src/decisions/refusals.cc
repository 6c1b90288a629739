#include "decisions/refusals.h"

#include "decisions/decisions.h"
#include "kernel/assert.h"

namespace sluis::decisions {
namespace {

constexpr RefusalKind kTrialTooSmall{
    "trial_too_small", Category::invalid, Retry::useless,
    Text{"A trial needs two arms of at least {0} rows each; {1} has {2}.",
         "Een proef heeft twee armen van elk minstens {0} rijen nodig; {1} heeft er {2}."}};
constexpr RefusalKind kTrialArmsMany{
    "trial_arms_many", Category::invalid, Retry::useless,
    Text{"The column of arms holds more than {0} values: is it the right one?",
         "De kolom met armen bevat meer dan {0} waarden: is het de juiste?"}};
constexpr RefusalKind kTrialArmUnknown{
    "trial_arm_unknown", Category::invalid, Retry::useless,
    Text{"The file has no arm {0}. It has: {1}.", "Het bestand heeft geen arm {0}. Wel: {1}."}};
constexpr RefusalKind kTrialFeaturesMany{
    "trial_features_many", Category::invalid, Retry::useless,
    Text{"These columns make {0} features; at most {1} are possible. Leave out a column with many "
         "different values.",
         "Deze kolommen geven {0} kenmerken; er kunnen er hoogstens {1} zijn. Laat een kolom met "
         "veel verschillende waarden weg."}};

constexpr RefusalKind kOfferUnknown{"offer_unknown",
                                    Category::not_found,
                                    Retry::useless,
                                    {"There is no such offer.", "Deze aanbieding bestaat niet."}};
constexpr RefusalKind kOfferCodeTaken{
    "offer_code_taken",
    Category::conflict,
    Retry::useless,
    {"There is already an offer with the code {0}. Choose another.",
     "Er is al een aanbieding met de code {0}. Kies een andere."}};
constexpr RefusalKind kPlacementUnknown{"placement_unknown",
                                        Category::not_found,
                                        Retry::useless,
                                        {"There is no such place.", "Deze plek bestaat niet."}};
constexpr RefusalKind kPlacementCodeTaken{
    "placement_code_taken",
    Category::conflict,
    Retry::useless,
    {"There is already a place with the code {0}. Choose another.",
     "Er is al een plek met de code {0}. Kies een andere."}};

constexpr RefusalKind kHandleNeeded{
    "handle_needed",
    Category::forbidden,
    Retry::useless,
    {"This key names no visitors: send the handle that the server gave.",
     "Deze sleutel mag geen bezoekers noemen: stuur het kenmerk dat de server gaf."}};
constexpr RefusalKind kHandleInvalid{
    "handle_invalid",
    Category::forbidden,
    Retry::useless,
    {"This handle is not ours, is for somebody else, or holds no longer. Ask for a new one.",
     "Dit kenmerk is niet van ons, is van iemand anders of geldt niet meer. Vraag een nieuw."}};

constexpr RefusalKind kDecisionUnknown{
    "decision_unknown",
    Category::not_found,
    Retry::useless,
    {"There is no such decision, it offered nothing, or it was for somebody else.",
     "Deze beslissing bestaat niet, bood niets aan of was voor iemand anders."}};
constexpr RefusalKind kDecisionAccepted{"decision_accepted",
                                        Category::conflict,
                                        Retry::useless,
                                        {"This offer was accepted before; it holds once.",
                                         "Deze aanbieding is al aangenomen; ze geldt één keer."}};
constexpr RefusalKind kDecisionExpired{
    "decision_expired",
    Category::conflict,
    Retry::useless,
    {"This offer holds no longer. Ask again what is offered.",
     "Deze aanbieding geldt niet meer. Vraag opnieuw wat er wordt aangeboden."}};
constexpr RefusalKind kNobodyFree{
    "nobody_free",
    Category::conflict,
    Retry::may_help,
    {"Somebody else was just before you. Ask again what is offered.",
     "Iemand anders was u net voor. Vraag opnieuw wat er wordt aangeboden."}};
constexpr RefusalKind kAgreementNeeded{
    "agreement_needed",
    Category::conflict,
    Retry::useless,
    {"Nobody calls without a yes to the words on the page: send the telephone number, and where "
     "they agreed in `agreed`.",
     "Niemand belt zonder een ja op de woorden op de pagina: stuur het telefoonnummer, en waar zij "
     "instemden in `agreed`."}};
constexpr RefusalKind kPolicyUnknown{
    "policy_unknown",
    Category::not_found,
    Retry::useless,
    {"There is no version {0} of the policy.", "Er is geen versie {0} van het beleid."}};
constexpr RefusalKind kPolicyOutdated{
    "policy_outdated",
    Category::conflict,
    Retry::useless,
    {"Version {0} does not know the offers and segments of today.",
     "Versie {0} kent de aanbiedingen en segmenten van vandaag niet."}};

}  // namespace

const RefusalKind& kind_of(AnswerRefusal refusal) {
  switch (refusal) {
    case AnswerRefusal::decision_unknown:
      return kDecisionUnknown;
    case AnswerRefusal::decision_accepted:
      return kDecisionAccepted;
    case AnswerRefusal::decision_expired:
      return kDecisionExpired;
    case AnswerRefusal::nobody_free:
      return kNobodyFree;
    case AnswerRefusal::agreement_needed:
      return kAgreementNeeded;
  }
  assertion_failed("an AnswerRefusal");
}

const RefusalKind& kind_of(PolicyRefusal refusal) {
  switch (refusal) {
    case PolicyRefusal::policy_unknown:
      return kPolicyUnknown;
    case PolicyRefusal::policy_outdated:
      return kPolicyOutdated;
  }
  assertion_failed("a PolicyRefusal");
}

const RefusalKind& kind_of(HandleRefusal refusal) {
  switch (refusal) {
    case HandleRefusal::handle_needed:
      return kHandleNeeded;
    case HandleRefusal::handle_invalid:
      return kHandleInvalid;
  }
  assertion_failed("a HandleRefusal");
}

const RefusalKind& kind_of(OfferRefusal refusal) {
  switch (refusal) {
    case OfferRefusal::offer_unknown:
      return kOfferUnknown;
    case OfferRefusal::offer_code_taken:
      return kOfferCodeTaken;
    case OfferRefusal::placement_unknown:
      return kPlacementUnknown;
    case OfferRefusal::placement_code_taken:
      return kPlacementCodeTaken;
  }
  assertion_failed("an OfferRefusal");
}

const RefusalKind& kind_of(DecisionRefusal refusal) {
  switch (refusal) {
    case DecisionRefusal::trial_too_small:
      return kTrialTooSmall;
    case DecisionRefusal::trial_arms_many:
      return kTrialArmsMany;
    case DecisionRefusal::trial_arm_unknown:
      return kTrialArmUnknown;
    case DecisionRefusal::trial_features_many:
      return kTrialFeaturesMany;
  }
  assertion_failed("a DecisionRefusal");
}

}  // namespace sluis::decisions
