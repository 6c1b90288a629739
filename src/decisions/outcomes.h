// What came of decisions: the margin of orders that the same customer placed in time, over any
// channel, taken from the log of events once each.
#pragma once

#include "decisions/decisions.h"

namespace sluis::decisions {

inline constexpr std::string_view kOutcomeSeen = "decisions.outcome_seen";

}  // namespace sluis::decisions
