// The routes of segments.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::segments {

std::vector<api::Route> routes();
std::vector<api::Route> pyramid_routes();

}  // namespace sluis::segments
