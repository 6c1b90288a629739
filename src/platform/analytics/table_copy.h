// Whole tables from one analytical home to another.
#pragma once

#include <stop_token>

#include "platform/analytics/engine.h"

namespace sluis::analytics {

// Every table of `to`, from the table of the same name in `from`, row by row as they come. Both
// have the same migrations; `to` is empty. False when it was told to stop. Throws Error.
bool copy_tables(Engine& from, Engine& to, const std::stop_token& stop);

}  // namespace sluis::analytics
