// The routes of catalog.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::catalog {

std::vector<api::Route> routes();

}  // namespace sluis::catalog
