// Orders over all channels, and what comes back of them: the only header that other rooms include.
#pragma once

#include "orders/acting.h"
#include "orders/returns.h"

namespace sluis {
struct Capability;
}

namespace sluis::orders {

// Without an intake its routes can be described, not called.
Capability capability(events::Intake* intake);

}  // namespace sluis::orders
