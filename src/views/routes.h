// The routes of views, for its capability.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::views {

std::vector<api::Route> routes();

}  // namespace sluis::views
