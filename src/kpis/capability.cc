#include "platform/capability.h"

#include "kpis/capability.h"
#include "kpis/kpis.h"
#include "kpis/store.h"

namespace sluis::kpis {

Capability capability() {
  return {.name = "kpis",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .jobs = {},
          .consumers = {},
          .topics = {{.name = "kpis", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::kpis
