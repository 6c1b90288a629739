// Commands that look after the data as a whole: backup, restore, doctor.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::app {

std::vector<command::Command> data_commands();

}  // namespace sluis::app
