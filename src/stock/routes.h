// The routes of stock.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::stock {

// Who sets stock up, who brings and takes pieces, and who looks.
inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kMovers = kManagers | api::Allow::role(api::Role::store);
inline constexpr api::Allow kReaders =
    kMovers | api::Allow::role(api::Role::analyst) | api::Allow::role(api::Role::agent);

// Rows on a page.
using Limit = Whole<1, 500>;
inline constexpr Limit kLimit{100};

std::vector<api::Route> routes();
// Of these: what lies where, and what is set for it.
std::vector<api::Route> level_routes();
// Of these: what is promised to whom.
std::vector<api::Route> promise_routes();

// Of these: what is about to run out, and what lies too long.
std::vector<api::Route> alert_routes();
// Of these: what is to come.
std::vector<api::Route> incoming_routes();

}  // namespace sluis::stock
