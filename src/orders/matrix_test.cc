// Whatever was bought, through whichever channel, is received in every way there is and brought
// back in every other: in each cell stock, money and the facts in the log agree.

#include <thread>

#include <gtest/gtest.h>

#include "orders/testing.h"

namespace sluis::orders {
namespace {

struct Bought {
  std::string channel;
  channels::Form form;
};
const std::vector<Bought> kBought = {
    {"webshop", channels::Form::webshop},   {"contact-centre", channels::Form::contact_centre},
    {"store", channels::Form::store},       {"marketplace", channels::Form::marketplace},
    {"reseller", channels::Form::retailer}, {"field-sales", channels::Form::field_sales},
    {"quote", channels::Form::portal}};

enum class Received : std::uint8_t {
  from_warehouse,
  from_store,
  collected,
  brought,
  reserved,
  taken_along
};
constexpr Received kReceived[] = {Received::from_warehouse, Received::from_store,
                                  Received::collected,      Received::brought,
                                  Received::reserved,       Received::taken_along};

Method method_of(Received received) {
  switch (received) {
    case Received::from_warehouse:
    case Received::from_store:
      return Method::ship;
    case Received::collected:
    case Received::brought:
      return Method::collect;
    case Received::reserved:
      return Method::reserve;
    case Received::taken_along:
      return Method::carry_out;
  }
  return Method::ship;
}

// What the log counts of an order.
struct Facts {
  std::int64_t orders = 0;
  Micro revenue;
  Micro cost;
  Micro quantity;
  std::size_t of_channel = 0;
};

class OrderMatrixTest : public testing::OrdersTest {
 protected:
  void SetUp() override {
    OrdersTest::SetUp();
    if (IsSkipped()) return;
    other_shop_ = place("other", stock::LocationKind::store, 3);
    small_shop_ = place("small", stock::LocationKind::store, 4);
    for (const LocationId location : {warehouse_, shop_, other_shop_})
      lay(jacket_, location, 1'000);
  }

  std::int64_t all_on_hand() {
    return on_hand(jacket_, warehouse_) + on_hand(jacket_, shop_) + on_hand(jacket_, other_shop_);
  }

  // Of an order once its three facts are in the log: a transaction elsewhere on the server may hold
  // them back.
  Facts facts_of(const Order& order) {
    for (;;) {
      std::size_t seen = 0;
      Facts facts;
      const auto batches =
          store()
              .snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<events::Batch>> {
                return events::batches_after(snapshot, read_, 1'000'000);
              })
              .value();
      for (const events::Batch& batch : batches) {
        for (const events::Event& event : batch.events)
          seen += event.order == order.reference.text;
      }
      if (seen < 3) {
        std::this_thread::yield();
        continue;
      }
      for (const events::Batch& batch : batches) {
        for (const events::Event& event : batch.events)
          add(facts, event, order);
        read_ = batch.position;
      }
      return facts;
    }
  }

  static void add(Facts& facts, const events::Event& event, const Order& order) {
    EXPECT_TRUE(event.counted);
    facts.of_channel += event.channel == order.channel;
    facts.orders += event.kind == "order_completed";
    facts.revenue = facts.revenue + event.revenue.value_or(Micro());
    facts.cost = facts.cost + event.cost.value_or(Micro());
    facts.quantity = facts.quantity + event.quantity.value_or(Micro());
  }

  OrderDraft cell_draft(ChannelId channel, Received received) {
    OrderDraft draft = this->draft(jacket_, 2);
    draft.channel = channel;
    draft.receive.method = method_of(received);
    draft.receive.location = received == Received::from_warehouse ? warehouse_ : shop_;
    if (received == Received::brought) {
      draft.receive.location = small_shop_;
      draft.receive.bring = true;
    }
    if (received == Received::reserved) draft.payment.reset();
    return draft;
  }

  void play(ChannelId channel, Received received, Way way) {
    const std::int64_t before = all_on_hand();
    const Order order = placed(cell_draft(channel, received)).value();
    const bool from_there = received == Received::from_warehouse || received == Received::brought;
    const LocationId from = from_there ? warehouse_ : shop_;
    const bool along = received == Received::taken_along;
    EXPECT_EQ(reserved_of(jacket_, from), along ? 0 : 2);
    if (received == Received::reserved) {
      ASSERT_TRUE(at_desk(
          [&](const Desk& desk) { return pay(desk, kEverything, order.id, OrdersTest::paid()); }));
    }
    if (received == Received::brought) bring(order.id, before);
    if (!along) ASSERT_TRUE(handed_over(order.id));
    EXPECT_EQ(all_on_hand(), before - 2);
    EXPECT_EQ(reserved_of(jacket_, from), 0);
    const LocationId back = way == Way::store ? other_shop_ : warehouse_;
    const std::int64_t there = on_hand(jacket_, back);
    const Order after = brought_back(order.id, 1, way, back).value();
    EXPECT_EQ(on_hand(jacket_, back), there + 1);
    EXPECT_EQ(after.state, State::partly_returned);
    EXPECT_EQ(after.paid, Micro(48'400'000));
    EXPECT_EQ(after.refunded, Micro(24'200'000));
    EXPECT_EQ(due_back(after), Micro());
    EXPECT_EQ(owed(after), Micro(24'200'000));
    const Facts facts = facts_of(after);
    EXPECT_EQ(facts.of_channel, 3U);
    EXPECT_EQ(facts.orders, 1);
    EXPECT_EQ(facts.revenue, Micro(20'000'000));
    EXPECT_EQ(facts.cost, Micro(8'000'000));
    EXPECT_EQ(facts.quantity, Micro(1'000'000));
    EXPECT_FALSE(brought_back(order.id, 2, way, back));
  }

  // From the warehouse to the store that has none: promised all the way.
  void bring(OrderId id, std::int64_t before) {
    const auto handled = [&](Result<Order> (*handle)(const Desk&, const Sight&, DeliveryId)) {
      const DeliveryId delivery = found(id).deliveries.front().id;
      return at_desk([&](const Desk& desk) { return handle(desk, kEverything, delivery); });
    };
    EXPECT_FALSE(handed_over(id));
    EXPECT_FALSE(handled(arrive));
    ASSERT_TRUE(handled(send));
    EXPECT_EQ(reserved_of(jacket_, warehouse_), 0);
    EXPECT_EQ(all_on_hand(), before - 2);
    EXPECT_EQ(on_hand(jacket_, small_shop_), 0);
    EXPECT_FALSE(handled(send));
    EXPECT_FALSE(handed_over(id));
    ASSERT_TRUE(handled(arrive));
    EXPECT_EQ(on_hand(jacket_, small_shop_), 2);
    EXPECT_EQ(reserved_of(jacket_, small_shop_), 2);
    EXPECT_EQ(found(id).deliveries.front().state, DeliveryState::ready);
  }

  LocationId other_shop_;
  LocationId small_shop_;
  outbox::Position read_;
};
SLUIS_ON_BOTH_HOMES(OrderMatrixTest);

TEST_P(OrderMatrixTest, BoughtReceivedAndBroughtBackInEveryWay) {
  for (const Bought& bought : kBought) {
    const ChannelId channel = add_channel(bought.channel, bought.form);
    for (const Received received : kReceived) {
      for (const Way way : {Way::store, Way::post}) {
        SCOPED_TRACE(bought.channel + " " + std::to_string(static_cast<int>(received)) + " " +
                     std::string(enum_name(way)));
        play(channel, received, way);
        if (HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace sluis::orders
