// Jobs over HTTP. Their progress is live on the topic `platform`.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::jobs {

std::vector<api::Route> routes();

}  // namespace sluis::jobs
