#include "platform/capability.h"

#include <algorithm>

#include "value/commands.h"
#include "value/live_commands.h"
#include "value/routes.h"
#include "value/store.h"
#include "value/value.h"

namespace sluis::value {

// Of schema/ and analytics/, compiled in.
std::span<const store::Migration> migrations();
std::span<const store::Migration> analytics_migrations();

Capability capability() {
  std::vector<command::Command> all = commands();
  std::ranges::move(live_commands(), std::back_inserter(all));
  return {.name = "value",
          .migrations = migrations(),
          .statements = sql::statements(),
          .analytics_migrations = analytics_migrations(),
          .analytics_statements = sql::analytics_statements(),
          .routes = routes(),
          .commands = std::move(all)};
}

}  // namespace sluis::value
