// `sluis serve`: puts the parts together and serves until it is told to stop.
#pragma once

#include "platform/command/command.h"

namespace sluis::app {

Result<void> serve(command::Invocation& args);

}  // namespace sluis::app
