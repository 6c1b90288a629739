// The routes of simulator: load, look at and remove the sample company.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::simulator {

std::vector<api::Route> routes();

}  // namespace sluis::simulator
