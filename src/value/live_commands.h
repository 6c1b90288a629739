// The commands about the value of the company's own customers, as data.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::value {

std::vector<command::Command> live_commands();

}  // namespace sluis::value
