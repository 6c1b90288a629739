#include "platform/capability.h"

#include "views/routes.h"
#include "views/store.h"
#include "views/views.h"

namespace sluis::views {

Capability capability() {
  return {.name = "views",
          .migrations = migrations(),
          .statements = statements(),
          .routes = routes(),
          .commands = {},
          .consumers = {},
          .topics = {}};
}

}  // namespace sluis::views
