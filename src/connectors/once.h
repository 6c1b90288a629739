// What a connection may be told only once, whichever way it came.
#pragma once

#include "connectors/connection.h"
#include "platform/store/seen.h"

namespace sluis::connectors {

// `what` tells kinds apart, `told` is what the other side says the same of each time.
store::Mark mark_of(ConnectionId connection, std::string_view what, std::string_view told);

}  // namespace sluis::connectors
