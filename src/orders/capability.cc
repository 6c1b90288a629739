#include "platform/capability.h"

#include "orders/commands.h"
#include "orders/forgetting.h"
#include "orders/orders.h"
#include "orders/routes.h"
#include "orders/store.h"

namespace sluis::orders {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability(events::Intake* intake) {
  return {.name = "orders",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(intake),
          .commands = commands(),
          .consumers = {forgetting()},
          .topics = {{.name = "orders", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::orders
