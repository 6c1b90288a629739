// The commands of imports.
#pragma once

#include <vector>

#include "imports/imports.h"
#include "platform/command/command.h"

namespace sluis::imports {

// With the intake of a server, or null: then a command opens one of its own.
std::vector<command::Command> commands(events::Intake* intake);
// Of these: the catalog as a file.
std::vector<command::Command> product_commands();

}  // namespace sluis::imports
