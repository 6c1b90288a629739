// The commands about the value of customers, as data.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::value {

std::vector<command::Command> commands();

}  // namespace sluis::value
