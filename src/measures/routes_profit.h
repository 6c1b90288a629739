// /api/v1/measures/profit…: what is left of what the channels sell, and the orders behind it.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::measures {

std::vector<api::Route> profit_routes();

}  // namespace sluis::measures
