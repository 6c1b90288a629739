#include "platform/capability.h"

#include "decisions/commands.h"
#include "decisions/forgetting.h"
#include "decisions/routes.h"
#include "decisions/store.h"

namespace sluis::decisions {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability(Engine* engine, events::Intake* intake) {
  return {.name = "decisions",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = routes(engine, intake),
          .commands = commands(engine),
          .consumers = {forgetting()},
          .topics = {{.name = "decisions", .allow = kReaders}}};
}

}  // namespace sluis::decisions
