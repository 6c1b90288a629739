#include "orders/life.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::orders {
namespace {

TEST(Life, EveryStateIsReachedAndEveryActLeadsSomewhere) {
  for (const State state : enum_values<State>()) {
    const bool reached = std::ranges::any_of(
        moves(), [&](const Move& move) { return move.to == state && move.from != state; });
    EXPECT_TRUE(reached || state == State::placed) << enum_name(state);
  }
  for (const Act act : enum_values<Act>()) {
    EXPECT_TRUE(std::ranges::any_of(moves(), [&](const Move& move) { return move.act == act; }));
  }
}

TEST(Life, EndsWithWhatCameBackOrWasCancelled) {
  for (const Act act : enum_values<Act>()) {
    EXPECT_FALSE(may(State::cancelled, act));
    EXPECT_FALSE(may(State::returned, act));
  }
}

// Pieces that are cancelled, handed over and brought back in any order never lead out of the table.
RC_GTEST_PROP(LifeProperties, AnyCourseStaysInTheTable, ()) {
  Counts counts{.ordered = *rc::gen::inRange<std::int64_t>(1, 6)};
  State state = State::placed;
  for (int step = 0; step < 20; ++step) {
    const Act act = *rc::gen::elementOf(enum_values<Act>());
    if (!may(state, act)) continue;
    const std::int64_t back = counts.fulfilled - counts.returned;
    const std::int64_t most = act == Act::give_back ? back : counts.open();
    if (act != Act::confirm) {
      if (most == 0) continue;
      const std::int64_t pieces = *rc::gen::inRange<std::int64_t>(1, most + 1);
      if (act == Act::cancel) counts.cancelled += pieces;
      if (act == Act::fulfil) counts.fulfilled += pieces;
      if (act == Act::give_back) counts.returned += pieces;
    }
    state = after(state, act, counts);
  }
}

TEST(Life, ADeliveryEndsOnce) {
  using enum DeliveryState;
  for (const DeliveryState state : {done, declined, cancelled}) {
    EXPECT_FALSE(is_open(state));
    for (const Handling handling : enum_values<Handling>())
      EXPECT_FALSE(after(state, handling));
  }
  for (const DeliveryState state : {asked, accepted, on_its_way, ready})
    EXPECT_TRUE(is_open(state));
  EXPECT_EQ(after(asked, Handling::accept), accepted);
  EXPECT_FALSE(after(ready, Handling::decline));
}

// What lies elsewhere can only be sent, and only that.
TEST(Life, WhatIsBroughtIsSentFirst) {
  using enum DeliveryState;
  Delivery delivery{.state = accepted, .location = LocationId(1), .brought_to = LocationId(2)};
  EXPECT_FALSE(after(delivery, Handling::hand_over));
  EXPECT_FALSE(after(delivery, Handling::prepare));
  EXPECT_EQ(after(delivery, Handling::send), on_its_way);
  delivery.location = *delivery.brought_to;
  EXPECT_FALSE(after(delivery, Handling::send));
  delivery.state = on_its_way;
  EXPECT_FALSE(after(delivery, Handling::hand_over));
  EXPECT_EQ(after(delivery, Handling::arrive), ready);
}

}  // namespace
}  // namespace sluis::orders
