// The handle of a visitor: their identity and until when it holds, signed by the server. Whoever
// has one may be decided for and may answer what was decided for them, and nothing else.
#pragma once

#include <string>

#include "decisions/decisions.h"

namespace sluis::decisions {

struct Handle {
  std::string text;
  Instant until;
};
Handle handle_for(std::string_view key, IdentityId identity, Instant now);

// Whose it is. Nothing for one that was not signed with this key, or holds no longer.
std::optional<IdentityId> holder_of(std::string_view key, std::string_view handle, Instant now);
// Whose it is, also for thirty days after its end: enough to be given another one.
std::optional<IdentityId> late_holder_of(std::string_view key, std::string_view handle,
                                         Instant now);

}  // namespace sluis::decisions
