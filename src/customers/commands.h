// The commands of customers: `sluis customers …`.
#pragma once

#include <vector>

#include "customers/erase.h"
#include "platform/command/command.h"

namespace sluis::customers {

std::vector<command::Command> commands(const std::vector<Clear>& above);

}  // namespace sluis::customers
