// What becomes of orders whose pieces turned out not to be there: counted away, or lost.
#pragma once

#include "orders/acting.h"
#include "platform/outbox/driver.h"

namespace sluis::orders {

// Pieces of an order that a reservation promises no more are promised anew: what is sent, from
// wherever it can be; what is collected, where it is collected. Where they are nowhere they are
// cancelled, and the money for them is due back. Told as orders.order_resourced and
// orders.order_went_missing. Done again it does nothing.
Result<void> make_good(const Desk& desk, const stock::Reservation& broken);

// Hears stock.reservation_ended.
outbox::Consumer resourcing(events::Intake& intake, const Clock& clock, IdSource& ids);

}  // namespace sluis::orders
