// What follows from the log for everybody: which identities were seen, when each channel was last
// heard of, and what it knows.
#pragma once

#include "events/events.h"

namespace sluis::events {

Reader knowledge_reader();

}  // namespace sluis::events
