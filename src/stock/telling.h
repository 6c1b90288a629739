// What those above hear of stock, in the unit of the change: topics stock.level_changed,
// stock.reservation_ended (expired, released, broken, or broken in part) and
// stock.reservation_arrived (waited, and is held now).
#pragma once

#include "stock/stock.h"

namespace sluis::stock {

void tell(store::Tx& tx, Instant now, const Level& level);
void tell(store::Tx& tx, Instant now, const Reservation& reservation);
void tell_arrived(store::Tx& tx, Instant now, const Reservation& reservation);

// A movement as it stands in the ledger.
void note(store::Tx& tx, const access::Actor& actor, MovementKind kind, const Change& change,
          std::int64_t quantity);

}  // namespace sluis::stock
