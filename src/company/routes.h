// The routes of company, for its capability.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::company {

std::vector<api::Route> routes();

}  // namespace sluis::company
