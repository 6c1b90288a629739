// What came of decisions: the margin of orders that the same customer placed in time, over any
// channel, taken from the log of events once each; and forgetting who a decision was for.
#pragma once

#include "decisions/decisions.h"
#include "platform/outbox/driver.h"

namespace sluis::decisions {

outbox::Consumer forgetting();

inline constexpr std::string_view kOutcomeSeen = "decisions.outcome_seen";

}  // namespace sluis::decisions
