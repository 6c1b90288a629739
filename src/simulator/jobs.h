// Loading and removing a sample as jobs of a server.
#pragma once

#include <vector>

#include "platform/jobs/runner.h"
#include "simulator/removal.h"

namespace sluis::simulator {

jobs::Order loading_order(const api::Principal& who);
jobs::Order removal_order(const api::Principal& who);

std::vector<jobs::Kind> sample_jobs(const Workplace& place, analytics::Store& analytics);

}  // namespace sluis::simulator
