// The routes of access.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::access {

std::vector<api::Route> routes();

}  // namespace sluis::access
