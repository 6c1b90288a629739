#include "platform/capability.h"

#include "events/commands.h"
#include "events/routes.h"
#include "events/store.h"
#include "events/store_shipping.h"

namespace sluis::events {

// Of schema/ and analytics/, compiled in.
std::span<const store::Migration> migrations();
std::span<const store::Migration> analytics_migrations();

Capability capability(Intake* intake) {
  return {.name = "events",
          .migrations = migrations(),
          .statements = sql::statements(),
          .analytics_migrations = analytics_migrations(),
          .analytics_statements = analytics_statements(),
          .routes = routes(intake),
          .commands = commands(),
          .topics = {{.name = "events", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::events
