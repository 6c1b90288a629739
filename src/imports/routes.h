// The routes of imports.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::imports {

std::vector<api::Route> routes();

}  // namespace sluis::imports
