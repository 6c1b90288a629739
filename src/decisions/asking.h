// Whom a decision is for: the holder of a handle, or who is named by whoever has a secret key.
#pragma once

#include "decisions/decisions.h"
#include "identities/identities.h"
#include "platform/api/call.h"

namespace sluis::decisions {

Result<IdentityId> identity_of(const Engine& engine, identities::Kind kind, std::string_view value);

// Names are believed of a secret key alone; an empty one names nobody.
Result<std::vector<IdentityId>> named(const Engine& engine, const api::Call& call,
                                      std::string_view user, std::string_view device);

}  // namespace sluis::decisions
