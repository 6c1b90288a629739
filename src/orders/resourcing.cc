#include "orders/resourcing.h"

#include "orders/acts.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

// Pieces of an item that are still to be handed over and that its reservation holds no more.
std::int64_t missing_of(const Desk& desk, const DeliveryItem& item, const Hold& hold) {
  const auto now = stock::reservation(desk.tx, {}, hold.reservation);
  const std::int64_t held = now ? now->quantity : 0;
  const std::int64_t whole_pieces = held / hold.each;
  return std::max<std::int64_t>(item.open() - whole_pieces, 0);
}

From from_of(const Delivery& delivery) {
  if (delivery.method == Method::ship) return {.method = Method::ship, .only = {}, .not_there = {}};
  return {.method = delivery.method,
          .only = delivery.brought_to.value_or(delivery.location),
          .not_there = {},
          .bring = delivery.brought_to.has_value()};
}

// As many as can be promised again: how many these are.
Result<std::int64_t> promise_anew(const Desk& desk, FullOrder& whole, const Wanted& lost,
                                  const From& from) {
  for (std::int64_t pieces = lost.quantity; pieces > 0; --pieces) {
    std::vector<Wanted> wanted{{lost.line, lost.variant, pieces}};
    const auto sourced = source(desk, whole, wanted, from);
    if (sourced) return pieces;
    if (!is(sourced.error(), OrderRefusal::too_few)) return std::unexpected(sourced.error());
  }
  return 0;
}

Result<void> replace(const Desk& desk, FullOrder& whole, DeliveryItem& item, std::int64_t pieces) {
  const From from = from_of(*delivery_of(whole, item.delivery));
  const Wanted lost{item.line, *line_of(whole, item.line)->variant, pieces};
  TRY_VOID(let_go(desk, whole, item, pieces));
  const std::int64_t promised = TRY(promise_anew(desk, whole, lost, from));
  if (promised > 0) tell(desk, whole.order, {.what = "resourced", .pieces = promised});
  if (promised == pieces) return {};
  TRY_VOID(cut(desk, whole, {{line_of(whole, lost.line), pieces - promised}}));
  tell(desk, whole.order, {.what = "went_missing", .pieces = pieces - promised});
  return {};
}

}  // namespace

Result<void> make_good(const Desk& desk, const stock::Reservation& broken) {
  const auto id = sql::holder_of(desk.tx, broken);
  if (!id) return {};
  FullOrder whole = TRY(taken(desk, kEverything, *id, std::nullopt));
  for (DeliveryItem& item : whole.items) {
    const auto hold = std::ranges::find(item.holds, broken.id, &Hold::reservation);
    if (hold == item.holds.end()) continue;
    const std::int64_t pieces = missing_of(desk, item, *hold);
    if (pieces > 0) TRY_VOID(replace(desk, whole, item, pieces));
    break;
  }
  sql::settle(desk.tx, whole.order);
  return {};
}

outbox::Consumer resourcing(events::Intake& intake, const Clock& clock, IdSource& ids) {
  return {
      .name = "orders.resourcing",
      .topics = {"stock.reservation_ended"},
      .consume = [&intake, &clock, &ids](store::Tx& tx, const outbox::Fact& fact) -> Result<void> {
        const auto ended = TRY(from_json<stock::Reservation>(fact.payload.text));
        if (ended.broken == 0 || ended.purpose != stock::Purpose::order) return {};
        const access::Actor actor{.name = "resourcing", .peer = "", .now = clock.now(), .ids = ids};
        return make_good({tx, actor, intake}, ended);
      }};
}

}  // namespace sluis::orders
