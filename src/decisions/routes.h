// The routes of decisions.
#pragma once

#include <vector>

#include "decisions/decisions.h"
#include "platform/api/route.h"

namespace sluis::decisions {

std::vector<api::Route> routes();
std::vector<api::Route> offer_routes();

inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kReaders = kManagers | api::Allow::role(api::Role::analyst);

}  // namespace sluis::decisions
