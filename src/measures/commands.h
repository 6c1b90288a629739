// The commands of this room.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::measures {

std::vector<command::Command> commands();

}  // namespace sluis::measures
