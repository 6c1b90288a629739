// That nothing is promised twice, whoever meets whom: many buyers on one level at once, some of
// whom release, hand over, return or let expire, while others count what lies there. At any moment
// the ledger is the sum of what happened and promises no more than there is; at the end nothing is
// left that somebody wanted.

#include <atomic>
#include <cstdlib>
#include <thread>

#include <gtest/gtest.h>

#include "kernel/random.h"
#include "kernel/testing.h"
#include "stock/testing.h"

namespace sluis::stock {
namespace {

using store::Snapshot;
using testing::why;

constexpr std::uint64_t kThreads = 4;
constexpr std::chrono::minutes kHold{15};

std::uint64_t races() {
  return deep() ? 10'000 : 300;
}

// What is drawn from the seed: mostly a handful of people, now and then a crowd.
struct Race {
  explicit Race(std::uint64_t seed) : random(seed) {
    const std::uint64_t crowd = random.below(30) == 0 ? 198 : 10;
    buyers = 2 + random.below(crowd + 1);
    left = static_cast<std::int64_t>(1 + random.below(20));
    calm = random.below(2) == 0;
  }

  Random random;
  std::uint64_t buyers = 0;
  std::int64_t left = 0;
  bool calm = false;  // everybody wants one piece and keeps it, and nobody counts
};

class StockRacesTest : public testing::StockTest {
 protected:
  // A level of its own for each race.
  void lay_out(std::uint64_t seed, std::int64_t left) {
    warehouse_ = place("place-" + std::to_string(seed), LocationKind::warehouse, 1);
    ASSERT_TRUE(received(left));
  }

  Result<Reservation> want(std::int64_t quantity, bool for_a_while) {
    Wish mine = wish(quantity);
    mine.location = warehouse_;
    if (for_a_while) mine.expires = clock_.now() + kHold;
    return reserved(mine);
  }

  // In one state of the store.
  void expect_sound() {
    const auto books = store().snapshot([&](Snapshot& s) -> Result<Books> { return books_in(s); });
    ASSERT_TRUE(books);
    EXPECT_EQ(books->on_hand, books->moved);
    EXPECT_EQ(books->reserved, books->held);
    EXPECT_GE(books->free(), 0);
  }

  Books books_in(Snapshot& snapshot) const {
    Books books;
    constexpr std::int64_t all = 1'000'000;
    for (const Level& level : levels(snapshot, {}, {.location = warehouse_, .limit = all})) {
      books.on_hand += level.on_hand;
      books.reserved += level.reserved;
    }
    for (const Movement& one : movements(snapshot, {}, {.location = warehouse_, .limit = all}))
      books.moved += one.quantity;
    const ReservationQuery held{
        .location = warehouse_, .state = ReservationState::held, .limit = all};
    for (const Reservation& one : reservations(snapshot, {}, held))
      books.held += one.quantity;
    return books;
  }

  // Others may have counted the pieces away meanwhile; nothing else is in the way.
  static bool done_or_gone(const Result<Reservation>& result) {
    return result || why(result) == &kind_of(StockRefusal::reservation_ended);
  }

  // What a buyer does with what is reserved.
  void live_on(const Reservation& mine, std::uint64_t story) {
    switch (story) {
      case 0:
        EXPECT_TRUE(done_or_gone(released(mine.id)));
        break;
      case 1:
        EXPECT_TRUE(done_or_gone(fulfilled(mine.id)));
        break;
      case 2:
        if (fulfilled(mine.id)) EXPECT_TRUE(returned(1));
        break;
      case 3:
        EXPECT_TRUE(done_or_gone(fulfilled(mine.id, Quantity{1})));
        break;
      case 4:
        clock_.advance(kHold / 4);
        expired();
        break;
      default:
        break;
    }
  }

  // A share of the buyers, one after the other; how many pieces they got.
  std::int64_t buy(Random random, std::uint64_t buyers, bool calm) {
    std::int64_t got = 0;
    for (std::uint64_t i = 0; i < buyers; ++i) {
      const auto quantity = calm ? 1 : static_cast<std::int64_t>(1 + random.below(2));
      const auto mine = want(quantity, !calm && random.below(2) == 0);
      if (!mine) EXPECT_EQ(why(mine), &kind_of(StockRefusal::too_few));
      if (mine) got += quantity;
      if (calm) continue;
      if (mine) live_on(*mine, random.below(6));
      if (random.below(12) == 0) {
        EXPECT_TRUE(counted(static_cast<std::int64_t>(random.below(20))));
      }
      if (random.below(12) == 0) expect_sound();
    }
    return got;
  }

  std::int64_t run(Race& race) {
    std::atomic<std::int64_t> got = 0;
    std::vector<std::jthread> people;
    for (std::uint64_t i = 0; i < kThreads; ++i) {
      const std::uint64_t share = race.buyers / kThreads + (i < race.buyers % kThreads ? 1 : 0);
      people.emplace_back([this, &got, share, seed = race.random.next(), calm = race.calm] {
        got += buy(Random(seed), share, calm);
      });
    }
    people.clear();
    return got;
  }

  // All that expires has expired: whoever still wants a piece gets one, until there is none.
  void expect_all_can_be_had() {
    clock_.advance(kHold);
    while (want(1, false)) {
    }
    const auto end = store().snapshot([&](Snapshot& s) -> Result<Books> { return books_in(s); });
    EXPECT_EQ(end.value().free(), 0);
  }
};
SLUIS_ON_BOTH_HOMES(StockRacesTest);

TEST_P(StockRacesTest, NothingIsPromisedTwiceAndNothingIsLeftThatSomebodyWanted) {
  for (std::uint64_t seed = 0; seed < races() && !HasFailure(); ++seed) {
    SCOPED_TRACE("race " + std::to_string(seed));
    Race race(seed);
    lay_out(seed, race.left);
    const std::int64_t got = run(race);
    if (race.calm) {
      EXPECT_EQ(got, std::min(race.left, static_cast<std::int64_t>(race.buyers)));
    }
    expect_sound();
    expect_all_can_be_had();
    expect_sound();
  }
}

// Whatever is done to a reservation at once, its pieces leave the level or come back once.
TEST_P(StockRacesTest, AReservationEndsOnce) {
  for (int round = 0; round < 20; ++round) {
    ASSERT_TRUE(received(3));
    const Reservation mine = want(3, true).value();
    clock_.advance(kHold);
    std::atomic<int> ended = 0;
    {
      std::vector<std::jthread> people;
      people.emplace_back([&] { ended += released(mine.id).has_value(); });
      people.emplace_back([&] { ended += released(mine.id).has_value(); });
      people.emplace_back([&] { ended += fulfilled(mine.id).has_value(); });
      people.emplace_back([&] { ended += expired() > 0; });
    }
    EXPECT_EQ(ended, 1);
    expect_sound();
  }
}

}  // namespace
}  // namespace sluis::stock
