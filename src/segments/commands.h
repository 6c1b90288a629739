// The commands of segments.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::segments {

std::vector<command::Command> commands();

}  // namespace sluis::segments
