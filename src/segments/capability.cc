#include "platform/capability.h"

#include "segments/commands.h"
#include "segments/routes.h"
#include "segments/segments.h"
#include "segments/store.h"
#include "segments/store_members.h"

namespace sluis::segments {

// Of schema/ and analytics/, compiled in.
std::span<const store::Migration> migrations();
std::span<const store::Migration> analytics_migrations();

Capability capability() {
  return {.name = "segments",
          .migrations = migrations(),
          .statements = sql::statements(),
          .analytics_migrations = analytics_migrations(),
          .analytics_statements = sql::analytics_statements(),
          .routes = routes(),
          .commands = commands(),
          .topics = {{.name = "segments", .allow = kReaders}}};
}

}  // namespace sluis::segments
