#include "platform/capability.h"

#include "access/access.h"
#include "access/commands.h"
#include "access/routes.h"
#include "access/store.h"

namespace sluis::access {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "access",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "access", .allow = api::Allow::role(api::Role::admin)}}};
}

}  // namespace sluis::access
