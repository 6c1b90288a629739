#include "platform/capability.h"

#include "simulator/commands.h"
#include "simulator/routes.h"
#include "simulator/simulator.h"
#include "simulator/store.h"

namespace sluis::simulator {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability(events::Intake* intake) {
  return {.name = "simulator",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(),
          .commands = commands(intake),
          .topics = {{.name = "simulator", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::simulator
