#include "platform/capability.h"

#include "decisions/commands.h"
#include "decisions/decisions.h"
#include "decisions/routes.h"
#include "decisions/store.h"

namespace sluis::decisions {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "decisions",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "decisions", .allow = kReaders}}};
}

}  // namespace sluis::decisions
