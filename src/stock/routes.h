// The routes of stock.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::stock {

std::vector<api::Route> routes();
// Of these: what lies where, and what is set for it.
std::vector<api::Route> level_routes();
// Of these: what is promised to whom.
std::vector<api::Route> promise_routes();

// Of these: what is to come.
std::vector<api::Route> incoming_routes();

}  // namespace sluis::stock
