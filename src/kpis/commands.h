// The commands of kpis: `sluis kpis …`.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::kpis {

std::vector<command::Command> commands();

}  // namespace sluis::kpis
