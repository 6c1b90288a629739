// The commands of access: `sluis user …` and `sluis key …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::access {

std::vector<command::Command> commands();

}  // namespace sluis::access
