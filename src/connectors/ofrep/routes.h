// The routes of OFREP, exactly where its providers look for them.
#pragma once

#include <vector>

#include "decisions/decisions.h"
#include "platform/api/route.h"

namespace sluis::connectors::ofrep {

// Without an engine they can be described, not called.
std::vector<api::Route> routes(decisions::Engine* engine);

}  // namespace sluis::connectors::ofrep
