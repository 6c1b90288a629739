// Who is in which segment, where an order is placed: for the segments that have a price of their
// own the operational store follows the members in the analytical one, some seconds behind.
#pragma once

#include "platform/outbox/driver.h"

namespace sluis::analytics {
class Store;
}

namespace sluis::segments {

// Tells who came into such segments and who left; of a segment that has no price any more, that
// nobody is in it. Some hundreds in each unit, so that orders do not wait.
Result<void> tell_buyers(store::Store& store, analytics::Store& analytics);

// Nobody is in anything under the numbers of who was erased.
outbox::Consumer forgetting();

}  // namespace sluis::segments
