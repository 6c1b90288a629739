// The command of reports.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::reports {

std::vector<command::Command> commands();

}  // namespace sluis::reports
