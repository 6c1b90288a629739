#include "platform/capability.h"

#include "conflicts/commands.h"
#include "conflicts/conflicts.h"
#include "conflicts/routes.h"
#include "conflicts/store.h"

namespace sluis::conflicts {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "conflicts",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "conflicts", .allow = kReaders}}};
}

}  // namespace sluis::conflicts
