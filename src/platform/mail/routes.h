// What was sent and what waits, for those who run the house.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::mail {

std::vector<api::Route> routes();

}  // namespace sluis::mail
