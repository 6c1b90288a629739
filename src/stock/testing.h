// For tests: a store with one variant and two places where it lies, on both homes.
#pragma once

#include "catalog/testing.h"
#include "stock/stock.h"

namespace sluis::stock::testing {

using catalog::testing::why;

class StockTest : public catalog::testing::CatalogTest {
 protected:
  void SetUp() override {
    CatalogTest::SetUp();
    if (IsSkipped()) return;
    variant_ = CatalogTest::add_one(shirt(), "SHIRT-M", size("M")).value().id;
    warehouse_ = place("warehouse", LocationKind::warehouse, 1);
    shop_ = place("shop", LocationKind::store, 2);
  }

  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = CatalogTest::capabilities();
    all.push_back(stock::capability());
    return all;
  }

  template <class F>
  auto unit(F f) {
    return store().unit(f);
  }

  LocationId place(const std::string& code, LocationKind kind, std::int64_t rank) {
    LocationDraft draft;
    draft.code = {code};
    draft.name = {code};
    draft.kind = kind;
    draft.rank = {true, {rank}};
    return unit([&](store::Tx& tx) { return add_location(tx, actor(), draft); }).value().id;
  }

  Change of(std::int64_t quantity) const { return of(quantity, warehouse_); }
  Change of(std::int64_t quantity, LocationId location) const {
    return {.variant = variant_, .location = location, .quantity = {quantity}};
  }
  Result<Level> received(std::int64_t quantity) { return received(quantity, warehouse_); }
  Result<Level> received(std::int64_t quantity, LocationId location) {
    return unit([&](store::Tx& tx) {
      return receive(tx, actor(), MovementKind::received, of(quantity, location));
    });
  }
  Result<Level> counted(std::int64_t found) {
    return unit([&](store::Tx& tx) {
      return count(tx, actor(), {.variant = variant_, .location = warehouse_, .counted = {found}});
    });
  }
  Result<Level> lost(std::int64_t quantity) {
    return unit([&](store::Tx& tx) { return lose(tx, actor(), of(quantity)); });
  }
  Result<Level> sold(std::int64_t quantity) {
    return unit([&](store::Tx& tx) { return sell(tx, actor(), of(quantity)); });
  }
  Result<Level> returned(std::int64_t quantity) {
    return unit(
        [&](store::Tx& tx) { return receive(tx, actor(), MovementKind::returned, of(quantity)); });
  }

  Wish wish(std::int64_t quantity) const {
    return {.variant = variant_, .quantity = {quantity}, .location = {}, .channel = {}};
  }
  Result<Reservation> reserved(const Wish& wish) {
    return unit([&](store::Tx& tx) { return reserve(tx, actor(), wish); });
  }
  Result<Reservation> released(ReservationId id) {
    return unit([&](store::Tx& tx) { return release(tx, actor(), {}, id); });
  }
  Result<Reservation> fulfilled(ReservationId id, std::optional<Quantity> quantity = {}) {
    return unit([&](store::Tx& tx) { return fulfil(tx, actor(), {}, id, quantity); });
  }
  std::int64_t expired() {
    return unit([&](store::Tx& tx) -> Result<std::int64_t> { return expire(tx, clock_.now()); })
        .value();
  }

  // What the ledger says, and what follows from movements and reservations.
  struct Books {
    std::int64_t on_hand = 0;
    std::int64_t reserved = 0;
    std::int64_t moved = 0;
    std::int64_t held = 0;
    std::int64_t free() const { return on_hand - reserved; }
  };
  Books books() {
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<Books> {
          Books books;
          constexpr std::int64_t all = 1'000'000;
          for (const Level& level : levels(snapshot, {}, {.variant = variant_, .limit = all})) {
            books.on_hand += level.on_hand;
            books.reserved += level.reserved;
          }
          for (const Movement& one : movements(snapshot, {}, {.variant = variant_, .limit = all}))
            books.moved += one.quantity;
          const ReservationQuery held{
              .variant = variant_, .state = ReservationState::held, .limit = all};
          for (const Reservation& one : reservations(snapshot, {}, held))
            books.held += one.quantity;
          return books;
        })
        .value();
  }
  // The ledger is the sum of what happened, and promises no more than there is.
  void expect_exact() {
    const Books now = books();
    EXPECT_EQ(now.on_hand, now.moved);
    EXPECT_EQ(now.reserved, now.held);
    EXPECT_GE(now.free(), 0);
  }

  VariantId variant_;
  LocationId warehouse_;
  LocationId shop_;
};

}  // namespace sluis::stock::testing
