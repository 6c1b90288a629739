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

}  // namespace

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
