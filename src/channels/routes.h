// The routes of channels.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::channels {

std::vector<api::Route> routes();

}  // namespace sluis::channels
