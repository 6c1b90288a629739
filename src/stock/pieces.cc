// What comes, goes and is counted.

#include "stock/checks.h"
#include "stock/store.h"
#include "stock/telling.h"

namespace sluis::stock {
namespace {

Refusal too_few(store::Snapshot& snapshot, const Change& change) {
  const Level none{.variant = change.variant, .location = change.location};
  const Level level = sql::level(snapshot, change.variant, change.location).value_or(none);
  return Refusal(kind_of(StockRefusal::too_few), std::to_string(change.quantity.number),
                 std::to_string(level.on_hand - level.reserved));
}

// Promises of a level that cannot be kept, until so many pieces are missing no more: how many.
std::int64_t break_promises(store::Tx& tx, Instant now, const Level& level, std::int64_t missing) {
  std::int64_t broken = 0;
  if (missing <= 0) return broken;
  for (const Reservation& before : sql::held(tx, level.variant, level.location)) {
    if (broken == missing) break;
    const std::int64_t cut = std::min(before.quantity, missing - broken);
    Reservation after = before;
    after.quantity -= cut;
    after.broken += cut;
    if (after.quantity == 0) {
      after.state = ReservationState::broken;
      after.ended = now;
    }
    if (!sql::settle(tx, before, after)) continue;
    tell(tx, now, after);
    broken += cut;
  }
  return broken;
}

// There are other pieces than the level says. Reservations are changed before their level,
// everywhere, so that units do not wait for each other; when the level has changed meanwhile, it is
// looked at again.
template <class Found>
Result<Level> correct(store::Tx& tx, const access::Actor& actor, MovementKind kind,
                      const Change& change, Found found) {
  std::int64_t broken = 0;
  for (;;) {
    const auto level = sql::level(tx, change.variant, change.location);
    const Level before = level ? *level : sql::add(tx, change.variant, change.location, 0);
    const std::int64_t now = found(before);
    if (now < 0) return std::unexpected(too_few(tx, change));
    broken += break_promises(tx, actor.now, before, before.reserved - broken - now);
    const auto after = sql::correct(tx, before, now, broken);
    if (!after) continue;
    note(tx, actor, kind, change, now - before.on_hand);
    tell(tx, actor.now, *after);
    return *after;
  }
}

}  // namespace

Result<Level> receive(store::Tx& tx, const access::Actor& actor, MovementKind kind,
                      const Change& change) {
  TRY_VOID(check_pieces(tx, change.variant));
  TRY_VOID(check_open(tx, change.location));
  const Level after = sql::add(tx, change.variant, change.location, change.quantity.number);
  note(tx, actor, kind, change, change.quantity.number);
  tell(tx, actor.now, after);
  return after;
}

Result<Level> sell(store::Tx& tx, const access::Actor& actor, const Change& change) {
  TRY_VOID(check_pieces(tx, change.variant));
  TRY_VOID(check_open(tx, change.location));
  const auto after = sql::take(tx, change);
  if (!after) return std::unexpected(too_few(tx, change));
  note(tx, actor, MovementKind::sold, change, -change.quantity.number);
  tell(tx, actor.now, *after);
  return *after;
}

Result<Level> lose(store::Tx& tx, const access::Actor& actor, const Change& change) {
  TRY_VOID(check_pieces(tx, change.variant));
  TRY_VOID(check_open(tx, change.location));
  return correct(tx, actor, MovementKind::lost, change,
                 [&](const Level& before) { return before.on_hand - change.quantity.number; });
}

Result<Level> count(store::Tx& tx, const access::Actor& actor, const Count& count) {
  TRY_VOID(check_pieces(tx, count.variant));
  TRY_VOID(check_open(tx, count.location));
  const Change change{.variant = count.variant,
                      .location = count.location,
                      .quantity = {},
                      .reference = {},
                      .note = count.note};
  return correct(tx, actor, MovementKind::counted, change,
                 [&](const Level&) { return count.counted.number; });
}

Result<void> move(store::Tx& tx, const access::Actor& actor, const Change& change, LocationId to) {
  if (change.location == to) return refuse(StockRefusal::same_location);
  TRY_VOID(check_pieces(tx, change.variant));
  TRY_VOID(check_open(tx, change.location));
  TRY_VOID(check_open(tx, to));
  const auto left = sql::take(tx, change);
  if (!left) return std::unexpected(too_few(tx, change));
  const Level arrived = sql::add(tx, change.variant, to, change.quantity.number);
  note(tx, actor, MovementKind::moved, change, -change.quantity.number);
  Change there = change;
  there.location = to;
  note(tx, actor, MovementKind::moved, there, change.quantity.number);
  tell(tx, actor.now, *left);
  tell(tx, actor.now, arrived);
  return {};
}

}  // namespace sluis::stock
