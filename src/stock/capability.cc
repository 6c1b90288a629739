#include "platform/capability.h"

#include "stock/commands.h"
#include "stock/routes.h"
#include "stock/stock.h"
#include "stock/store.h"
#include "stock/store_alerts.h"
#include "stock/store_buffers.h"
#include "stock/store_drift.h"

namespace sluis::stock {

std::span<const store::Migration> migrations();  // of schema/, compiled in

namespace {

std::span<const store::Statement* const> statements() {
  static const std::vector<const store::Statement*> all = [] {
    const auto own = sql::statements();
    std::vector<const store::Statement*> both(own.begin(), own.end());
    for (const auto& more :
         {sql::drift_statements(), sql::alert_statements(), sql::buffer_statements()})
      both.insert(both.end(), more.begin(), more.end());
    return both;
  }();
  return all;
}

}  // namespace

Capability capability() {
  return {.name = "stock",
          .migrations = migrations(),
          .statements = statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "stock", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::stock
