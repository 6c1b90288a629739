// The panel on the command line.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::panel {

std::vector<command::Command> commands();

}  // namespace sluis::panel
