#include "platform/capability.h"

#include "company/company.h"
#include "company/routes.h"
#include "company/store.h"

namespace sluis::company {

Capability capability() {
  return {.name = "company",
          .migrations = migrations(),
          .statements = statements(),
          .routes = routes(),
          .commands = {},
          .consumers = {},
          .topics = {{.name = "company", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::company
