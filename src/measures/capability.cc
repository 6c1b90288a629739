#include "platform/capability.h"

#include "measures/commands.h"
#include "measures/measures.h"
#include "measures/routes.h"
#include "measures/store.h"

namespace sluis::measures {

Capability capability() {
  return {.name = "measures",
          .migrations = {},
          .statements = {},
          .analytics_statements = sql::statements(),
          .routes = routes(),
          .commands = commands()};
}

}  // namespace sluis::measures
