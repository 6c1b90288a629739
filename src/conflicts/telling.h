// What others hear of conflicts: the trail of each, and facts for those who listen.
#pragma once

#include "conflicts/conflicts.h"

namespace sluis::conflicts {

inline constexpr std::string_view kEntity = "conflict";

void record(store::Tx& tx, const access::Actor& actor, std::string_view action,
            const Conflict* before, const Conflict& after);

}  // namespace sluis::conflicts
