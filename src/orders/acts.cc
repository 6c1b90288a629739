#include "orders/acts.h"

#include <algorithm>

#include "orders/sourcing.h"
#include "orders/store.h"

namespace sluis::orders {
namespace {

constexpr int kRounds = 5;  // of planning, when others were quicker

bool is_sale(const Order& order) {
  return order.confirmed.has_value();
}

// What was cancelled before it became a sale has lapsed with it.
void report_cut_before(const Desk& desk, const FullOrder& whole) {
  std::vector<OrderLine> before = whole.lines;
  std::vector<Lapse> lapses;
  for (OrderLine& line : before) {
    const std::int64_t pieces = line.cancelled;
    line.cancelled = 0;
    if (pieces > 0)
      lapses.push_back({.line = &line, .pieces = pieces, .fees = true, .goods = true});
  }
  if (!lapses.empty()) report_lapses(desk, whole.order, lapses);
}

Delivery& delivery_from(const Desk& desk, FullOrder& whole, const stock::Location& location,
                        const From& from, std::size_t first) {
  for (std::size_t i = first; i < whole.deliveries.size(); ++i) {
    if (whole.deliveries[i].location == location.id) return whole.deliveries[i];
  }
  const bool by_itself = location.kind == stock::LocationKind::warehouse;
  Delivery delivery{.order_id = whole.order.id,
                    .id = desk.actor.ids.next<DeliveryId>(),
                    .method = from.method,
                    .state = by_itself ? DeliveryState::accepted : DeliveryState::asked,
                    .location = location.id,
                    .created = desk.actor.now,
                    .handed_over = {},
                    .received = {},
                    .brought_to = {}};
  if (from.bring && from.only != location.id) delivery.brought_to = from.only;
  if (is_sale(whole.order)) delivery.expires = due(desk, whole.order.channel, delivery.state);
  sql::insert(desk.tx, delivery);
  sql::add_word(desk.tx, whole.order.id, to_string(location.id));
  if (delivery.brought_to) sql::add_word(desk.tx, whole.order.id, to_string(*delivery.brought_to));
  whole.deliveries.push_back(delivery);
  return whole.deliveries.back();
}

// Promises pieces where the plan takes them, unless others were quicker.
Result<void> promise(const Desk& desk, FullOrder& whole, std::vector<Wanted>& wanted,
                     const Take& take, const stock::Location& location, const From& from,
                     std::size_t first) {
  Wanted& need = wanted[take.need];
  const auto reserved = stock::reserve_whole(desk.tx, desk.actor,
                                             {.variant = need.variant,
                                              .quantity = {take.quantity},
                                              .location = take.location,
                                              .channel = whole.order.channel,
                                              .purpose = stock::Purpose::order,
                                              .reference = {whole.order.reference.text},
                                              .sold = from.sold});
  if (!reserved && is(reserved.error(), stock::StockRefusal::too_few)) return {};
  if (!reserved) return std::unexpected(reserved.error());
  need.quantity -= take.quantity;
  const Delivery& delivery = delivery_from(desk, whole, location, from, first);
  DeliveryItem item{.order_id = whole.order.id,
                    .delivery = delivery.id,
                    .line = need.line,
                    .quantity = take.quantity,
                    .holds = {}};
  for (const stock::Reservation& one : *reserved)
    item.holds.push_back({one.id, one.quantity / take.quantity});
  sql::insert(desk.tx, item);
  whole.items.push_back(std::move(item));
  return {};
}

std::vector<stock::Location> places(const Desk& desk, const From& from) {
  std::vector<stock::Location> places = stock::locations(desk.tx, {});
  std::erase_if(places, [&](const stock::Location& one) {
    return !one.active || !one.sells || one.id == from.not_there ||
           (from.only && !from.bring && one.id != *from.only);
  });
  return places;
}

std::vector<stock::Available> free_now(const Desk& desk, const FullOrder& whole,
                                       std::span<const Wanted> wanted, const From& from) {
  std::vector<VariantId> variants;
  for (const Wanted& one : wanted)
    variants.push_back(one.variant);
  std::ranges::sort(variants);
  const auto twice = std::ranges::unique(variants);
  variants.erase(twice.begin(), twice.end());
  const auto channel = from.sold ? std::nullopt : std::optional(whole.order.channel);
  return stock::available(desk.tx, variants, channel, std::nullopt);
}

std::vector<Need> needs_of(std::span<const Wanted> wanted) {
  std::vector<Need> needs;
  for (const Wanted& one : wanted)
    needs.push_back({one.variant, one.quantity});
  return needs;
}

// The line of which there is not enough.
Refusal too_few(const FullOrder& whole, std::span<const Wanted> wanted,
                std::span<const stock::Available> free, std::span<const stock::Location> places) {
  for (const Wanted& one : wanted) {
    const auto plan = orders::plan(std::array{Need{one.variant, one.quantity}}, free, places);
    const auto line = std::ranges::find(whole.lines, one.line, &OrderLine::number);
    if (!plan) {
      return Refusal(kind_of(OrderRefusal::too_few), line->sku.text, std::to_string(one.quantity));
    }
  }
  const auto line = std::ranges::find(whole.lines, wanted.front().line, &OrderLine::number);
  return Refusal(kind_of(OrderRefusal::too_few), line->sku.text,
                 std::to_string(wanted.front().quantity));
}

// The pieces of a line that lie there, or the parts of a bundle.
Result<void> sell(const Desk& desk, const FullOrder& whole, const OrderLine& line,
                  LocationId location) {
  std::vector<catalog::Part> parts = catalog::parts_of(desk.tx, *line.variant);
  if (parts.empty()) parts.push_back({.variant = *line.variant});
  for (const catalog::Part& part : parts) {
    TRY_VOID(stock::sell(desk.tx, desk.actor,
                         {.variant = part.variant,
                          .location = location,
                          .quantity = {line.quantity * part.quantity.number},
                          .reference = {whole.order.reference.text}}));
  }
  return {};
}

// Lets go of what is held beyond what is needed. Of pieces that turned out not to be there less is
// held than was promised, or nothing.
Result<void> hold_no_more(const Desk& desk, const Hold& hold, std::int64_t needed) {
  const stock::Reservation now = TRY(stock::reservation(desk.tx, {}, hold.reservation));
  if (now.ended || now.quantity <= needed) return {};
  const Quantity surplus{now.quantity - needed};
  const auto released = stock::release(desk.tx, desk.actor, {}, hold.reservation, surplus);
  if (released || is(released.error(), stock::StockRefusal::reservation_ended)) return {};
  return std::unexpected(released.error());
}

// A delivery of which nothing is left to be handed over has ended.
void end_if_empty(const Desk& desk, FullOrder& whole, DeliveryId id) {
  std::int64_t open = 0;
  std::int64_t fulfilled = 0;
  for (const DeliveryItem& item : whole.items) {
    if (item.delivery != id) continue;
    open += item.open();
    fulfilled += item.fulfilled;
  }
  Delivery& delivery = *delivery_of(whole, id);
  if (open > 0 || !is_open(delivery.state)) return;
  delivery.state = fulfilled > 0 ? DeliveryState::done : DeliveryState::cancelled;
  delivery.expires.reset();
  sql::update(desk.tx, delivery);
}

// Pieces of a line that deliveries are still to hand over. Of what was let go already, because it
// is not there or nobody came for it, they have none.
std::int64_t in_deliveries(const FullOrder& whole, const OrderLine& line) {
  std::int64_t pieces = 0;
  for (const DeliveryItem& item : whole.items)
    if (item.line == line.number) pieces += item.open();
  return pieces;
}

// What is paid for transport goes back when nothing is left to be sent.
std::vector<Cut> with_transport(FullOrder& whole, std::vector<Cut> cuts) {
  Counts counts = counts_of(whole.lines);
  for (const Cut& one : cuts)
    counts.cancelled += one.pieces;
  if (counts.cancelled < counts.ordered) return cuts;
  for (OrderLine& line : whole.lines) {
    if (line.kind == LineKind::transport) cuts.push_back({&line, line.open()});
  }
  return cuts;
}

}  // namespace

Result<FullOrder> taken(const Desk& desk, const Sight& sight, OrderId id, std::optional<Act> act) {
  const auto order = sql::take(desk.tx, id, desk.actor.now);
  if (!order || !sees(desk.tx, sight, *order)) return refuse(OrderRefusal::order_unknown);
  if (act && !may(order->state, *act)) {
    return refuse(OrderRefusal::act_not_allowed, order->reference.text, enum_name(order->state));
  }
  return FullOrder{.order = *order,
                   .lines = sql::lines(desk.tx, id),
                   .deliveries = sql::deliveries(desk.tx, id),
                   .items = sql::items(desk.tx, id),
                   .payments = sql::payments(desk.tx, id),
                   .timeline = {},
                   .buyer = {}};
}

Result<FullOrder> taken_with(const Desk& desk, const Sight& sight, DeliveryId id,
                             std::optional<Act> act) {
  const auto order = sql::order_of(desk.tx, id);
  if (!order) return refuse(OrderRefusal::delivery_unknown);
  FullOrder whole = TRY(taken(desk, sight, *order, act));
  const Delivery& delivery = *delivery_of(whole, id);
  if (sight.location && delivery.location != *sight.location) {
    return refuse(OrderRefusal::delivery_unknown);
  }
  return whole;
}

OrderLine* line_of(FullOrder& whole, std::int64_t number) {
  const auto line = std::ranges::find(whole.lines, number, &OrderLine::number);
  return line == whole.lines.end() ? nullptr : &*line;
}

Delivery* delivery_of(FullOrder& whole, DeliveryId id) {
  const auto delivery = std::ranges::find(whole.deliveries, id, &Delivery::id);
  return delivery == whole.deliveries.end() ? nullptr : &*delivery;
}

std::optional<Instant> due(const Desk& desk, ChannelId channel, DeliveryState state) {
  if (state != DeliveryState::asked) return std::nullopt;
  const Terms terms = sql::terms(desk.tx, channel);
  return desk.actor.now + std::chrono::minutes(terms.accept_minutes.number);
}

void confirm(const Desk& desk, FullOrder& whole) {
  Order& order = whole.order;
  order.state = after(order.state, Act::confirm, counts_of(whole.lines));
  order.confirmed = desk.actor.now;
  order.pay_by.reset();
  for (Delivery& delivery : whole.deliveries) {
    delivery.expires = due(desk, order.channel, delivery.state);
    if (delivery.expires) sql::update(desk.tx, delivery);
  }
  report_sale(desk, order, whole.lines);
  report_cut_before(desk, whole);
  tell(desk, order, {.what = "confirmed"});
}

Result<void> source(const Desk& desk, FullOrder& whole, std::vector<Wanted>& wanted,
                    const From& from) {
  if (from.only) TRY_VOID(stock::location(desk.tx, {}, *from.only));
  if (from.bring) {
    From there = from;
    there.bring = false;
    const auto sourced = source(desk, whole, wanted, there);
    if (sourced || !is(sourced.error(), OrderRefusal::too_few)) return sourced;
  }
  const std::vector<stock::Location> there = places(desk, from);
  const std::size_t first = whole.deliveries.size();
  bool looked = false;  // for what others held for too long
  for (int round = 0; round < kRounds; ++round) {
    const auto free = free_now(desk, whole, wanted, from);
    const auto takes = plan(needs_of(wanted), free, there);
    if (!takes) {
      if (!std::exchange(looked, true) && stock::expire(desk.tx, desk.actor.now) > 0) continue;
      return std::unexpected(too_few(whole, wanted, free, there));
    }
    for (const Take& take : *takes) {
      const auto& place = *std::ranges::find(there, take.location, &stock::Location::id);
      TRY_VOID(promise(desk, whole, wanted, take, place, from, first));
    }
    std::erase_if(wanted, [](const Wanted& one) { return one.quantity == 0; });
    if (wanted.empty()) return {};
  }
  throw store::Error(store::Failure::contended, "others were quicker, time after time");
}

Result<void> take_along(const Desk& desk, FullOrder& whole, LocationId location) {
  const Delivery delivery{.order_id = whole.order.id,
                          .id = desk.actor.ids.next<DeliveryId>(),
                          .method = Method::carry_out,
                          .state = DeliveryState::done,
                          .location = location,
                          .expires = {},
                          .created = desk.actor.now,
                          .handed_over = desk.actor.now,
                          .received = desk.actor.now,
                          .brought_to = {}};
  sql::insert(desk.tx, delivery);
  whole.deliveries.push_back(delivery);
  for (OrderLine& line : whole.lines) {
    if (!line.variant) continue;
    TRY_VOID(sell(desk, whole, line, location));
    sql::insert(desk.tx, DeliveryItem{.order_id = whole.order.id,
                                      .delivery = delivery.id,
                                      .line = line.number,
                                      .quantity = line.quantity,
                                      .fulfilled = line.quantity,
                                      .holds = {}});
    sql::count(desk.tx, whole.order.id, line.number, {.fulfilled = line.quantity});
    line.fulfilled = line.quantity;
  }
  const Counts counts = counts_of(whole.lines);
  whole.order.state = after(whole.order.state, Act::fulfil, counts);
  tell(desk, whole.order, {.what = "fulfilled", .pieces = counts.fulfilled});
  return {};
}

Result<void> let_go(const Desk& desk, FullOrder& whole, DeliveryItem& item, std::int64_t pieces) {
  if (!sql::count(desk.tx, item, {.cancelled = pieces})) {
    return refuse(OrderRefusal::more_than_open, std::to_string(pieces),
                  std::to_string(item.open()));
  }
  item.cancelled += pieces;
  for (const Hold& hold : item.holds)
    TRY_VOID(hold_no_more(desk, hold, item.open() * hold.each));
  end_if_empty(desk, whole, item.delivery);
  return {};
}

Result<void> let_go(const Desk& desk, FullOrder& whole, OrderLine& line, std::int64_t pieces) {
  for (DeliveryItem& item : whole.items) {
    if (item.line != line.number || !is_open(delivery_of(whole, item.delivery)->state)) continue;
    const std::int64_t here = std::min(pieces, item.open());
    if (here <= 0) continue;
    TRY_VOID(let_go(desk, whole, item, here));
    pieces -= here;
  }
  return {};
}

void lapse(Order& order, const OrderLine& line, std::int64_t pieces) {
  const std::int64_t before = line.lapsed();
  order.lapsed = order.lapsed + share(line.gross, before, before + pieces, line.quantity);
}

Result<void> cut(const Desk& desk, FullOrder& whole, const std::vector<Cut>& asked) {
  const std::vector<Cut> cuts = with_transport(whole, asked);
  std::vector<OrderLine> before;
  before.reserve(cuts.size());
  std::vector<Lapse> lapses;
  for (const Cut& one : cuts) {
    OrderLine& line = *one.line;
    if (!sql::count(desk.tx, whole.order.id, line.number, {.cancelled = one.pieces})) {
      return refuse(OrderRefusal::more_than_open, std::to_string(one.pieces),
                    std::to_string(line.open()));
    }
    TRY_VOID(let_go(desk, whole, line, in_deliveries(whole, line) - (line.open() - one.pieces)));
    lapse(whole.order, line, one.pieces);
    before.push_back(line);
    lapses.push_back({.line = &before.back(), .pieces = one.pieces, .fees = true, .goods = true});
    line.cancelled += one.pieces;
  }
  const bool sold = is_sale(whole.order);
  whole.order.state = after(whole.order.state, Act::cancel, counts_of(whole.lines));
  if (whole.order.state == State::cancelled) {
    whole.order.pay_by.reset();
    if (!whole.order.voucher.text.empty()) {
      sql::give_back_voucher(desk.tx, whole.order.voucher.text);
    }
  }
  if (sold) report_lapses(desk, whole.order, lapses);
  return {};
}

}  // namespace sluis::orders
