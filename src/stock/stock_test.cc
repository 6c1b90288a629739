#include "stock/stock.h"

#include <gtest/gtest.h>

#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "stock/matrix.h"
#include "stock/rules.h"
#include "stock/testing.h"

namespace sluis::stock {
namespace {

using store::Snapshot;
using store::Tx;
using testing::why;

class StockTest : public testing::StockTest {
 protected:
  Available available_on(std::optional<ChannelId> channel) {
    return store()
        .snapshot([&](Snapshot& snapshot) -> Result<Available> {
          return available(snapshot, {&variant_, 1}, channel, {}).front();
        })
        .value();
  }
  Reservation found(ReservationId id) {
    return store().snapshot([&](Snapshot& s) { return reservation(s, {}, id); }).value();
  }
  Result<void> moved(std::int64_t quantity, LocationId to) {
    return unit([&](Tx& tx) { return move(tx, actor(), of(quantity), to); });
  }
  Result<Location> changed(LocationId id, std::int64_t version, const LocationChange& change) {
    return unit([&](Tx& tx) { return change_location(tx, actor(), id, version, change); });
  }
  VariantId variant_called(const std::string& sku, const catalog::VariantDetails& details = {}) {
    catalog::ProductDetails about;
    about.state = {true, catalog::State::on_sale};
    about.category = {true, {"Clothing / Sets"}};
    return CatalogTest::add_one(CatalogTest::add_one(sku, about).value(), sku, details).value().id;
  }
  // Two of the one variant and one of another.
  VariantId bundle_with(VariantId other) {
    catalog::VariantDetails details;
    details.parts = {true, {{variant_, {2}}, {other, {1}}}};
    return variant_called("SET", details);
  }
  Result<std::vector<Reservation>> reserved_whole(VariantId variant, std::int64_t quantity) {
    Wish mine = wish(quantity);
    mine.variant = variant;
    return unit([&](Tx& tx) { return reserve_whole(tx, actor(), mine); });
  }
  Result<Level> received_of(VariantId variant, std::int64_t quantity, LocationId location) {
    return unit([&](Tx& tx) {
      return receive(tx, actor(), MovementKind::received,
                     {.variant = variant, .location = location, .quantity = {quantity}});
    });
  }
  Matrix matrix_of(const MatrixQuery& query, const Sight& sight = {}) {
    return store()
        .snapshot([&](Snapshot& s) -> Result<Matrix> { return matrix(s, sight, query); })
        .value();
  }
  static std::vector<std::string> skus(const Matrix& matrix) {
    std::vector<std::string> skus;
    for (const MatrixRow& row : matrix.rows)
      skus.push_back(row.sku.text);
    return skus;
  }
  void close(LocationId id) {
    LocationChange change;
    change.active = {true, false};
    ASSERT_TRUE(changed(id, 1, change));
  }
};
SLUIS_ON_BOTH_HOMES(StockTest);

TEST_P(StockTest, TheLevelIsTheSumOfWhatHappened) {
  EXPECT_EQ(received(10).value().on_hand, 10);
  EXPECT_EQ(sold(3).value().on_hand, 7);
  EXPECT_EQ(returned(1).value().on_hand, 8);
  EXPECT_EQ(lost(2).value().on_hand, 6);
  EXPECT_EQ(counted(9).value().on_hand, 9);
  ASSERT_TRUE(moved(4, shop_));
  EXPECT_EQ(books().on_hand, 9);
  expect_exact();
}

TEST_P(StockTest, NoMoreIsPromisedThanThereIs) {
  ASSERT_TRUE(received(3));
  const Reservation two = reserved(wish(2)).value();
  EXPECT_EQ(two.location, warehouse_);
  const auto refused = reserved(wish(2));
  EXPECT_EQ(why(refused), &kind_of(StockRefusal::too_few));
  EXPECT_EQ(refused.error().message().in(Language::en),
            "2 asked for, and at most 1 are free at one location.");
  EXPECT_EQ(why(sold(2)), &kind_of(StockRefusal::too_few));
  EXPECT_EQ(why(moved(2, shop_)), &kind_of(StockRefusal::too_few));
  EXPECT_TRUE(reserved(wish(1)));
  expect_exact();
}

TEST_P(StockTest, WhereNobodySaysFromWhereTheLowestRankThatHasEnough) {
  ASSERT_TRUE(received(1));
  ASSERT_TRUE(received(2, shop_));
  EXPECT_EQ(reserved(wish(2)).value().location, shop_);
  EXPECT_EQ(reserved(wish(1)).value().location, warehouse_);
}

TEST_P(StockTest, IsHandedOverPieceByPieceAndNeverTwice) {
  ASSERT_TRUE(received(3));
  const ReservationId id = reserved(wish(3)).value().id;
  EXPECT_EQ(why(fulfilled(id, Quantity{4})), &kind_of(StockRefusal::more_than_held));
  EXPECT_EQ(fulfilled(id, Quantity{1}).value().quantity, 2);
  const Reservation done = fulfilled(id).value();
  EXPECT_EQ(done.state, ReservationState::fulfilled);
  EXPECT_EQ(done.fulfilled, 3);
  EXPECT_EQ(why(fulfilled(id)), &kind_of(StockRefusal::reservation_ended));
  EXPECT_EQ(why(released(id)), &kind_of(StockRefusal::reservation_ended));
  EXPECT_EQ(books().on_hand, 0);
  expect_exact();
}

TEST_P(StockTest, WhatIsReleasedOrExpiredComesBackOnce) {
  ASSERT_TRUE(received(2));
  const ReservationId kept = reserved(wish(1)).value().id;
  EXPECT_EQ(released(kept).value().state, ReservationState::released);
  EXPECT_EQ(why(released(kept)), &kind_of(StockRefusal::reservation_ended));
  Wish basket = wish(2);
  basket.expires = clock_.now() + std::chrono::minutes(15);
  const ReservationId id = reserved(basket).value().id;
  EXPECT_EQ(expired(), 0);
  clock_.advance(std::chrono::minutes(15));
  EXPECT_EQ(expired(), 1);
  EXPECT_EQ(expired(), 0);
  EXPECT_EQ(found(id).state, ReservationState::expired);
  EXPECT_EQ(books().free(), 2);
  expect_exact();
}

TEST_P(StockTest, WhoeverAsksGetsWhatOthersHeldForTooLong) {
  ASSERT_TRUE(received(1));
  Wish basket = wish(1);
  basket.expires = clock_.now() + std::chrono::minutes(15);
  const ReservationId first = reserved(basket).value().id;
  EXPECT_EQ(why(reserved(wish(1))), &kind_of(StockRefusal::too_few));
  clock_.advance(std::chrono::minutes(15));
  EXPECT_TRUE(reserved(wish(1)));
  EXPECT_EQ(found(first).state, ReservationState::expired);
  expect_exact();
}

TEST_P(StockTest, WhatTurnsOutNotToBeThereBreaksTheNewestBasketFirst) {
  ASSERT_TRUE(received(5));
  const ReservationId order = reserved(wish(2)).value().id;
  Wish basket = wish(1);
  basket.expires = clock_.now() + std::chrono::minutes(15);
  const ReservationId old_basket = reserved(basket).value().id;
  const ReservationId new_basket = reserved(basket).value().id;
  EXPECT_EQ(lost(2).value().reserved, 3);
  EXPECT_EQ(found(new_basket).state, ReservationState::broken);
  EXPECT_EQ(counted(1).value().reserved, 1);
  EXPECT_EQ(found(old_basket).state, ReservationState::broken);
  EXPECT_EQ(found(order).quantity, 1);
  EXPECT_EQ(found(order).broken, 1);
  EXPECT_EQ(found(order).state, ReservationState::held);
  EXPECT_EQ(why(lost(2)), &kind_of(StockRefusal::too_few));
  expect_exact();
}

TEST_P(StockTest, SafetyAndBufferAreNotPromised) {
  const channels::Channel channel = shop();
  ASSERT_TRUE(received(5));
  ASSERT_TRUE(unit([&](Tx& tx) { return set_safety(tx, actor(), variant_, warehouse_, {2}); }));
  ASSERT_TRUE(unit([&](Tx& tx) { return set_buffer(tx, actor(), channel.id, Units{1}); }));
  EXPECT_EQ(available_on(channel.id).free, 2);
  EXPECT_EQ(available_on({}).free, 3);
  Wish three = wish(3);
  three.channel = channel.id;
  EXPECT_EQ(why(reserved(three)), &kind_of(StockRefusal::too_few));
  EXPECT_TRUE(reserved(wish(3)));
  EXPECT_TRUE(sold(2)) << "who stands there may buy what is kept for them";
  const Available now = available_on(channel.id);
  EXPECT_EQ(now.free, 0);
  EXPECT_EQ(now.locations.at(0).buffer, 1);
}

TEST_P(StockTest, OnlyPlacesThatSellPromise) {
  const LocationId van = place("van", LocationKind::in_transit, 0);
  ASSERT_TRUE(received(1, van));
  EXPECT_EQ(why(reserved(wish(1))), &kind_of(StockRefusal::too_few));
  close(warehouse_);
  EXPECT_EQ(why(received(1)), &kind_of(StockRefusal::location_closed));
  Wish there = wish(1);
  there.location = warehouse_;
  EXPECT_EQ(why(reserved(there)), &kind_of(StockRefusal::location_closed));
  there.location = LocationId(1);
  EXPECT_EQ(why(reserved(there)), &kind_of(StockRefusal::location_unknown));
  there.variant = VariantId(1);
  EXPECT_EQ(why(reserved(there)), &kind_of(catalog::CatalogRefusal::variant_unknown));
}

TEST_P(StockTest, RefusesWhatIsNotThere) {
  EXPECT_EQ(why(received(1, LocationId(1))), &kind_of(StockRefusal::location_unknown));
  EXPECT_EQ(why(moved(1, warehouse_)), &kind_of(StockRefusal::same_location));
  EXPECT_EQ(why(released(ReservationId(1))), &kind_of(StockRefusal::reservation_unknown));
  LocationDraft again;
  again.code = {"shop"};
  again.name = {"Again"};
  EXPECT_EQ(why(unit([&](Tx& tx) { return add_location(tx, actor(), again); })),
            &kind_of(StockRefusal::location_code_taken));
  EXPECT_EQ(why(changed(shop_, 7, {})), &kind_of(api::ApiRefusal::version_changed));
}

TEST_P(StockTest, AStoreSeesItsOwnLocation) {
  ASSERT_TRUE(received(1));
  ASSERT_TRUE(received(1, shop_));
  const Reservation there = reserved(wish(1)).value();
  const Sight own{.location = shop_};
  store()
      .snapshot([&](Snapshot& snapshot) -> Result<void> {
        EXPECT_EQ(levels(snapshot, own, {}).size(), 1u);
        EXPECT_EQ(levels(snapshot, own, {.location = warehouse_}).size(), 0u);
        EXPECT_EQ(movements(snapshot, own, {}).size(), 1u);
        EXPECT_EQ(locations(snapshot, own).size(), 1u);
        EXPECT_EQ(reservations(snapshot, own, {}).size(), 0u);
        EXPECT_EQ(why(reservation(snapshot, own, there.id)),
                  &kind_of(StockRefusal::reservation_unknown));
        return {};
      })
      .value();
}

TEST_P(StockTest, WhatIsNotOnSaleIsNotPromised) {
  ASSERT_TRUE(received(3));
  catalog::VariantDetails gone;
  gone.active = {true, false};
  ASSERT_TRUE(CatalogTest::changed(CatalogTest::found(variant_), gone));
  EXPECT_EQ(why(reserved(wish(1))), &kind_of(catalog::CatalogRefusal::not_on_sale));
  EXPECT_FALSE(available_on({}).on_sale);
  EXPECT_EQ(available_on({}).free, 0);
  EXPECT_TRUE(sold(1)) << "what lies in the store may still be sold there";
}

TEST_P(StockTest, ABundleIsPromisedAsItsPartsTogetherOrNotAtAll) {
  const VariantId other = variant_called("SOCKS");
  const VariantId set = bundle_with(other);
  ASSERT_TRUE(received(5));
  ASSERT_TRUE(received(9, shop_));
  ASSERT_TRUE(received_of(other, 3, warehouse_));
  EXPECT_EQ(why(received_of(set, 1, warehouse_)), &kind_of(StockRefusal::is_bundle));
  const auto offered = store().snapshot(
      [&](Snapshot& s) -> Result<Available> { return available(s, {&set, 1}, {}, {}).front(); });
  EXPECT_EQ(offered->free, 2) << "five shirts make two sets; there are no socks in the shop";
  EXPECT_EQ(offered->locations.at(0).part, variant_);
  Wish alone = wish(1);
  alone.variant = set;
  EXPECT_EQ(why(reserved(alone)), &kind_of(StockRefusal::is_bundle));
  EXPECT_EQ(why(reserved_whole(set, 3)), &kind_of(StockRefusal::too_few));
  const auto parts = reserved_whole(set, 2).value();
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].quantity + parts[1].quantity, 6);
  EXPECT_EQ(parts[0].location, warehouse_);
  EXPECT_EQ(parts[0].bundle, set);
  EXPECT_EQ(why(reserved_whole(set, 1)), &kind_of(StockRefusal::too_few));
  expect_exact();
  EXPECT_EQ(reserved_whole(variant_, 1).value().at(0).bundle, std::nullopt);
}

TEST_P(StockTest, TheMatrixShowsWhereItLiesAndWhatEachChannelCanPromise) {
  const channels::Channel channel = shop();
  const VariantId other = variant_called("SOCKS");
  bundle_with(other);
  ASSERT_TRUE(received(5));
  ASSERT_TRUE(received(2, shop_));
  ASSERT_TRUE(received_of(other, 3, warehouse_));
  ASSERT_TRUE(unit([&](Tx& tx) { return set_safety(tx, actor(), variant_, shop_, {3}); }));
  ASSERT_TRUE(unit([&](Tx& tx) { return set_buffer(tx, actor(), channel.id, Units{1}); }));
  const Matrix all = matrix_of({});
  EXPECT_EQ(skus(all), (std::vector<std::string>{"SET", "SHIRT-M", "SOCKS"}));
  const MatrixRow& shirt = all.rows[1];
  ASSERT_EQ(shirt.cells.size(), 2u);
  EXPECT_EQ(shirt.cells[0].location, warehouse_);
  EXPECT_EQ(shirt.cells[0].free, 5);
  EXPECT_EQ(shirt.cells[1].free, 0);
  EXPECT_EQ(shirt.free, 5);
  EXPECT_EQ(shirt.channels.at(0).free, 4);
  EXPECT_EQ(all.rows[0].free, 2) << "five shirts make two sets";
  EXPECT_EQ(all.rows[0].channels.at(0).free, 2);
  EXPECT_EQ(skus(matrix_of({.below_safety = true})), std::vector<std::string>{"SHIRT-M"});
  EXPECT_EQ(skus(matrix_of({.search = "sock"})), std::vector<std::string>{"SOCKS"});
  EXPECT_EQ(skus(matrix_of({.category = "Clothing / Sets", .limit = 1})),
            std::vector<std::string>{"SET"});
  EXPECT_EQ(skus(matrix_of({.category = "Clothing", .after = "set", .limit = 1})),
            std::vector<std::string>{"SHIRT-M"});
  const Matrix own = matrix_of({}, {.location = shop_});
  EXPECT_EQ(skus(own), std::vector<std::string>{"SHIRT-M"});
  EXPECT_EQ(own.rows[0].cells.size(), 1u);
  EXPECT_EQ(skus(matrix_of({.location = warehouse_}, {.location = shop_})),
            std::vector<std::string>{});
}

TEST_P(StockTest, AvailableAnswersForManyVariantsInTheOrderAsked) {
  std::vector<VariantId> asked;
  const catalog::Product product = shirt();
  for (int i = 0; i < 45; ++i) {
    const auto sku = "many-" + std::to_string(i);
    asked.push_back(CatalogTest::add_one(product, sku, size(std::to_string(i))).value().id);
  }
  std::ranges::reverse(asked);
  asked.push_back(variant_);
  ASSERT_TRUE(received(4));
  const auto all = store().snapshot(
      [&](Snapshot& s) -> Result<std::vector<Available>> { return available(s, asked, {}, {}); });
  ASSERT_EQ(all->size(), asked.size());
  EXPECT_EQ(all->back().free, 4);
  EXPECT_EQ(all->front().variant, asked.front());
  EXPECT_EQ(all->front().free, 0);
}

TEST_P(StockTest, EveryChangeOfALevelIsTold) {
  ASSERT_TRUE(received(2));
  ASSERT_TRUE(released(reserved(wish(2)).value().id));
  const auto facts = store().snapshot([](Snapshot& s) -> Result<std::vector<outbox::Fact>> {
    return outbox::facts_after(s, {}, 100);
  });
  std::vector<std::string> topics;
  for (const outbox::Fact& fact : facts.value()) {
    if (fact.topic.starts_with("stock.") && !fact.topic.starts_with("stock.location"))
      topics.push_back(fact.topic);
  }
  EXPECT_EQ(topics, (std::vector<std::string>{"stock.level_changed", "stock.level_changed",
                                              "stock.reservation_ended", "stock.level_changed"}));
}

TEST(StockRulesTest, NothingIsFreeBelowZero) {
  EXPECT_EQ(free_of({.on_hand = 9, .reserved = 2, .safety = 3}, 1), 3);
  EXPECT_EQ(free_of({.on_hand = 2, .reserved = 2, .safety = 3}, 1), 0);
  EXPECT_TRUE(usually_sells(LocationKind::store));
  EXPECT_FALSE(usually_sells(LocationKind::in_transit));
}

}  // namespace
}  // namespace sluis::stock
