#include "platform/capability.h"

#include "taxes/commands.h"
#include "taxes/routes.h"
#include "taxes/taxes.h"

namespace sluis::taxes {

Capability capability() {
  return {.name = "taxes",
          .migrations = {},
          .statements = {},
          .routes = routes(),
          .commands = commands()};
}

}  // namespace sluis::taxes
