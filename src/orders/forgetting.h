// Who asks is told of every order of theirs, but not what it cost us. Who is erased leaves no name
// on an order: it hangs on an identity that leads nowhere, and whom it went to, what was written
// about it and the words it was found by are gone. Totals do not change.
#pragma once

#include "kernel/json.h"
#include "platform/outbox/driver.h"

namespace sluis::orders {

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities);

outbox::Consumer forgetting();

}  // namespace sluis::orders
