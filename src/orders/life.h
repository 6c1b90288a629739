// The life of an order and of a delivery, as tables: which act leads from which state to which.
// Pure.
#pragma once

#include <span>

#include "orders/order.h"

namespace sluis::orders {

enum class Act : std::uint8_t { confirm, cancel, fulfil, give_back };
BOOST_DESCRIBE_ENUM(Act, confirm, cancel, fulfil, give_back)

struct Move {
  State from;
  Act act;
  State to;
};
std::span<const Move> moves();
bool may(State from, Act act);

// Pieces of all product lines together.
struct Counts {
  std::int64_t ordered = 0;
  std::int64_t cancelled = 0;
  std::int64_t fulfilled = 0;
  std::int64_t returned = 0;

  std::int64_t open() const { return ordered - cancelled - fulfilled; }
};
Counts counts_of(std::span<const OrderLine> lines);

// Where an order is after an act that left it with these pieces: one of the moves.
State after(State from, Act act, const Counts& counts);

enum class Handling : std::uint8_t { accept, send, arrive, prepare, hand_over, decline, cancel };
BOOST_DESCRIBE_ENUM(Handling, accept, send, arrive, prepare, hand_over, decline, cancel)

struct DeliveryMove {
  DeliveryState from;
  Handling handling;
  DeliveryState to;
};
std::span<const DeliveryMove> delivery_moves();
std::optional<DeliveryState> after(DeliveryState from, Handling handling);
// The same of one delivery: what lies elsewhere than where it is collected is sent there first,
// and only that is.
std::optional<DeliveryState> after(const Delivery& delivery, Handling handling);
// Pieces of it are still to be handed over.
bool is_open(DeliveryState state);

}  // namespace sluis::orders
