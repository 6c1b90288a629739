#include "platform/capability.h"

#include "value/commands.h"
#include "value/value.h"

namespace sluis::value {

Capability capability() {
  return {.name = "value", .commands = commands()};
}

}  // namespace sluis::value
