#include "orders/pricing.h"

#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::orders {
namespace {

Micro sum(const std::vector<Micro>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Micro());
}

OrderLine line(std::int64_t cents, std::int64_t quantity, taxes::BasisPoints rate = 2100) {
  return {.variant = VariantId(1),
          .quantity = quantity,
          .price = Micro(cents * 10'000),
          .vat_rate = rate,
          .goods_cost = Micro(cents * 3'000 * quantity)};
}

// Some lines of an order in euros, with VAT in the prices or not.
std::vector<OrderLine> any_lines() {
  std::vector<OrderLine> lines;
  const int count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    lines.push_back(line(*rc::gen::inRange(0, 100'000), *rc::gen::inRange(1, 40),
                         *rc::gen::elementOf(std::vector<taxes::BasisPoints>{0, 550, 900, 2100})));
    lines.back().includes_vat = *rc::gen::arbitrary<bool>();
  }
  return lines;
}

RC_GTEST_PROP(PricingProperties, PartsAddUpToTheWhole, (int amount)) {
  const auto weights = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1'000'000));
  std::vector<Micro> micros;
  for (const int weight : weights)
    micros.emplace_back(weight);
  const auto parts = spread(Micro(amount), micros);
  if (!parts.empty()) RC_ASSERT(sum(parts) == Micro(amount));
}

RC_GTEST_PROP(PricingProperties, SharesOfPiecesAddUpToTheLine, (int amount)) {
  const auto quantity = *rc::gen::inRange<std::int64_t>(1, 50);
  Micro all;
  for (std::int64_t done = 0; done < quantity;) {
    const auto next = *rc::gen::inRange<std::int64_t>(done + 1, quantity + 1);
    all = all + share(Micro(amount), done, next, quantity);
    done = next;
  }
  RC_ASSERT(all == Micro(amount));
}

// Margin at sale is what stands on the lines, to the last part.
RC_GTEST_PROP(PricingProperties, LinesAddUpToTheOrder, ()) {
  std::vector<OrderLine> lines = any_lines();
  take_off(lines, Micro(*rc::gen::inRange(0, 50'000'000)));
  tax(lines);
  Order order;
  total(order, lines);
  const Terms terms{.channel = {},
                    .currency = {},
                    .fee_basis_points = {*rc::gen::inRange<std::int64_t>(0, 2'000)},
                    .payment_basis_points = {*rc::gen::inRange<std::int64_t>(0, 300)},
                    .payment_fixed = Micro(250'000),
                    .transport_cost = Micro(4'950'000)};
  share_costs(lines, terms, order.currency, order.payable, true);
  total(order, lines);
  Micro net;
  Micro cost;
  Micro payment_fee;
  Micro transport;
  for (const OrderLine& one : lines) {
    RC_ASSERT(one.net + one.vat == one.gross);
    RC_ASSERT(seen(one) >= Micro());
    net = net + one.net;
    cost = cost + *cost_of(one);
    payment_fee = payment_fee + one.payment_fee;
    transport = transport + one.transport_cost;
  }
  RC_ASSERT(order.margin == net + order.rounding - cost);
  RC_ASSERT(order.gross + order.rounding == order.payable);
  RC_ASSERT(is_payable(order.payable, order.currency));
  RC_ASSERT(transport == terms.transport_cost);
  RC_ASSERT(payment_fee ==
            scaled(order.payable, terms.payment_basis_points.number, 10'000) + Micro(250'000));
}

// Up to the rounding of each line, and not a cent less is taken off than may be.
RC_GTEST_PROP(PricingProperties, WhatIsTakenOffLeavesTheFloor, ()) {
  std::vector<OrderLine> lines = any_lines();
  const auto floor = *rc::gen::inRange<taxes::BasisPoints>(0, 9'001);
  const Micro room = room_above(floor, lines);
  take_off(lines, room);
  tax(lines);
  Micro net;
  Micro goods;
  for (const OrderLine& one : lines) {
    net = net + one.net;
    goods = goods + *one.goods_cost;
  }
  const Micro least = scaled(net, taxes::kWhole - floor, taxes::kWhole);
  const Micro slack(static_cast<std::int64_t>(2 * lines.size() + 2));
  if (room > Micro()) RC_ASSERT(goods <= least + slack && goods + slack >= least - slack);
}

TEST(Pricing, OneUnknownCostMakesTheMarginUnknown) {
  std::vector<OrderLine> lines = {line(1'000, 1), line(2'000, 1)};
  lines.back().goods_cost.reset();
  tax(lines);
  Order order;
  total(order, lines);
  EXPECT_FALSE(order.cost);
  EXPECT_FALSE(order.margin);
}

TEST(Pricing, NothingIsTakenOffThatIsNotThere) {
  std::vector<OrderLine> lines = {line(1'000, 1)};
  EXPECT_EQ(take_off(lines, Micro(99'000'000)), Micro(10'000'000));
  EXPECT_EQ(seen(lines.front()), Micro());
}

TEST(Pricing, WhatDoesNotFitIsNoAmount) {
  EXPECT_FALSE(times(Micro(INT64_MAX / 2), 3));
  EXPECT_FALSE(times(Micro(kLineMost.units()), 2));
  EXPECT_EQ(times(Micro(3), 4), Micro(12));
}

TEST(Pricing, WhatLapsedIsOwedNoMore) {
  Order order;
  order.gross = order.payable = Micro(30'000'000);
  order.paid = Micro(30'000'000);
  EXPECT_EQ(due_back(order), Micro());
  order.lapsed = Micro(10'003'000);
  EXPECT_EQ(owed(order), Micro(20'000'000));
  EXPECT_EQ(due_back(order), Micro(10'000'000));
  order.refunded = Micro(10'000'000);
  EXPECT_EQ(due_back(order), Micro());
}

}  // namespace
}  // namespace sluis::orders
