// The commands of catalog: `sluis catalog …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::catalog {

std::vector<command::Command> commands();

}  // namespace sluis::catalog
