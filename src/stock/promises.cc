// Reservations: promised once, and given back once.

#include "stock/checks.h"
#include "stock/store.h"
#include "stock/store_buffers.h"
#include "stock/telling.h"

namespace sluis::stock {
namespace {

constexpr std::int64_t kExpiredAtOnce = 100;

// The channel that leaves something for the others.
std::optional<ChannelId> buffering(const Wish& wish) {
  return wish.sold ? std::nullopt : wish.channel;
}

std::int64_t left_by(store::Snapshot& snapshot, const Wish& wish, VariantId variant) {
  return sql::left_of(snapshot, buffering(wish), variant);
}

// Where it was asked for, or at the first location that has enough: the guard decides, not what
// was read.
std::optional<Level> promise(store::Tx& tx, const Wish& wish, std::int64_t buffer) {
  if (wish.location) {
    return sql::promise(tx, wish.variant, *wish.location, wish.quantity.number, buffer);
  }
  for (const Level& level : sql::selling(tx, {&wish.variant, 1}, std::nullopt)) {
    auto promised = sql::promise(tx, level.variant, level.location, wish.quantity.number, buffer);
    if (promised) return promised;
  }
  return std::nullopt;
}

// Pieces go back to where they were promised: to the level, or to what is to come.
void give_back(store::Tx& tx, Instant now, const Reservation& from, std::int64_t pieces) {
  if (from.state == ReservationState::waiting) {
    sql::give_back_coming(tx, from.variant, *from.incoming, pieces);
  } else {
    tell(tx, now, sql::give_back(tx, from.variant, from.location, pieces));
  }
}

// All that is held, or waited for, goes back. False when it is not any more.
bool end(store::Tx& tx, Instant now, const Reservation& before, ReservationState state) {
  Reservation after = before;
  after.quantity = 0;
  after.state = state;
  after.ended = now;
  if (!sql::settle(tx, before, after)) return false;
  tell(tx, now, after);
  give_back(tx, now, before, before.quantity);
  return true;
}

// Some of what is held goes back. False when it does not hold that any more.
bool shrink(store::Tx& tx, Instant now, const Reservation& before, std::int64_t pieces) {
  Reservation after = before;
  after.quantity -= pieces;
  if (!sql::settle(tx, before, after)) return false;
  give_back(tx, now, before, pieces);
  return true;
}

std::int64_t expire(store::Tx& tx, Instant now, std::optional<VariantId> variant) {
  std::int64_t ended = 0;
  for (const Reservation& due : sql::due(tx, variant, now, kExpiredAtOnce))
    ended += end(tx, now, due, ReservationState::expired);
  return ended;
}

// Why a wish cannot be fulfilled.
Refusal why_not(store::Snapshot& snapshot, const Wish& wish) {
  if (wish.location) {
    const auto place = location(snapshot, {}, *wish.location);
    if (!place) return place.error();
    if (!place->active) return Refusal(kind_of(StockRefusal::location_closed), place->name.text);
  }
  std::int64_t most = 0;
  const auto found = available(snapshot, {&wish.variant, 1}, buffering(wish), wish.location);
  for (const Free& place : found.front().locations)
    most = std::max(most, place.free);
  return Refusal(kind_of(StockRefusal::too_few), std::to_string(wish.quantity.number),
                 std::to_string(most));
}

// Pieces that are promised at a level, as part of a bundle where that was asked for.
Reservation hold(store::Tx& tx, const access::Actor& actor, const Wish& wish, const Level& level,
                 std::int64_t quantity) {
  Reservation reservation{.variant = level.variant,
                          .id = actor.ids.next<ReservationId>(),
                          .location = level.location,
                          .quantity = quantity,
                          .purpose = wish.purpose,
                          .reference = wish.reference,
                          .channel = wish.channel,
                          .bundle = {},
                          .incoming = {},
                          .expires = wish.expires,
                          .created = actor.now,
                          .ended = {}};
  if (level.variant != wish.variant) reservation.bundle = wish.variant;
  sql::insert(tx, reservation);
  tell(tx, actor.now, level);
  return reservation;
}

Result<Reservation> reserve_pieces(store::Tx& tx, const access::Actor& actor, const Wish& wish) {
  const std::int64_t buffer = left_by(tx, wish, wish.variant);
  auto level = promise(tx, wish, buffer);
  // What others held for too long is there for whoever asks.
  if (!level && expire(tx, actor.now, wish.variant) > 0) level = promise(tx, wish, buffer);
  if (!level) return std::unexpected(why_not(tx, wish));
  return hold(tx, actor, wish, *level, wish.quantity.number);
}

// Everybody takes parts in the same order, so that units do not wait for each other.
std::vector<catalog::Part> in_order(std::vector<catalog::Part> parts) {
  std::ranges::sort(parts, {}, &catalog::Part::variant);
  return parts;
}

// The parts of a wish at one place, or nothing: what was promised before one was missing goes back.
std::vector<Level> promise_at(store::Tx& tx, const Wish& wish,
                              const std::vector<catalog::Part>& parts, LocationId place) {
  std::vector<Level> promised;
  for (const catalog::Part& part : parts) {
    const std::int64_t quantity = wish.quantity.number * part.quantity.number;
    auto level = sql::promise(tx, part.variant, place, quantity, left_by(tx, wish, part.variant));
    if (level) {
      promised.push_back(*level);
      continue;
    }
    for (std::size_t i = 0; i < promised.size(); ++i)
      sql::give_back(tx, parts[i].variant, place, wish.quantity.number * parts[i].quantity.number);
    return {};
  }
  return promised;
}

// At the first place where all parts are free: the guards decide, not what was read.
std::vector<Level> promise_parts(store::Tx& tx, const Wish& wish,
                                 const std::vector<catalog::Part>& parts) {
  const auto found = available(tx, {&wish.variant, 1}, buffering(wish), wish.location);
  for (const Free& place : found.front().locations) {
    if (place.free < wish.quantity.number) continue;
    auto levels = promise_at(tx, wish, parts, place.location);
    if (!levels.empty()) return levels;
  }
  return {};
}

bool expire(store::Tx& tx, Instant now, const std::vector<catalog::Part>& parts) {
  std::int64_t ended = 0;
  for (const catalog::Part& part : parts)
    ended += expire(tx, now, part.variant);
  return ended > 0;
}

Result<Reservation> open(store::Snapshot& snapshot, const Sight& sight, ReservationId id) {
  Reservation found = TRY(reservation(snapshot, sight, id));
  if (found.ended) return refuse(StockRefusal::reservation_ended);
  return found;
}

}  // namespace

Result<Reservation> reserve(store::Tx& tx, const access::Actor& actor, const Wish& wish) {
  const catalog::Sellable sold = TRY(catalog::sellable(tx, wish.variant));
  if (sold.bundle) return refuse(StockRefusal::is_bundle, sold.sku.text);
  return reserve_pieces(tx, actor, wish);
}

Result<std::vector<Reservation>> reserve_whole(store::Tx& tx, const access::Actor& actor,
                                               const Wish& wish) {
  const catalog::Sellable sold = TRY(catalog::sellable(tx, wish.variant));
  if (!sold.bundle) return std::vector{TRY(reserve_pieces(tx, actor, wish))};
  const std::vector<catalog::Part> parts = in_order(catalog::parts_of(tx, wish.variant));
  auto levels = promise_parts(tx, wish, parts);
  if (levels.empty() && expire(tx, actor.now, parts)) levels = promise_parts(tx, wish, parts);
  if (levels.empty()) return std::unexpected(why_not(tx, wish));
  std::vector<Reservation> reservations;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::int64_t quantity = wish.quantity.number * parts[i].quantity.number;
    reservations.push_back(hold(tx, actor, wish, levels[i], quantity));
  }
  return reservations;
}

Result<Reservation> release(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                            ReservationId id, std::optional<Quantity> most) {
  for (;;) {
    const Reservation before = TRY(open(tx, sight, id));
    const bool all = !most || most->number >= before.quantity;
    const bool done = all ? end(tx, actor.now, before, ReservationState::released)
                          : shrink(tx, actor.now, before, most->number);
    if (done) return reservation(tx, sight, id);
  }
}

Result<Reservation> fulfil(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                           ReservationId id, std::optional<Quantity> quantity) {
  Reservation before;
  Reservation after;
  do {
    before = TRY(open(tx, sight, id));
    if (before.state == ReservationState::waiting) return refuse(StockRefusal::still_waiting);
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

Result<Reservation> carry(store::Tx& tx, const access::Actor& actor, ReservationId id,
                          LocationId to) {
  TRY_VOID(check_open(tx, to));
  Reservation before;
  Reservation after;
  do {
    before = TRY(open(tx, {}, id));
    if (before.state == ReservationState::waiting) return refuse(StockRefusal::still_waiting);
    if (before.location == to) return before;
    after = before;
    after.location = to;
  } while (!sql::relocate(tx, before, to));
  const Quantity pieces{before.quantity};
  const Change from{.variant = before.variant,
                    .location = before.location,
                    .quantity = pieces,
                    .reference = before.reference};
  Change there = from;
  there.location = to;
  tell(tx, actor.now, sql::hand_over(tx, from.variant, from.location, pieces.number));
  tell(tx, actor.now, sql::bring(tx, there.variant, to, pieces.number, pieces.number));
  note(tx, actor, MovementKind::moved, from, -pieces.number);
  note(tx, actor, MovementKind::moved, there, pieces.number);
  return after;
}

std::int64_t expire(store::Tx& tx, Instant now) {
  return expire(tx, now, std::nullopt);
}

}  // namespace sluis::stock
