#include "platform/capability.h"

#include "identities/identities.h"
#include "identities/store.h"

namespace sluis::identities {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability() {
  return {.name = "identities", .migrations = migrations(), .statements = sql::statements()};
}

}  // namespace sluis::identities
