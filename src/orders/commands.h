// The commands of orders: `sluis orders …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::orders {

std::vector<command::Command> commands();

}  // namespace sluis::orders
