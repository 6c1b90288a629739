// The routes of what goes out through a connection.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::connectors::outgoing {

std::vector<api::Route> routes();

}  // namespace sluis::connectors::outgoing
