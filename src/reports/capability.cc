#include "platform/capability.h"

#include "reports/commands.h"
#include "reports/reports.h"
#include "reports/routes.h"
#include "reports/sending.h"
#include "reports/store.h"

namespace sluis::reports {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "reports",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .consumers = {following()}};
}

}  // namespace sluis::reports
