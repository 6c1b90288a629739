#include "contacts/queue/life.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace sluis::contacts {
namespace {

TEST(ContactLife, EveryStateIsReachedAndEveryActLeadsSomewhere) {
  for (const State state : enum_values<State>()) {
    const bool reached = std::ranges::any_of(
        moves(), [&](const Move& move) { return move.to == state && move.from != state; });
    EXPECT_TRUE(reached) << enum_name(state);
  }
  for (const Act act : enum_values<Act>())
    EXPECT_TRUE(std::ranges::any_of(moves(), [&](const Move& move) { return move.act == act; }));
}

TEST(ContactLife, AnActLeadsOneWay) {
  for (const Move& one : moves()) {
    EXPECT_EQ(std::ranges::count_if(
                  moves(), [&](const Move& m) { return m.from == one.from && m.act == one.act; }),
              1);
  }
}

TEST(ContactLife, EndsOnce) {
  for (const State state : {State::ended, State::abandoned, State::missed}) {
    EXPECT_FALSE(is_held(state) || waits(state));
    for (const Act act : enum_values<Act>())
      EXPECT_FALSE(after(state, act));
  }
}

// Whoever waits may go at any moment, and an agent can get rid of whatever they have.
TEST(ContactLife, NobodyIsCaught) {
  for (const State state : enum_values<State>()) {
    if (waits(state)) EXPECT_EQ(after(state, Act::leave), State::abandoned);
    if (!is_held(state)) continue;
    EXPECT_TRUE(after(state, Act::decline) || after(state, Act::wrap)) << enum_name(state);
  }
}

}  // namespace
}  // namespace sluis::contacts
