// Who asks is told of each contact with them and what was said in it. Of somebody who is erased is
// left that there was a contact, and no word of it.
#pragma once

#include "kernel/json.h"
#include "platform/outbox/driver.h"

namespace sluis::contacts {

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities);

outbox::Consumer forgetting();

// The same with whatever was over that long ago, whoever it was with, some at a time; how many.
Result<std::int64_t> forget_old(store::Store& store, Duration kept, Instant now);

}  // namespace sluis::contacts
