// The routes of events: our own way in, sources, the quarantine, and what the channels know.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::events {

class Intake;

// Without an intake they can be described, not called.
std::vector<api::Route> routes(Intake* intake);

}  // namespace sluis::events
