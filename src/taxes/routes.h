// The routes of taxes.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::taxes {

std::vector<api::Route> routes();

}  // namespace sluis::taxes
