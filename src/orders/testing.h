// For tests: a store with stock, a price, and somebody who sells, on both homes.
#pragma once

#include "company/company.h"
#include "consent/consent.h"
#include "orders/orders.h"
#include "stock/testing.h"

namespace sluis::orders::testing {

using stock::testing::why;

class OrdersTest : public stock::testing::StockTest {
 protected:
  void SetUp() override {
    StockTest::SetUp();
    if (IsSkipped()) return;
    product_ = CatalogTest::shirt();
    jacket_ = variant("JACKET", 8);
    channel_ = add_channel("web", channels::Form::webshop);
  }
  void TearDown() override {
    intake_.reset();
    StockTest::TearDown();
  }

  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = StockTest::capabilities();
    for (Capability& one : std::array{identities::capability(), consent::capability(),
                                      events::capability(nullptr), orders::capability(nullptr)}) {
      all.push_back(std::move(one));
    }
    return all;
  }

  // Sold for 24.20, VAT included, and bought for so many euros.
  VariantId variant(const std::string& sku, std::int64_t cost) {
    catalog::VariantDetails details = size(sku);
    catalog::Price price = catalog::testing::price_of(0);
    price.amount = Micro(24'200'000);
    details.prices = {true, {price}};
    details.cost = {true, Micro(cost * Micro::kPerUnit)};
    return CatalogTest::add_one(product_, sku, details).value().id;
  }

  ChannelId add_channel(const std::string& code, channels::Form form) {
    channels::Draft draft;
    draft.name = {code};
    draft.code = Slug{code};
    draft.form = form;
    const auto id =
        unit([&](store::Tx& tx) { return channels::add(tx, actor(), draft); }).value().id;
    intake_ = events::open_intake(store()).value();
    return id;
  }

  void lay(VariantId variant, LocationId location, std::int64_t pieces) {
    const auto laid = unit([&](store::Tx& tx) {
      return stock::receive(tx, actor(), stock::MovementKind::received,
                            {.variant = variant, .location = location, .quantity = {pieces}});
    });
    ASSERT_TRUE(laid);
  }

  // f(desk) in a unit of its own.
  template <class F>
  auto at_desk(F f) {
    return unit([&](store::Tx& tx) {
      const access::Actor who = actor();
      return f(Desk{tx, who, *intake_});
    });
  }

  // Paid at once and sent, unless the draft is changed.
  OrderDraft draft(VariantId variant, std::int64_t quantity) const {
    OrderDraft draft;
    draft.channel = channel_;
    draft.lines = {{.variant = variant, .quantity = {quantity}, .price = {}, .discount = {}}};
    draft.payment = paid();
    return draft;
  }
  static PaymentDraft paid() {
    PaymentDraft payment;
    payment.method = {"card"};
    return payment;
  }

  Result<Order> placed(const OrderDraft& draft, const Sight& sight = kEverything) {
    return at_desk([&](const Desk& desk) { return orders::place(desk, sight, draft); });
  }
  Result<Order> cancelled(OrderId id, const std::vector<Pieces>& pieces = {}) {
    return at_desk([&](const Desk& desk) { return cancel(desk, kEverything, id, pieces, {}); });
  }
  Result<Order> handed_over(OrderId id) {
    Result<Order> last = refuse(OrderRefusal::delivery_unknown);
    for (const Delivery& one : found(id).deliveries) {
      const bool ended = one.state == DeliveryState::declined ||
                         one.state == DeliveryState::cancelled || one.state == DeliveryState::done;
      if (ended) continue;
      last =
          at_desk([&](const Desk& desk) { return hand_over(desk, kEverything, one.id, {}, {}); });
    }
    return last;
  }
  Result<Order> brought_back(OrderId id, std::int64_t pieces, Way way, LocationId location) {
    ReturnDraft back;
    back.way = way;
    back.pieces = {Pieces{.line = 1, .quantity = {pieces}}};
    const Arrived arrived{.location = location, .restock = {}, .refund = Slug{"card"}};
    return at_desk(
        [&](const Desk& desk) { return give_back(desk, kEverything, id, back, arrived); });
  }
  bool expired_one() {
    return at_desk([](const Desk& desk) -> Result<bool> {
             for (const Waiting& one : overdue(desk.tx, desk.actor.now, 1)) {
               if (TRY(expire(desk, one))) return true;
             }
             return false;
           })
        .value();
  }

  FullOrder found(OrderId id) {
    return store()
        .snapshot([&](store::Snapshot& snapshot) { return find(snapshot, kEverything, id); })
        .value();
  }

  std::int64_t on_hand(VariantId variant, LocationId location) {
    return level(variant, location).on_hand;
  }
  std::int64_t reserved_of(VariantId variant, LocationId location) {
    return level(variant, location).reserved;
  }

  catalog::Product product_;
  VariantId jacket_;
  ChannelId channel_;
  std::shared_ptr<events::Intake> intake_;

 private:
  stock::Level level(VariantId variant, LocationId location) {
    const auto levels =
        store()
            .snapshot([&](store::Snapshot& s) -> Result<std::vector<stock::Level>> {
              return stock::levels(s, {}, {.variant = variant, .location = location});
            })
            .value();
    return levels.empty() ? stock::Level{} : levels.front();
  }
};

}  // namespace sluis::orders::testing
