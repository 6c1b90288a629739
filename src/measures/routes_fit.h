// What is asked about the fit of channels.
#pragma once

#include "platform/api/route.h"

namespace sluis::measures {

std::vector<api::Route> fit_routes();

}  // namespace sluis::measures
