// The commands about policies, as data.
#pragma once

#include <vector>

#include "decisions/decisions.h"
#include "platform/command/command.h"

namespace sluis::decisions {

// Without an engine, which only a serving process has, they can be described.
std::vector<command::Command> commands(Engine* engine);
command::Command preview_command(Engine* engine);

}  // namespace sluis::decisions
