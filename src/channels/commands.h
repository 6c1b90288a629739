// The commands of channels: `sluis channels …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::channels {

std::vector<command::Command> commands();

}  // namespace sluis::channels
