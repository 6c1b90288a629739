#include "platform/capability.h"

#include "imports/commands.h"
#include "imports/imports.h"
#include "imports/routes.h"
#include "imports/store.h"

namespace sluis::imports {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability(events::Intake* intake) {
  return {.name = "imports",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(intake)};
}

}  // namespace sluis::imports
