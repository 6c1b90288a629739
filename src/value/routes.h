// The routes of value.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::value {

std::vector<api::Route> routes();

}  // namespace sluis::value
