#include "platform/capability.h"

#include "catalog/catalog.h"
#include "catalog/commands.h"
#include "catalog/routes.h"
#include "catalog/store.h"

namespace sluis::catalog {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "catalog",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "catalog", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::catalog
