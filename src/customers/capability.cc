#include "platform/capability.h"

#include "customers/above.h"
#include "customers/commands.h"
#include "customers/customers.h"
#include "customers/follow.h"
#include "customers/routes.h"
#include "customers/store.h"
#include "customers/store_listing.h"

namespace sluis::customers {

// Of schema/ and analytics/, compiled in.
std::span<const store::Migration> migrations();
std::span<const store::Migration> analytics_migrations();

Capability capability() {
  return capability(Above());
}

Capability capability(const Above& above) {
  return {.name = "customers",
          .migrations = migrations(),
          .statements = sql::statements(),
          .analytics_migrations = analytics_migrations(),
          .analytics_statements = sql::analytics_statements(),
          .routes = routes(above.tell),
          .commands = commands(above),
          .consumers = {consent_consumer()},
          .topics = {{.name = "customers", .allow = kReaders}}};
}

}  // namespace sluis::customers
