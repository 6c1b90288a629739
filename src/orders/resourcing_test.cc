#include "orders/resourcing.h"

#include <gtest/gtest.h>

#include "orders/testing.h"

namespace sluis::orders {
namespace {

class ResourcingTest : public testing::OrdersTest {
 protected:
  void counted_at(LocationId location, std::int64_t pieces) {
    ASSERT_TRUE(unit([&](store::Tx& tx) {
      return stock::count(tx, actor(),
                          {.variant = jacket_, .location = location, .counted = {pieces}});
    }));
  }
  // What the consumer is told of an order, however often.
  void hear(const Order& order) {
    const auto all = store().snapshot([&](store::Snapshot& s) {
      return Result<std::vector<stock::Reservation>>(
          stock::reservations(s, {}, {.reference = order.reference.text}));
    });
    for (const stock::Reservation& one : all.value())
      if (one.broken > 0) {
        ASSERT_TRUE(at_desk([&](const Desk& desk) { return make_good(desk, one); }));
      }
  }
  std::int64_t open_at(const Order& order, LocationId location) {
    const FullOrder whole = found(order.id);
    std::int64_t open = 0;
    for (const DeliveryItem& item : whole.items) {
      const auto delivery = std::ranges::find(whole.deliveries, item.delivery, &Delivery::id);
      if (delivery->location == location) open += item.open();
    }
    return open;
  }
};
SLUIS_ON_BOTH_HOMES(ResourcingTest);

TEST_P(ResourcingTest, WhatIsCountedAwayIsPromisedFromElsewhere) {
  lay(jacket_, warehouse_, 3);
  lay(jacket_, shop_, 5);
  const Order order = placed(draft(jacket_, 3)).value();
  EXPECT_EQ(open_at(order, warehouse_), 3);
  counted_at(warehouse_, 1);
  for (int again = 0; again < 2; ++again) {
    hear(order);
    EXPECT_EQ(open_at(order, warehouse_), 1);
    EXPECT_EQ(open_at(order, shop_), 2);
    EXPECT_EQ(reserved_of(jacket_, warehouse_), 1);
    EXPECT_EQ(reserved_of(jacket_, shop_), 2);
  }
  EXPECT_EQ(found(order.id).lines.front().open(), 3);
  ASSERT_TRUE(handed_over(order.id));
  EXPECT_EQ(on_hand(jacket_, shop_), 3);
}

TEST_P(ResourcingTest, WhatIsNowhereIsCancelledAndItsMoneyIsDueBack) {
  lay(jacket_, warehouse_, 3);
  lay(jacket_, shop_, 1);
  const Order order = placed(draft(jacket_, 3)).value();
  counted_at(warehouse_, 0);
  hear(order);
  hear(order);
  const FullOrder whole = found(order.id);
  EXPECT_EQ(whole.lines.front().cancelled, 2);
  EXPECT_EQ(open_at(order, shop_), 1);
  EXPECT_EQ(reserved_of(jacket_, shop_), 1);
  EXPECT_EQ(to_string(due_back(whole.order)), "48.40");
}

// One of two stores declines, and nobody else has it: the other one still sends its piece.
TEST_P(ResourcingTest, WhatOneStoreDeclinesIsNotTakenFromAnother) {
  const LocationId other = place("other", stock::LocationKind::store, 3);
  lay(jacket_, shop_, 1);
  lay(jacket_, other, 1);
  const Order order = placed(draft(jacket_, 2)).value();
  ASSERT_EQ(found(order.id).deliveries.size(), 2u);
  const DeliveryId first = found(order.id).deliveries.front().id;
  ASSERT_TRUE(at_desk([&](const Desk& desk) { return decline(desk, kEverything, first); }));
  EXPECT_EQ(found(order.id).lines.front().open(), 1);
  EXPECT_EQ(open_at(order, shop_) + open_at(order, other), 1);
  EXPECT_EQ(reserved_of(jacket_, shop_) + reserved_of(jacket_, other), 1);
}

// Cancelling some of what is left lets go of no more than is not needed any more.
TEST_P(ResourcingTest, ACancelledPieceLeavesThePromiseOfTheOthers) {
  lay(jacket_, warehouse_, 3);
  const Order order = placed(draft(jacket_, 3)).value();
  counted_at(warehouse_, 2);
  ASSERT_TRUE(cancelled(order.id, {Pieces{.line = 1, .quantity = {1}}}));
  EXPECT_EQ(reserved_of(jacket_, warehouse_), 2);
  EXPECT_EQ(open_at(order, warehouse_), 2);
}

}  // namespace
}  // namespace sluis::orders
