// What others hear of the panel: the trail, and facts for screens.
#pragma once

#include "panel/waves.h"

namespace sluis::panel {

inline constexpr std::string_view kEntity = "questionnaire";

// Writes down what was done to a questionnaire, and tells that the panel changed.
void tell(store::Tx& tx, const access::Actor& actor, const Questionnaire& questionnaire,
          std::string_view action, Json before = {}, Json after = {});
// Only that it changed: of what people do by themselves the trail keeps nothing.
void tell_changed(store::Tx& tx, Instant now);

}  // namespace sluis::panel
