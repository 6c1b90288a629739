// Who asks is told what they were asked and said. Of somebody who is erased are left their choices,
// as of somebody.
#pragma once

#include "kernel/json.h"
#include "platform/outbox/driver.h"

namespace sluis::panel {

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities);

outbox::Consumer forgetting();

}  // namespace sluis::panel
