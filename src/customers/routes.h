// The routes of customers.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::customers {

std::vector<api::Route> routes();
std::vector<api::Route> company_routes();
std::vector<api::Route> erase_routes();
std::vector<api::Route> listing_routes();
std::vector<api::Route> view_routes();

}  // namespace sluis::customers
