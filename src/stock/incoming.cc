#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "stock/checks.h"
#include "stock/store.h"
#include "stock/telling.h"

namespace sluis::stock {
namespace {

void record(store::Tx& tx, const access::Actor& actor, std::string_view action,
            const Incoming* before, const Incoming& after) {
  access::audit(tx, actor,
                {.entity = "incoming",
                 .id = to_string(after.id),
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, "stock.incoming_changed", after);
}

std::int64_t to_come(const Incoming& line) {
  return line.quantity.number - line.received.number;
}

// As it is after a change, but for what is promised of it, which others change meanwhile.
Incoming next(const Incoming& before, Instant now) {
  Incoming after = before;
  after.version = before.version + 1;
  after.changed = now;
  return after;
}
void close_if_done(Incoming& line) {
  line.state = to_come(line) == 0 ? IncomingState::closed : IncomingState::expected;
}

// The rest of what somebody waited for goes on waiting; what came is a reservation of its own.
void split(store::Tx& tx, const access::Actor& actor, const Reservation& rest, std::int64_t came) {
  Reservation held = rest;
  held.id = actor.ids.next<ReservationId>();
  held.quantity = came;
  held.state = ReservationState::held;
  held.broken = 0;
  held.created = actor.now;
  sql::insert(tx, held);
  tell_arrived(tx, actor.now, held);
}

// Those who wait longest get what came, up to so many: how many they got.
std::int64_t hand_out(store::Tx& tx, const access::Actor& actor, const Incoming& line,
                      std::int64_t came) {
  std::int64_t given = 0;
  for (const Reservation& before : sql::waiting(tx, line, false)) {
    if (given == came) break;
    const std::int64_t now = std::min(before.quantity, came - given);
    Reservation after = before;
    const bool all = now == before.quantity;
    if (all) {
      after.state = ReservationState::held;
    } else {
      after.quantity -= now;
    }
    if (!sql::settle(tx, before, after)) continue;
    if (all) {
      tell_arrived(tx, actor.now, after);
    } else {
      split(tx, actor, after, now);
    }
    given += now;
  }
  return given;
}

// Promises that cannot be kept any more, the newest first: how many pieces.
std::int64_t break_promises(store::Tx& tx, Instant now, const Incoming& line,
                            std::int64_t missing) {
  std::int64_t broken = 0;
  if (missing <= 0) return broken;
  for (const Reservation& before : sql::waiting(tx, line, true)) {
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

Refusal too_few(const std::vector<sql::Delivery>& deliveries, const Wish& wish) {
  std::int64_t most = 0;
  for (const sql::Delivery& one : deliveries)
    most = std::max(most, one.free);
  return Refusal(kind_of(StockRefusal::too_few_to_come), std::to_string(wish.quantity.number),
                 std::to_string(most));
}

Reservation waiting_for(const access::Actor& actor, const sql::Delivery& delivery,
                        const Wish& wish) {
  return {.variant = wish.variant,
          .id = actor.ids.next<ReservationId>(),
          .location = delivery.location,
          .quantity = wish.quantity.number,
          .state = ReservationState::waiting,
          .purpose = wish.purpose,
          .reference = wish.reference,
          .channel = wish.channel,
          .bundle = {},
          .incoming = delivery.id,
          .expires = wish.expires,
          .created = actor.now,
          .ended = {}};
}

}  // namespace

std::vector<Incoming> incoming(store::Snapshot& snapshot, const Sight& sight,
                               const IncomingQuery& query) {
  IncomingQuery seen = query;
  if (sight.location) {
    if (query.location && query.location != sight.location) return {};
    seen.location = sight.location;
  }
  return sql::incoming(snapshot, seen);
}

Result<Incoming> incoming(store::Snapshot& snapshot, const Sight& sight, IncomingId id) {
  auto found = sql::incoming(snapshot, id);
  if (!found || (sight.location && found->location != *sight.location)) {
    return refuse(StockRefusal::incoming_unknown);
  }
  return *std::move(found);
}

Result<Incoming> expect(store::Tx& tx, const access::Actor& actor, const IncomingDraft& draft) {
  TRY_VOID(check_pieces(tx, draft.variant));
  TRY_VOID(check_open(tx, draft.location));
  Incoming line{.id = actor.ids.next<IncomingId>(),
                .version = 1,
                .variant = draft.variant,
                .location = draft.location,
                .quantity = {draft.quantity.number},
                .expected = draft.expected,
                .reference = draft.reference.present ? draft.reference.value : Line<0, 200>{},
                .created = actor.now,
                .changed = actor.now};
  if (draft.kept.present) line.kept = draft.kept.value;
  sql::insert(tx, line);
  record(tx, actor, "added", nullptr, line);
  return line;
}

Result<Incoming> change_incoming(store::Tx& tx, const access::Actor& actor, IncomingId id,
                                 std::int64_t version, const IncomingChange& change) {
  const Incoming before = TRY(incoming(tx, {}, id));
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  Incoming after = next(before, actor.now);
  apply_change(change, after);
  if (to_come(after) < 0) {
    return refuse(StockRefusal::fewer_than_received, std::to_string(after.received.number));
  }
  close_if_done(after);
  std::int64_t broken = 0;
  Incoming present = before;
  do {
    present = TRY(incoming(tx, {}, id));
    if (present.version != version) return refuse(api::ApiRefusal::version_changed);
    const std::int64_t most = std::max<std::int64_t>(0, to_come(after) - after.kept.number);
    broken += break_promises(tx, actor.now, present, present.promised - broken - most);
  } while (!sql::update(tx, present, after, broken));
  after.promised = present.promised - broken;
  record(tx, actor, "changed", &before, after);
  return after;
}

Result<Incoming> arrive(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                        IncomingId id, Quantity quantity) {
  std::int64_t given = 0;
  Incoming before;
  Incoming after;
  do {
    before = TRY(incoming(tx, sight, id));
    TRY_VOID(check_open(tx, before.location));
    if (quantity.number > to_come(before)) {
      return refuse(StockRefusal::more_than_expected, std::to_string(quantity.number),
                    std::to_string(to_come(before)));
    }
    given += hand_out(tx, actor, before, quantity.number - given);
    after = next(before, actor.now);
    after.received.number += quantity.number;
    after.promised -= given;
    close_if_done(after);
  } while (!sql::update(tx, before, after, given));
  const Level level = sql::bring(tx, after.variant, after.location, quantity.number, given);
  const Change change{.variant = after.variant,
                      .location = after.location,
                      .quantity = quantity,
                      .reference = after.reference};
  note(tx, actor, MovementKind::received, change, quantity.number);
  tell(tx, actor.now, level);
  record(tx, actor, "changed", &before, after);
  return after;
}

Result<Reservation> back_order(store::Tx& tx, const access::Actor& actor, const Wish& wish) {
  const catalog::Sellable sold = TRY(catalog::sellable(tx, wish.variant));
  if (sold.bundle) return refuse(StockRefusal::is_bundle, sold.sku.text);
  const auto deliveries = sql::coming(tx, {&wish.variant, 1}, wish.location);
  for (const sql::Delivery& one : deliveries) {
    if (!sql::promise_coming(tx, wish.variant, one.id, wish.quantity.number)) continue;
    Reservation reservation = waiting_for(actor, one, wish);
    sql::insert(tx, reservation);
    return reservation;
  }
  return std::unexpected(too_few(deliveries, wish));
}

}  // namespace sluis::stock
