// The routes of webhooks that go out.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::connectors::subscriptions {

std::vector<api::Route> routes();

}  // namespace sluis::connectors::subscriptions
