#include "platform/capability.h"

#include <algorithm>

#include "journeys/commands.h"
#include "journeys/journeys.h"
#include "journeys/live_commands.h"
#include "journeys/routes.h"
#include "journeys/store.h"

namespace sluis::journeys {

Capability capability(const Index* index) {
  std::vector<command::Command> all = commands();
  std::ranges::move(live_commands(index), std::back_inserter(all));
  return {.name = "journeys",
          .migrations = {},
          .statements = {},
          .analytics_statements = sql::statements(),
          .routes = routes(index),
          .commands = std::move(all)};
}

}  // namespace sluis::journeys
