// The API of this room: /api/v1/measures/…
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::measures {

std::vector<api::Route> routes();

}  // namespace sluis::measures
