// A company whose truth is known: a sample to look at, and something to hold every measure against.
#pragma once

#include "events/events.h"

namespace sluis {
struct Capability;
}

namespace sluis::simulator {

// Without an intake a command opens one of its own.
Capability capability(events::Intake* intake);

}  // namespace sluis::simulator
