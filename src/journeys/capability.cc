#include "platform/capability.h"

#include "journeys/commands.h"
#include "journeys/journeys.h"
#include "journeys/routes.h"
#include "journeys/store.h"

namespace sluis::journeys {

Capability capability(const Index* index) {
  return {.name = "journeys",
          .migrations = {},
          .statements = {},
          .analytics_statements = sql::statements(),
          .routes = routes(index),
          .commands = commands()};
}

}  // namespace sluis::journeys
