#include "platform/capability.h"

#include "decisions/commands.h"
#include "decisions/decisions.h"

namespace sluis::decisions {

Capability capability() {
  return {.name = "decisions", .commands = commands()};
}

}  // namespace sluis::decisions
