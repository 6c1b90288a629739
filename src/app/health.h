// Routes about the program itself: does it run, is it ready, what does it count.
#pragma once

#include <vector>

#include "platform/api/route.h"
#include "platform/metrics/metrics.h"

namespace sluis::app {

std::vector<api::Route> health_routes(const metrics::Registry* metrics);

}  // namespace sluis::app
