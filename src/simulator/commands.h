// The commands about the sample company, as data.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::simulator {

std::vector<command::Command> commands();

}  // namespace sluis::simulator
