// The routes of kpis.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::kpis {

std::vector<api::Route> routes();

}  // namespace sluis::kpis
