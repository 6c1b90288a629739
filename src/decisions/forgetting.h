// Who asks is told what was decided for them: which offers were possible, what stopped each, what
// was offered and what they did with it; but not what that cost us or brought. Of somebody who is
// erased is left that something was decided for somebody, and what came of it.
#pragma once

#include "kernel/json.h"
#include "platform/outbox/driver.h"

namespace sluis::decisions {

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities);

outbox::Consumer forgetting();

}  // namespace sluis::decisions
