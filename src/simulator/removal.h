// Takes a sample out of its home again, with everything that came in beside it.
#pragma once

#include <filesystem>

#include "simulator/loading.h"

namespace sluis::analytics {
class Store;
}

namespace sluis::simulator {

// May be broken off and done again.
Result<void> remove_sample(const Workplace& place, analytics::Store& analytics,
                           const std::string& actor, const std::stop_token& stop);

}  // namespace sluis::simulator
