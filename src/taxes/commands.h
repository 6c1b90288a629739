// The commands of taxes: `sluis taxes …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::taxes {

std::vector<command::Command> commands();

}  // namespace sluis::taxes
