#include "stock/incoming.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "kernel/random.h"
#include "platform/api/refusal.h"
#include "stock/testing.h"

namespace sluis::stock {
namespace {

using store::Snapshot;
using store::Tx;
using testing::why;

class IncomingTest : public testing::StockTest {
 protected:
  Incoming expected(std::int64_t quantity, std::int64_t kept = 0) {
    IncomingDraft draft;
    draft.variant = variant_;
    draft.location = warehouse_;
    draft.quantity = {quantity};
    draft.expected = clock_.now() + std::chrono::days(3);
    draft.kept = {true, {kept}};
    return unit([&](Tx& tx) { return expect(tx, actor(), draft); }).value();
  }
  Result<Reservation> ordered(std::int64_t quantity) {
    return unit([&](Tx& tx) { return back_order(tx, actor(), wish(quantity)); });
  }
  Result<Incoming> arrived(IncomingId id, std::int64_t quantity) {
    return unit([&](Tx& tx) { return arrive(tx, actor(), {}, id, {quantity}); });
  }
  Result<Incoming> lowered(const Incoming& seen, std::int64_t quantity) {
    IncomingChange change;
    change.quantity = {true, {quantity}};
    return unit(
        [&](Tx& tx) { return change_incoming(tx, actor(), seen.id, seen.version, change); });
  }
  Incoming line(IncomingId id) {
    return store().snapshot([&](Snapshot& s) { return incoming(s, {}, id); }).value();
  }
  Reservation found(ReservationId id) {
    return store().snapshot([&](Snapshot& s) { return reservation(s, {}, id); }).value();
  }
  Available available_now() {
    return store()
        .snapshot([&](Snapshot& s) -> Result<Available> {
          return available(s, {&variant_, 1}, {}, {}).front();
        })
        .value();
  }
  std::int64_t waiting() {
    return store()
        .snapshot([&](Snapshot& s) -> Result<std::int64_t> {
          const ReservationQuery query{
              .variant = variant_, .state = ReservationState::waiting, .limit = 100'000};
          std::int64_t units = 0;
          for (const Reservation& one : reservations(s, {}, query))
            units += one.quantity;
          return units;
        })
        .value();
  }
};
SLUIS_ON_BOTH_HOMES(IncomingTest);

TEST_P(IncomingTest, NoMoreIsPromisedThanIsToCome) {
  const Incoming coming = expected(5, 1);
  EXPECT_EQ(available_now().free, 0);
  EXPECT_EQ(available_now().coming.at(0).free, 4);
  EXPECT_EQ(available_now().coming.at(0).expected, coming.expected);
  const Reservation three = ordered(3).value();
  EXPECT_EQ(three.state, ReservationState::waiting);
  EXPECT_EQ(three.incoming, coming.id);
  const auto refused = ordered(2);
  EXPECT_EQ(why(refused), &kind_of(StockRefusal::too_few_to_come));
  EXPECT_EQ(refused.error().message().in(Language::en),
            "2 asked for, and at most 1 of one delivery can be promised.");
  EXPECT_EQ(why(fulfilled(three.id)), &kind_of(StockRefusal::still_waiting));
  EXPECT_EQ(released(three.id).value().state, ReservationState::released);
  EXPECT_EQ(available_now().coming.at(0).free, 4);
  expect_exact();
}

TEST_P(IncomingTest, WhoWaitsLongestGetsWhatComesFirst) {
  const Incoming coming = expected(6);
  const ReservationId first = ordered(2).value().id;
  const ReservationId second = ordered(3).value().id;
  EXPECT_EQ(arrived(coming.id, 4).value().promised, 1);
  EXPECT_EQ(found(first).state, ReservationState::held);
  EXPECT_EQ(found(second).quantity, 1);
  EXPECT_EQ(found(second).state, ReservationState::waiting);
  EXPECT_EQ(books().reserved, 4);
  EXPECT_EQ(why(arrived(coming.id, 3)), &kind_of(StockRefusal::more_than_expected));
  EXPECT_EQ(arrived(coming.id, 2).value().state, IncomingState::closed);
  EXPECT_EQ(found(second).state, ReservationState::held);
  EXPECT_EQ(books().free(), 1);
  EXPECT_TRUE(fulfilled(second));
  expect_exact();
}

TEST_P(IncomingTest, WhatDoesNotComeBreaksTheNewestPromises) {
  const Incoming coming = expected(6);
  const ReservationId first = ordered(2).value().id;
  const ReservationId second = ordered(3).value().id;
  EXPECT_EQ(why(lowered({.id = IncomingId(1)}, 1)), &kind_of(StockRefusal::incoming_unknown));
  const Incoming fewer = lowered(coming, 3).value();
  EXPECT_EQ(fewer.promised, 3);
  EXPECT_EQ(found(second).broken, 2);
  EXPECT_EQ(found(first).quantity, 2);
  EXPECT_EQ(why(lowered(coming, 2)), &kind_of(api::ApiRefusal::version_changed));
  ASSERT_TRUE(arrived(coming.id, 1));
  EXPECT_EQ(why(lowered(line(coming.id), 0)), &kind_of(StockRefusal::fewer_than_received));
  EXPECT_EQ(lowered(line(coming.id), 1).value().state, IncomingState::closed);
  EXPECT_EQ(found(second).state, ReservationState::broken);
  EXPECT_EQ(waiting(), 0);
  expect_exact();
}

// Buyers who wait, change their minds and let it expire, while deliveries come in piece by piece
// and suppliers send fewer: what is promised of a delivery is the sum of those who wait for it.
TEST_P(IncomingTest, WhateverMeetsThePromisesAddUp) {
  for (std::uint64_t seed = 0; seed < 20 && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const Incoming coming = expected(12, 1);
    std::vector<std::jthread> people;
    for (std::uint64_t i = 0; i < 3; ++i) {
      people.emplace_back([&, random = Random(seed * 10 + i)]() mutable {
        for (int n = 0; n < 5; ++n) {
          const auto mine = ordered(static_cast<std::int64_t>(1 + random.below(2)));
          if (!mine || random.below(2) == 0) continue;
          const auto back = released(mine->id);
          if (!back) EXPECT_EQ(why(back), &kind_of(StockRefusal::reservation_ended));
        }
      });
    }
    people.emplace_back([&] {
      for (int n = 0; n < 3; ++n)
        EXPECT_TRUE(arrived(coming.id, 2));
    });
    people.emplace_back([&] {
      const auto change = lowered(line(coming.id), 9);
      if (!change) EXPECT_EQ(why(change), &kind_of(api::ApiRefusal::version_changed));
    });
    people.clear();
    EXPECT_EQ(line(coming.id).promised, waiting());
    ASSERT_TRUE(lowered(line(coming.id), line(coming.id).received.number));
    EXPECT_EQ(waiting(), 0);
    expect_exact();
  }
}

}  // namespace
}  // namespace sluis::stock
