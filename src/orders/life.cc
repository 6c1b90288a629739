#include "orders/life.h"

#include "kernel/assert.h"

namespace sluis::orders {
namespace {

using enum State;

constexpr Move kMoves[] = {
    {placed, Act::confirm, confirmed},
    {placed, Act::cancel, placed},
    {placed, Act::cancel, cancelled},
    {confirmed, Act::cancel, confirmed},
    {confirmed, Act::cancel, cancelled},
    {confirmed, Act::fulfil, partly_fulfilled},
    {confirmed, Act::fulfil, fulfilled},
    {partly_fulfilled, Act::fulfil, partly_fulfilled},
    {partly_fulfilled, Act::fulfil, fulfilled},
    {partly_fulfilled, Act::fulfil, partly_returned},
    {partly_fulfilled, Act::cancel, partly_fulfilled},
    {partly_fulfilled, Act::cancel, fulfilled},
    {partly_fulfilled, Act::cancel, partly_returned},
    {partly_fulfilled, Act::cancel, returned},
    {partly_fulfilled, Act::give_back, partly_fulfilled},
    {fulfilled, Act::give_back, partly_returned},
    {fulfilled, Act::give_back, returned},
    {partly_returned, Act::give_back, partly_returned},
    {partly_returned, Act::give_back, returned},
};

constexpr DeliveryMove kDeliveryMoves[] = {
    {DeliveryState::asked, Handling::accept, DeliveryState::accepted},
    {DeliveryState::asked, Handling::decline, DeliveryState::declined},
    {DeliveryState::asked, Handling::send, DeliveryState::on_its_way},
    {DeliveryState::asked, Handling::hand_over, DeliveryState::done},
    {DeliveryState::asked, Handling::cancel, DeliveryState::cancelled},
    {DeliveryState::accepted, Handling::send, DeliveryState::on_its_way},
    {DeliveryState::accepted, Handling::prepare, DeliveryState::ready},
    {DeliveryState::accepted, Handling::decline, DeliveryState::declined},
    {DeliveryState::accepted, Handling::hand_over, DeliveryState::done},
    {DeliveryState::accepted, Handling::cancel, DeliveryState::cancelled},
    {DeliveryState::on_its_way, Handling::arrive, DeliveryState::ready},
    {DeliveryState::on_its_way, Handling::cancel, DeliveryState::cancelled},
    {DeliveryState::ready, Handling::hand_over, DeliveryState::done},
    {DeliveryState::ready, Handling::cancel, DeliveryState::cancelled},
};

// Where an order with these pieces is, once it is a sale.
State state_of(const Counts& counts) {
  if (counts.cancelled == counts.ordered) return cancelled;
  if (counts.open() > 0) return counts.fulfilled == 0 ? confirmed : partly_fulfilled;
  if (counts.returned == 0) return fulfilled;
  return counts.returned < counts.fulfilled ? partly_returned : returned;
}

}  // namespace

std::span<const Move> moves() {
  return kMoves;
}

bool may(State from, Act act) {
  return std::ranges::any_of(
      kMoves, [&](const Move& move) { return move.from == from && move.act == act; });
}

Counts counts_of(std::span<const OrderLine> lines) {
  Counts counts;
  for (const OrderLine& line : lines) {
    if (line.kind != LineKind::product) continue;
    counts.ordered += line.quantity;
    counts.cancelled += line.cancelled;
    counts.fulfilled += line.fulfilled;
    counts.returned += line.returned;
  }
  return counts;
}

State after(State from, Act act, const Counts& counts) {
  const bool waits = from == placed && act != Act::confirm && counts.cancelled < counts.ordered;
  const State to = waits ? placed : state_of(counts);
  SLUIS_ASSERT(std::ranges::any_of(kMoves, [&](const Move& move) {
    return move.from == from && move.act == act && move.to == to;
  }));
  return to;
}

std::span<const DeliveryMove> delivery_moves() {
  return kDeliveryMoves;
}

std::optional<DeliveryState> after(DeliveryState from, Handling handling) {
  for (const DeliveryMove& move : kDeliveryMoves) {
    if (move.from == from && move.handling == handling) return move.to;
  }
  return std::nullopt;
}

std::optional<DeliveryState> after(const Delivery& delivery, Handling handling) {
  const bool sends = handling == Handling::send;
  const bool ends_here = handling == Handling::prepare || handling == Handling::hand_over;
  if (delivery.is_elsewhere() ? ends_here : sends) return std::nullopt;
  return after(delivery.state, handling);
}

bool is_open(DeliveryState state) {
  return after(state, Handling::cancel).has_value();
}

}  // namespace sluis::orders
