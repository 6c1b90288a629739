// The commands of simulator: `sluis simulate …`.
#pragma once

#include <vector>

#include "events/events.h"
#include "platform/command/command.h"

namespace sluis::simulator {

// Without an intake a command opens one of its own.
std::vector<command::Command> commands(events::Intake* intake);

}  // namespace sluis::simulator
