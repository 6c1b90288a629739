// The commands of mail.
#pragma once

#include <vector>

#include "platform/command/command.h"

namespace sluis::mail {

std::vector<command::Command> commands();

}  // namespace sluis::mail
