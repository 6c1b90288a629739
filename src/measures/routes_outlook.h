// The routes of the outlook.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::measures {

std::vector<api::Route> outlook_routes();

}  // namespace sluis::measures
