// The commands of customers: `sluis customers …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::customers {

std::vector<command::Command> commands();

}  // namespace sluis::customers
