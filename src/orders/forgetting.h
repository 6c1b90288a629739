// Who is erased leaves no name on an order: it hangs on an identity that leads nowhere, and whom it
// went to, what was written about it and the words it was found by are gone. Totals do not change.
#pragma once

#include "platform/outbox/driver.h"

namespace sluis::orders {

outbox::Consumer forgetting();

}  // namespace sluis::orders
