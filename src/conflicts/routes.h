// The routes of conflicts.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::conflicts {

inline constexpr api::Allow kWriters =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kReaders = kWriters | api::Allow::role(api::Role::analyst);

std::vector<api::Route> routes();

}  // namespace sluis::conflicts
