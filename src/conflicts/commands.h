// The commands about conflicts, as data.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::conflicts {

std::vector<command::Command> commands();

}  // namespace sluis::conflicts
