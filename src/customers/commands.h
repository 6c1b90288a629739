// The commands of customers: `sluis customers …`.
#pragma once

#include <vector>

#include "customers/above.h"
#include "platform/command/command.h"

namespace sluis::customers {

std::vector<command::Command> commands(const Above& above);

}  // namespace sluis::customers
