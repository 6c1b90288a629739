// The routes of foreign conventions, exactly where their clients look for them.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::decisions {
class Engine;
}
namespace sluis::events {
class Intake;
}

namespace sluis::connectors {

std::vector<api::Route> routes(events::Intake* intake, decisions::Engine* engine);
std::vector<api::Route> connection_routes();

}  // namespace sluis::connectors
