// All that Sluis can do: the capabilities in their order, and the tables that follow from them.
#pragma once

#include <vector>

#include "platform/capability.h"
#include "platform/metrics/metrics.h"
#include "platform/store/store.h"

namespace sluis::app {

std::vector<Capability> capabilities();

// The tables and statements of the platform and of every capability.
store::Registry registry();
// The same of the analytical store.
store::Registry analytics_registry();

// Every route of the program. Without a tail or metrics they can be described, not called.
std::vector<api::Route> routes(outbox::Tail* tail, const metrics::Registry* metrics);

}  // namespace sluis::app
