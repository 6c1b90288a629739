// What rooms above a capability do for it: lower rooms never call up.
#pragma once

#include <vector>

#include "customers/purge.h"

namespace sluis::app {

// What rooms above customers clear of whoever is erased.
std::vector<customers::Clear> above_customers();

}  // namespace sluis::app
