#include "orders/orders.h"

#include <gtest/gtest.h>

#include "orders/forgetting.h"
#include "orders/testing.h"

namespace sluis::orders {
namespace {

using testing::why;

class OrderTest : public testing::OrdersTest {
 protected:
  OrderDraft unpaid(std::int64_t quantity) {
    OrderDraft draft = this->draft(jacket_, quantity);
    draft.payment.reset();
    return draft;
  }
  OrderDraft kept_ready(LocationId location) {
    OrderDraft draft = unpaid(1);
    draft.receive = {.method = Method::reserve, .location = location};
    return draft;
  }
  Result<Order> handled(DeliveryId id,
                        Result<Order> (*handle)(const Desk&, const Sight&, DeliveryId)) {
    return at_desk([&](const Desk& desk) { return handle(desk, kEverything, id); });
  }
};
SLUIS_ON_BOTH_HOMES(OrderTest);

// Nothing is left of what was refused.
TEST_P(OrderTest, WhatIsRefusedLeavesNothing) {
  lay(jacket_, warehouse_, 1);
  OrderDraft two = draft(jacket_, 1);
  two.reference = Reference{"R-1"};
  two.lines.push_back({.variant = jacket_, .quantity = {1}, .price = {}, .discount = {}});
  EXPECT_EQ(why(placed(two)), &kind_of(OrderRefusal::too_few));
  EXPECT_EQ(reserved_of(jacket_, warehouse_), 0);
  two.lines.pop_back();
  EXPECT_TRUE(placed(two));
  EXPECT_EQ(why(placed(two)), &kind_of(OrderRefusal::reference_taken));
}

// A shop of somebody else tells what it sold: its buffer was left for that.
TEST_P(OrderTest, WhatWasSoldAlreadyIsPromisedFromTheBuffer) {
  lay(jacket_, warehouse_, 5);
  ASSERT_TRUE(unit(
      [&](store::Tx& tx) { return stock::set_buffer(tx, actor(), channel_, stock::Units{4}); }));
  OrderDraft sold = draft(jacket_, 3);
  EXPECT_EQ(why(placed(sold)), &kind_of(OrderRefusal::too_few));
  sold.sold = true;
  EXPECT_TRUE(placed(sold));
  EXPECT_EQ(reserved_of(jacket_, warehouse_), 3);
}

TEST_P(OrderTest, WhatIsNotPaidInTimeIsCancelled) {
  lay(jacket_, warehouse_, 2);
  const Order order = placed(unpaid(2)).value();
  EXPECT_EQ(order.state, State::placed);
  EXPECT_EQ(why(handed_over(order.id)), &kind_of(OrderRefusal::act_not_allowed));
  EXPECT_FALSE(expired_one());
  clock_.advance(std::chrono::hours(24));
  EXPECT_TRUE(expired_one());
  EXPECT_FALSE(expired_one());
  EXPECT_EQ(found(order.id).order.state, State::cancelled);
  EXPECT_EQ(reserved_of(jacket_, warehouse_), 0);
}

TEST_P(OrderTest, WhatAStoreDoesNotAcceptIsSentFromElsewhere) {
  lay(jacket_, shop_, 1);
  const Order order = placed(draft(jacket_, 1)).value();
  lay(jacket_, warehouse_, 1);
  clock_.advance(std::chrono::hours(2));
  EXPECT_TRUE(expired_one());
  const FullOrder after = found(order.id);
  EXPECT_EQ(after.order.state, State::confirmed);
  EXPECT_EQ(after.deliveries.front().state, DeliveryState::declined);
  EXPECT_EQ(after.deliveries.back().location, warehouse_);
  EXPECT_EQ(reserved_of(jacket_, shop_), 0);
  EXPECT_EQ(reserved_of(jacket_, warehouse_), 1);
}

TEST_P(OrderTest, WhatNobodyCanSendIsCancelledAndItsMoneyIsDue) {
  lay(jacket_, shop_, 1);
  const Order order = placed(draft(jacket_, 1)).value();
  const Order after = handled(found(order.id).deliveries.front().id, decline).value();
  EXPECT_EQ(after.state, State::cancelled);
  EXPECT_EQ(due_back(after), after.paid);
}

// Its product is not sold any more: nothing new is promised of it.
TEST_P(OrderTest, WhatIsDeclinedAfterItsProductEndedIsCancelled) {
  lay(jacket_, shop_, 1);
  const Order order = placed(draft(jacket_, 1)).value();
  lay(jacket_, warehouse_, 1);
  const catalog::ProductChange ended{{.state = {true, catalog::State::ended}}, {}};
  ASSERT_TRUE(changed(product_, ended));
  const auto after = handled(found(order.id).deliveries.front().id, decline);
  ASSERT_TRUE(after) << after.error().kind().name;
  EXPECT_EQ(after->state, State::cancelled);
  EXPECT_EQ(reserved_of(jacket_, shop_), 0);
}

// Somebody paid between the look and the end.
TEST_P(OrderTest, WhatWasPaidMeanwhileDoesNotEnd) {
  lay(jacket_, warehouse_, 1);
  const Order order = placed(unpaid(1)).value();
  clock_.advance(std::chrono::hours(24));
  const auto late = at_desk([](const Desk& desk) {
                      return Result<std::vector<Waiting>>(overdue(desk.tx, desk.actor.now, 10));
                    }).value();
  ASSERT_EQ(late.size(), 1U);
  ASSERT_TRUE(at_desk([&](const Desk& desk) { return pay(desk, kEverything, order.id, paid()); }));
  EXPECT_EQ(at_desk([&](const Desk& desk) { return expire(desk, late.front()); }), false);
  EXPECT_EQ(found(order.id).order.state, State::confirmed);
}

TEST_P(OrderTest, WhatNobodyCollectsGoesBackToTheShelf) {
  lay(jacket_, shop_, 1);
  const Order order = placed(kept_ready(shop_)).value();
  const DeliveryId delivery = found(order.id).deliveries.front().id;
  EXPECT_TRUE(handled(delivery, accept));
  EXPECT_TRUE(handled(delivery, prepare));
  EXPECT_EQ(why(handed_over(order.id)), &kind_of(OrderRefusal::not_paid));
  clock_.advance(std::chrono::hours(24 * 7));
  EXPECT_TRUE(expired_one());
  EXPECT_EQ(found(order.id).order.state, State::cancelled);
  EXPECT_EQ(reserved_of(jacket_, shop_), 0);
}

TEST_P(OrderTest, CostsAndNamesAreForWhoMaySeeThem) {
  lay(jacket_, warehouse_, 1);
  OrderDraft mine = draft(jacket_, 1);
  mine.buyer = BuyerDraft{};
  mine.buyer->name = {"Kim"};
  const Order order = placed(mine).value();
  EXPECT_EQ(order.margin, Micro(12'000'000));
  const auto seen = [&](const Sight& sight) {
    return store().snapshot(
        [&](store::Snapshot& snapshot) { return find(snapshot, sight, order.id); });
  };
  EXPECT_EQ(seen({.costs = true})->buyer.name.text, "");
  EXPECT_EQ(seen({.names = true})->buyer.name.text, "Kim");
  EXPECT_FALSE(seen({.names = true})->order.margin);
  EXPECT_FALSE(seen({.names = true})->lines.front().goods_cost);
  EXPECT_EQ(why(seen({.partner = PartnerId(7)})), &kind_of(OrderRefusal::order_unknown));
  EXPECT_EQ(why(seen({.customer = CustomerId(7)})), &kind_of(OrderRefusal::order_unknown));
}

TEST_P(OrderTest, OnlyWhoMaySetsAPrice) {
  lay(jacket_, warehouse_, 1);
  OrderDraft cheap = draft(jacket_, 1);
  cheap.own_prices = true;
  cheap.lines.front().price = Money{Micro(10'000'000), {}};
  EXPECT_EQ(why(placed(cheap, {.names = true})), &kind_of(OrderRefusal::price_not_yours));
  EXPECT_EQ(placed(cheap).value().payable, Micro(10'000'000));
}

TEST_P(OrderTest, HugeAmountsAreRefused) {
  lay(jacket_, warehouse_, 1'000'000);
  OrderDraft huge = draft(jacket_, 1'000'000);
  huge.own_prices = true;
  huge.lines.front().price = Money{kLineMost, {}};
  EXPECT_EQ(why(placed(huge)), &kind_of(OrderRefusal::amount_too_large));
  huge.lines.front().price = Money{Micro(-1), {}};
  EXPECT_EQ(why(placed(huge)), &kind_of(OrderRefusal::amount_too_large));
}

TEST_P(OrderTest, AWithdrawalEndsFourteenDaysAfterReceipt) {
  lay(jacket_, warehouse_, 2);
  const auto withdrawn = [&](OrderId id) {
    return at_desk([&](const Desk& desk) { return withdraw(desk, kEverything, id, Language::nl); });
  };
  const Order first = placed(draft(jacket_, 1)).value();
  const Order second = placed(draft(jacket_, 1)).value();
  for (const Order& one : {first, second}) {
    ASSERT_TRUE(handed_over(one.id));
    ASSERT_TRUE(handled(found(one.id).deliveries.front().id, confirm_receipt));
  }
  clock_.advance(std::chrono::hours(24 * 14));
  const std::string confirmed = withdrawn(first.id).value().confirmation;
  EXPECT_NE(confirmed.find("herroepen"), std::string::npos);
  EXPECT_NE(confirmed.find(" 10:00 (Europe/Amsterdam)"), std::string::npos) << confirmed;
  clock_.advance(std::chrono::hours(24));
  EXPECT_EQ(why(withdrawn(second.id)), &kind_of(ReturnRefusal::withdrawal_too_late));
}

TEST_P(OrderTest, AWithdrawalBeforeItIsSentCancelsIt) {
  lay(jacket_, warehouse_, 1);
  OrderDraft sent = draft(jacket_, 1);
  sent.transport = Money{Micro(4'840'000), {}};
  const Order order = placed(sent).value();
  ASSERT_TRUE(at_desk(
      [&](const Desk& desk) { return withdraw(desk, kEverything, order.id, Language::en); }));
  const Order after = found(order.id).order;
  EXPECT_EQ(after.state, State::cancelled);
  EXPECT_EQ(due_back(after), Micro(29'040'000));
}

}  // namespace
}  // namespace sluis::orders
