#include "platform/capability.h"

#include "events/commands.h"
#include "events/routes.h"
#include "events/store.h"

namespace sluis::events {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability(Intake* intake) {
  return {.name = "events",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(intake),
          .commands = commands(),
          .topics = {{.name = "events", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::events
