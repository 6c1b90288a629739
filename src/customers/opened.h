// Who opened a customer stands in the trail, one line for each of them an hour: a screen that asks
// again tells nothing new.
#pragma once

#include "access/access.h"

namespace sluis::customers {

// Whether the trail tells already that the actor opened the customer.
bool is_told(store::Snapshot& snapshot, const access::Actor& actor, CustomerId customer);
// Tells it, unless it is told already.
void tell_opened(store::Tx& tx, const access::Actor& actor, CustomerId customer);

}  // namespace sluis::customers
