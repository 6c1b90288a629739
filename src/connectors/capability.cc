#include "platform/capability.h"

#include "connectors/connectors.h"
#include "connectors/routes.h"

namespace sluis::connectors {

Capability capability(events::Intake* intake) {
  return {.name = "connectors", .migrations = {}, .statements = {}, .routes = routes(intake)};
}

}  // namespace sluis::connectors
