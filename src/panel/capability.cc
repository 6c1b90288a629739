#include "platform/capability.h"

#include "panel/commands.h"
#include "panel/forgetting.h"
#include "panel/panel.h"
#include "panel/routes.h"
#include "panel/store.h"
#include "panel/store_seen.h"

namespace sluis::panel {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "panel",
          .migrations = migrations(),
          .statements = sql::statements(),
          .analytics_statements = sql::analytics_statements(),
          .routes = routes(),
          .commands = commands(),
          .consumers = {forgetting()},
          .topics = {{.name = "panel", .allow = kPanelReaders}}};
}

}  // namespace sluis::panel
