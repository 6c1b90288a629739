#include "platform/capability.h"

#include "stock/commands.h"
#include "stock/routes.h"
#include "stock/stock.h"
#include "stock/store.h"

namespace sluis::stock {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "stock",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "stock", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::stock
