// The routes of segments.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::segments {

inline constexpr api::Allow kWriters =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kReaders =
    kWriters | api::Allow::role(api::Role::analyst) | api::Allow::role(api::Role::agent);

std::vector<api::Route> routes();
std::vector<api::Route> pyramid_routes();

}  // namespace sluis::segments
