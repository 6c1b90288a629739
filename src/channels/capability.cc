#include "platform/capability.h"

#include "channels/channels.h"
#include "channels/commands.h"
#include "channels/routes.h"
#include "channels/store.h"

namespace sluis::channels {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "channels",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "channels", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::channels
