// The commands of connectors.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::connectors {

std::vector<command::Command> commands();

}  // namespace sluis::connectors
