// What an order comes to: its lines with their discount and VAT, what the sale itself costs, and
// what of it lapses when pieces do. Pure; every part adds up to its whole, exactly.
#pragma once

#include <span>

#include "orders/order.h"

namespace sluis::orders {

// What a sale through a channel costs, and how long it waits for whoever must act.
struct Terms {
  ChannelId channel;
  Currency currency;                             // of the fixed amounts
  Whole<0, 10'000> fee_basis_points{0};          // of what the buyer pays for the pieces
  Whole<0, 10'000> payment_basis_points{0};      // of all that the buyer pays
  Micro payment_fixed;                           // per order
  Micro transport_cost;                          // per order that is sent
  Whole<1, 43'200> pay_minutes{1'440};           // until an unpaid order is cancelled
  Whole<1, 43'200> accept_minutes{120};          // until a store that accepts nothing loses it
  Whole<1, 129'600> collect_minutes{7 * 1'440};  // until what nobody collects goes back
  bool operator==(const Terms&) const = default;
};
BOOST_DESCRIBE_STRUCT(Terms, (),
                      (channel, currency, fee_basis_points, payment_basis_points, payment_fixed,
                       transport_cost, pay_minutes, accept_minutes, collect_minutes))

// No line, and no order, may come to more.
inline constexpr Micro kLineMost{10'000'000'000 * Micro::kPerUnit};

// price x quantity as far as it fits in a line.
std::optional<Micro> times(Micro price, std::int64_t quantity);

// Parts of an amount in proportion to weights that are not below zero; where all of them are zero
// the first part has it all. They add up to it.
std::vector<Micro> spread(Micro amount, std::span<const Micro> weights);

// What of an amount for `quantity` pieces belongs to those from `before` to `after`. Over all
// pieces, one step after the other, that is the amount.
Micro share(Micro amount, std::int64_t before, std::int64_t after, std::int64_t quantity);

// What the buyer sees of a line: price x quantity less discount.
Micro seen(const OrderLine& line);

// How much can be taken off the product lines together, in proportion to what the buyer sees of
// them, so that this part of their net remains as margin on the goods: nothing where the cost of
// one is not known.
Micro room_above(taxes::BasisPoints floor, std::span<const OrderLine> lines);

// Takes an amount off the product lines together, at most what they come to: how much it was.
Micro take_off(std::span<OrderLine> lines, Micro amount);
// Works out net, VAT and gross of each line from what the buyer sees.
void tax(std::span<OrderLine> lines);
// Lays what the sale costs on its product lines.
void share_costs(std::span<OrderLine> lines, const Terms& terms, Currency currency, Micro payable,
                 bool is_sent);

// Goods and fees; nothing where the goods' cost is not known.
std::optional<Micro> cost_of(const OrderLine& line);

// Net, VAT, gross, rounding, payable, cost and margin of the order follow from its lines.
void total(Order& order, std::span<const OrderLine> lines);

// What the buyer owes for what has not lapsed, and what there is to give back: paid too much.
Micro owed(const Order& order);
Micro due_back(const Order& order);
// Whole cents of the currency.
bool is_payable(Micro amount, Currency currency);

}  // namespace sluis::orders
