// What customers are worth: how likely they are to come back, how often, and for how much. Of the
// company's own customers, renewed every night, and on a file of purchases without a server.
#pragma once

#include "kernel/ids.h"

namespace sluis {
struct Capability;
}

namespace sluis::analytics {
class Tx;
}

namespace sluis::value {

Capability capability();

// Erasing: nothing of this number is left.
void forget(analytics::Tx& tx, CustomerId customer);
// The whole home is emptied.
void clear(analytics::Tx& tx);

}  // namespace sluis::value
