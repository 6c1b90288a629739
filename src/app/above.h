// What rooms above a capability do for it: lower rooms never call up.
#pragma once

#include "customers/above.h"

namespace sluis::app {

customers::Above above_customers();

}  // namespace sluis::app
