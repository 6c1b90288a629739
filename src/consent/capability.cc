#include "platform/capability.h"

#include "consent/commands.h"
#include "consent/consent.h"
#include "consent/routes.h"
#include "consent/store.h"

namespace sluis::consent {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "consent",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "consent", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::consent
