// The routes of consent.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::consent {

std::vector<api::Route> routes();

}  // namespace sluis::consent
