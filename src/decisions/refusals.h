// Why a trial cannot be judged.
#pragma once

#include "kernel/result.h"

namespace sluis::decisions {

enum class DecisionRefusal : std::uint8_t {
  trial_too_small,
  trial_arms_many,
  trial_arm_unknown,
  trial_features_many,
};
BOOST_DESCRIBE_ENUM(DecisionRefusal, trial_too_small, trial_arms_many, trial_arm_unknown,
                    trial_features_many)
const RefusalKind& kind_of(DecisionRefusal refusal);

}  // namespace sluis::decisions
