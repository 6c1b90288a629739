#include "platform/capability.h"

#include "customers/commands.h"
#include "customers/customers.h"
#include "customers/follow.h"
#include "customers/routes.h"
#include "customers/store.h"

namespace sluis::customers {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "customers",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .consumers = {consent_consumer()},
          .topics = {{.name = "customers", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::customers
