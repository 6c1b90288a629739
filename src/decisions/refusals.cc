#include "decisions/refusals.h"

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

}  // namespace

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
  __builtin_unreachable();
}

}  // namespace sluis::decisions
