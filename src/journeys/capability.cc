#include "platform/capability.h"

#include "journeys/commands.h"
#include "journeys/journeys.h"

namespace sluis::journeys {

Capability capability() {
  return {.name = "journeys", .commands = commands()};
}

}  // namespace sluis::journeys
