// What others hear of an order, in the unit of the act: its timeline, the trail, the outbox, and
// the log of events, where its money is a fact of our own.
#pragma once

#include <span>

#include "orders/acting.h"

namespace sluis::orders {

// What an act did, for the timeline.
struct Deed {
  std::string_view what;  // "placed"; the topic is orders.order_placed
  std::int64_t pieces = 0;
  std::optional<Micro> amount = {};
  Line<0, 200> note = {};
};
void tell(const Desk& desk, const Order& order, const Deed& deed);

// The order is a sale: order_completed, and order_line for each line.
void report_sale(const Desk& desk, const Order& order, std::span<const OrderLine> lines);

// Pieces of a sale that lapsed: order_refunded with what they had brought and had cost.
struct Lapse {
  const OrderLine* line = nullptr;  // as it was before
  std::int64_t pieces = 0;
  bool fees = false;   // what the sale cost lapses too: nothing had been sent
  bool goods = false;  // so does what the pieces cost: they can be sold again
};
void report_lapses(const Desk& desk, const Order& order, std::span<const Lapse> lapses);

// Money that went back beyond what lapsed.
void report_goodwill(const Desk& desk, const Order& order, PaymentId refund, Micro amount);

}  // namespace sluis::orders
