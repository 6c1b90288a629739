#include "platform/capability.h"

#include "segments/segments.h"
#include "segments/store_members.h"

namespace sluis::segments {

std::span<const store::Migration> analytics_migrations();  // of analytics/, compiled in

Capability capability() {
  return {.name = "segments",
          .migrations = {},
          .statements = {},
          .analytics_migrations = analytics_migrations(),
          .analytics_statements = sql::analytics_statements()};
}

}  // namespace sluis::segments
