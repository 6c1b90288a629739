// The commands of the program: its own, and those of every capability.
#pragma once

#include <memory>

#include "app/capabilities.h"
#include "platform/clock.h"
#include "platform/command/line.h"

namespace sluis::app {

// `clock` is the one that `sluis clock` moves: of a serving process.
std::unique_ptr<command::Table> program_commands(platform::ProgramClock* clock,
                                                 const Engines& engines = {});

}  // namespace sluis::app
