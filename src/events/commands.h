// The commands of events: `sluis sources …` and `sluis quarantine …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::events {

std::vector<command::Command> commands();

}  // namespace sluis::events
