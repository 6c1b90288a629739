// Where shops send what happened, and what is done with what did not fit.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::events {
class Intake;
}

namespace sluis::connectors::webhooks {

std::vector<api::Route> routes(events::Intake* intake);

}  // namespace sluis::connectors::webhooks
