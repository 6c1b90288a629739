// Reservations: promised once, and given back once.

#include "stock/rules.h"
#include "stock/store.h"
#include "stock/telling.h"

namespace sluis::stock {
namespace {

constexpr std::int64_t kExpiredAtOnce = 100;

// At the first location that has enough: the guard decides, not what was read.
std::optional<Level> promise(store::Tx& tx, const Wish& wish, std::int64_t buffer) {
  for (const Level& level : sql::selling(tx, {&wish.variant, 1}, wish.location)) {
    auto promised = sql::promise(tx, level.variant, level.location, wish.quantity.number, buffer);
    if (promised) return promised;
  }
  return std::nullopt;
}

// All that is held goes back. False when it is not held any more.
bool end(store::Tx& tx, Instant now, const Reservation& before, ReservationState state) {
  Reservation after = before;
  after.quantity = 0;
  after.state = state;
  after.ended = now;
  if (!sql::settle(tx, before, after)) return false;
  tell(tx, now, after);
  tell(tx, now, sql::give_back(tx, before.variant, before.location, before.quantity));
  return true;
}

std::int64_t expire(store::Tx& tx, Instant now, std::optional<VariantId> variant) {
  std::int64_t ended = 0;
  for (const Reservation& due : sql::due(tx, variant, now, kExpiredAtOnce))
    ended += end(tx, now, due, ReservationState::expired);
  return ended;
}

// Why a wish cannot be fulfilled.
Refusal why_not(store::Snapshot& snapshot, const Wish& wish, std::int64_t buffer) {
  const auto variant = catalog::variant(snapshot, wish.variant);
  if (!variant) return variant.error();
  if (wish.location) {
    const auto place = location(snapshot, {}, *wish.location);
    if (!place) return place.error();
    if (!place->active) return Refusal(kind_of(StockRefusal::location_closed), place->name.text);
  }
  std::int64_t most = 0;
  for (const Level& level : sql::selling(snapshot, {&wish.variant, 1}, wish.location))
    most = std::max(most, free_of(level, buffer));
  return Refusal(kind_of(StockRefusal::too_few), std::to_string(wish.quantity.number),
                 std::to_string(most));
}

Result<Reservation> held(store::Snapshot& snapshot, const Sight& sight, ReservationId id) {
  Reservation found = TRY(reservation(snapshot, sight, id));
  if (found.state != ReservationState::held) return refuse(StockRefusal::reservation_ended);
  return found;
}

}  // namespace

Result<Reservation> reserve(store::Tx& tx, const access::Actor& actor, const Wish& wish) {
  const std::int64_t buffer = sql::buffer(tx, wish.channel);
  auto level = promise(tx, wish, buffer);
  // What others held for too long is there for whoever asks.
  if (!level && expire(tx, actor.now, wish.variant) > 0) level = promise(tx, wish, buffer);
  if (!level) return std::unexpected(why_not(tx, wish, buffer));
  Reservation reservation{.variant = wish.variant,
                          .id = actor.ids.next<ReservationId>(),
                          .location = level->location,
                          .quantity = wish.quantity.number,
                          .purpose = wish.purpose,
                          .reference = wish.reference,
                          .channel = wish.channel,
                          .expires = wish.expires,
                          .created = actor.now,
                          .ended = {}};
  sql::insert(tx, reservation);
  tell(tx, actor.now, *level);
  return reservation;
}

Result<Reservation> release(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                            ReservationId id) {
  while (!end(tx, actor.now, TRY(held(tx, sight, id)), ReservationState::released)) {
  }
  return reservation(tx, sight, id);
}

Result<Reservation> fulfil(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                           ReservationId id, std::optional<Quantity> quantity) {
  Reservation before;
  Reservation after;
  do {
    before = TRY(held(tx, sight, id));
    const std::int64_t handed = quantity ? quantity->number : before.quantity;
    if (handed > before.quantity) {
      return refuse(StockRefusal::more_than_held, std::to_string(handed),
                    std::to_string(before.quantity));
    }
    after = before;
    after.quantity -= handed;
    after.fulfilled += handed;
    if (after.quantity == 0) {
      after.state = ReservationState::fulfilled;
      after.ended = actor.now;
    }
  } while (!sql::settle(tx, before, after));
  const Change change{.variant = before.variant,
                      .location = before.location,
                      .quantity = {before.quantity - after.quantity},
                      .reference = before.reference};
  note(tx, actor, MovementKind::sold, change, -change.quantity.number);
  tell(tx, actor.now, sql::hand_over(tx, change.variant, change.location, change.quantity.number));
  return after;
}

std::int64_t expire(store::Tx& tx, Instant now) {
  return expire(tx, now, std::nullopt);
}

}  // namespace sluis::stock
