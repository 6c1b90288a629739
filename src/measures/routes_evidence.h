// /api/v1/measures/profit/…: hit rates, dependence on channels and what tests found.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::measures {

std::vector<api::Route> evidence_routes();

}  // namespace sluis::measures
