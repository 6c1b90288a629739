#include "stock/telling.h"

#include "platform/outbox/outbox.h"
#include "stock/store.h"

namespace sluis::stock {

void tell(store::Tx& tx, Instant now, const Level& level) {
  outbox::append(tx, now, "stock.level_changed", level);
}

void tell(store::Tx& tx, Instant now, const Reservation& reservation) {
  outbox::append(tx, now, "stock.reservation_ended", reservation);
}

void tell_arrived(store::Tx& tx, Instant now, const Reservation& reservation) {
  outbox::append(tx, now, "stock.reservation_arrived", reservation);
}

void note(store::Tx& tx, const access::Actor& actor, MovementKind kind, const Change& change,
          std::int64_t quantity) {
  sql::insert(tx, Movement{.variant = change.variant,
                           .id = actor.ids.next<MovementId>(),
                           .location = change.location,
                           .kind = kind,
                           .quantity = quantity,
                           .moment = actor.now,
                           .reference = change.reference,
                           .note = change.note,
                           .actor = actor.name});
}

}  // namespace sluis::stock
