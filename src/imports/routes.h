// The routes of imports.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::imports {

std::vector<api::Route> routes();
// Of these: the catalog as a file.
std::vector<api::Route> product_routes();

}  // namespace sluis::imports
