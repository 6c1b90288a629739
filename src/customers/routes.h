// The routes of customers.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::customers {

inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kServes = kManagers | api::Allow::role(api::Role::agent);
inline constexpr api::Allow kReaders = kServes | api::Allow::role(api::Role::analyst);

std::vector<api::Route> routes();
std::vector<api::Route> company_routes();
std::vector<api::Route> erase_routes();
std::vector<api::Route> listing_routes();
std::vector<api::Route> view_routes();

}  // namespace sluis::customers
