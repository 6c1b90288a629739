// The commands of consent: `sluis consent …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::consent {

std::vector<command::Command> commands();

}  // namespace sluis::consent
