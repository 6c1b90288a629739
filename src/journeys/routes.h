// Questions over the index as routes.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::journeys {

class Index;

// Without an index they can be described, not called.
std::vector<api::Route> routes(const Index* index);

}  // namespace sluis::journeys
