// Questions over the journeys of a company's data as commands: `sluis paths …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::journeys {

class Index;

// Without an index they read the journeys into one of their own.
std::vector<command::Command> live_commands(const Index* index);

}  // namespace sluis::journeys
