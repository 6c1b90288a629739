// The routes of reports.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::reports {

std::vector<api::Route> routes();

}  // namespace sluis::reports
