#include "platform/capability.h"

#include "kpis/commands.h"
#include "kpis/kpis.h"
#include "kpis/routes.h"
#include "kpis/store.h"

namespace sluis::kpis {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "kpis",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "kpis", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::kpis
