// The routes of customers.
#pragma once

#include <span>
#include <vector>

#include "platform/api/route.h"

namespace sluis::customers {

struct Teller;

inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kServes = kManagers | api::Allow::role(api::Role::agent);
inline constexpr api::Allow kReaders = kServes | api::Allow::role(api::Role::analyst);

std::vector<api::Route> routes(std::span<const Teller> above);
std::vector<api::Route> company_routes();
std::vector<api::Route> erase_routes(std::span<const Teller> above);
std::vector<api::Route> listing_routes();
std::vector<api::Route> view_routes();

}  // namespace sluis::customers
