#include "platform/capability.h"

#include "simulator/commands.h"
#include "simulator/simulator.h"

namespace sluis::simulator {

Capability capability() {
  return {.name = "simulator", .commands = commands()};
}

}  // namespace sluis::simulator
