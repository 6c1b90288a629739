// The commands about policies, as data.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::decisions {

std::vector<command::Command> commands();

}  // namespace sluis::decisions
