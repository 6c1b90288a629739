// The commands about paths and journeys in a file, as data.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::journeys {

std::vector<command::Command> commands();

}  // namespace sluis::journeys
