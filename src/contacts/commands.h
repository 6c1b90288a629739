// The commands of contacts.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::contacts {

std::vector<command::Command> commands();

}  // namespace sluis::contacts
