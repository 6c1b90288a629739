// The commands of stock: `sluis stock …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::stock {

std::vector<command::Command> commands();

}  // namespace sluis::stock
