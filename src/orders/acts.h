// The pieces that acts on an order share: it is taken with all that hangs on it, changed in memory
// and in the store alike, and settled at the end.
#pragma once

#include "orders/acting.h"
#include "orders/life.h"
#include "orders/telling.h"

namespace sluis::orders {

// Taken for this unit; refused when it is not there, not theirs to see, or not in a state for it.
Result<FullOrder> taken(const Desk& desk, const Sight& sight, OrderId id, std::optional<Act> act);

// As place(), with all that hangs on the order.
Result<FullOrder> place_whole(const Desk& desk, const Sight& sight, const OrderDraft& draft,
                              std::optional<OrderId> exchange_of = {});

// What of an order its reader may see.
FullOrder seen_by(const Sight& sight, FullOrder whole);

OrderLine* line_of(FullOrder& whole, std::int64_t number);
Delivery* delivery_of(FullOrder& whole, DeliveryId id);

// From here on it is a sale: it may be handed over, and the log hears of it.
void confirm(const Desk& desk, FullOrder& whole);

// Writes down what was paid; confirms what waited for it.
Result<void> receive_payment(const Desk& desk, FullOrder& whole, const PaymentDraft& payment);

// What waits for its payment is a sale once nothing is left to be paid.
void confirm_if_paid(const Desk& desk, FullOrder& whole);

// Pieces go back into stock: of one line, from whichever deliveries they are in.
Result<void> let_go(const Desk& desk, FullOrder& whole, OrderLine& line, std::int64_t pieces);
Result<void> let_go(const Desk& desk, FullOrder& whole, DeliveryItem& item, std::int64_t pieces);

// The amount of pieces of a line lapses.
void lapse(Order& order, const OrderLine& line, std::int64_t pieces);

// Cancelled: they are counted, lapse, and go back into stock.
struct Cut {
  OrderLine* line = nullptr;
  std::int64_t pieces = 0;
};
Result<void> cut(const Desk& desk, FullOrder& whole, const std::vector<Cut>& cuts);

// Promises stock for what is wanted, and writes down the deliveries; what is refused stays wanted.
struct Wanted {
  std::int64_t line = 0;
  VariantId variant;
  std::int64_t quantity = 0;
};
struct From {
  Method method = Method::ship;
  std::optional<LocationId> only;
  std::optional<LocationId> not_there;  // who declined
  bool sold = false;                    // already, elsewhere; see stock::Wish
  bool bring = false;                   // to `only`, from wherever it lies
};
Result<void> source(const Desk& desk, FullOrder& whole, std::vector<Wanted>& wanted,
                    const From& from);

// Over the counter: sold there, and gone.
Result<void> take_along(const Desk& desk, FullOrder& whole, LocationId location);

// The order of a delivery, taken; refused when it lies at another location than the reader's.
Result<FullOrder> taken_with(const Desk& desk, const Sight& sight, DeliveryId id,
                             std::optional<Act> act);

// When somebody must have accepted a delivery that asks for it.
std::optional<Instant> due(const Desk& desk, ChannelId channel, DeliveryState state);

}  // namespace sluis::orders
