// Many buyers of the same pieces at once, some of whom cancel, collect or bring back: the ledger of
// stock, the orders and their money agree at the end, and nothing is sold twice.

#include <atomic>
#include <cstdlib>
#include <thread>

#include <gtest/gtest.h>

#include "kernel/random.h"
#include "kernel/testing.h"
#include "orders/testing.h"

namespace sluis::orders {
namespace {

constexpr std::uint64_t kThreads = 4;

std::uint64_t races() {
  return deep() ? 10'000 : 300;
}

// What is drawn from the seed: mostly a handful of people, now and then a crowd.
struct Race {
  explicit Race(std::uint64_t seed) : random(seed) {
    const std::uint64_t crowd = random.below(100) == 0 ? 198 : 4;
    buyers = 2 + random.below(crowd + 1);
    left = static_cast<std::int64_t>(1 + random.below(20));
    calm = random.below(2) == 0;
  }

  Random random;
  std::uint64_t buyers = 0;
  std::int64_t left = 0;
  bool calm = false;  // everybody wants one piece and keeps it
};

class OrderRacesTest : public testing::OrdersTest {
 protected:
  // What a buyer does with an order.
  void live_on(const Order& mine, std::uint64_t story) {
    switch (story) {
      case 0:
        EXPECT_TRUE(cancelled(mine.id));
        break;
      case 1:
        EXPECT_TRUE(handed_over(mine.id));
        break;
      case 2:
        EXPECT_TRUE(handed_over(mine.id));
        EXPECT_TRUE(brought_back(mine.id, 1, Way::store, warehouse_));
        break;
      case 3:
        EXPECT_TRUE(cancelled(mine.id, {Pieces{.line = 1, .quantity = {1}}}));
        break;
      default:
        break;
    }
  }

  void buy(VariantId variant, Random random, std::uint64_t buyers, bool calm) {
    for (std::uint64_t i = 0; i < buyers; ++i) {
      const auto quantity = calm ? 1 : static_cast<std::int64_t>(1 + random.below(2));
      const auto mine = placed(draft(variant, quantity));
      if (!mine) EXPECT_EQ(testing::why(mine), &kind_of(OrderRefusal::too_few));
      if (!mine) continue;
      const std::lock_guard lock(mutex_);
      orders_.push_back(mine->id);
      if (!calm) stories_.emplace_back(*mine, random.below(5));
    }
  }

  // Two people do the same to each order at once: what they do happens once.
  void run_stories() {
    std::vector<std::jthread> people;
    for (std::uint64_t i = 0; i < kThreads; ++i) {
      people.emplace_back([this, i] {
        for (std::size_t at = i; at < stories_.size(); at += kThreads)
          live_on(stories_[at].first, stories_[at].second);
      });
    }
  }

  void run(VariantId variant, Race& race) {
    orders_.clear();
    stories_.clear();
    {
      std::vector<std::jthread> people;
      for (std::uint64_t i = 0; i < kThreads; ++i) {
        const std::uint64_t share = race.buyers / kThreads + (i < race.buyers % kThreads ? 1 : 0);
        people.emplace_back([this, variant, share, seed = race.random.next(), calm = race.calm] {
          buy(variant, Random(seed), share, calm);
        });
      }
    }
    run_stories();
  }

  void expect_sound(VariantId variant, const Race& race) {
    std::int64_t open = 0;
    std::int64_t gone = 0;
    std::int64_t sold = 0;
    for (const OrderId id : orders_) {
      const FullOrder whole = found(id);
      const OrderLine& line = whole.lines.front();
      open += line.open();
      gone += line.fulfilled - line.returned;
      sold += line.quantity;
      EXPECT_EQ(whole.order.paid, whole.order.payable);
      EXPECT_EQ(due_back(whole.order), whole.order.paid - whole.order.refunded - owed(whole.order));
      Micro back;
      for (const Payment& one : whole.payments)
        back = one.kind == PaymentKind::refund ? back + one.amount : back;
      EXPECT_EQ(back, whole.order.refunded);
    }
    EXPECT_EQ(reserved_of(variant, warehouse_), open);
    EXPECT_EQ(on_hand(variant, warehouse_), race.left - gone);
    EXPECT_GE(on_hand(variant, warehouse_), open);
    if (race.calm) EXPECT_EQ(sold, std::min(race.left, static_cast<std::int64_t>(race.buyers)));
  }

  std::mutex mutex_;
  std::vector<OrderId> orders_;
  std::vector<std::pair<Order, std::uint64_t>> stories_;
};
SLUIS_ON_BOTH_HOMES(OrderRacesTest);

TEST_P(OrderRacesTest, NothingIsSoldTwice) {
  for (std::uint64_t seed = 0; seed < races() && !HasFailure(); ++seed) {
    SCOPED_TRACE("race " + std::to_string(seed));
    Race race(seed);
    const VariantId variant = this->variant("RACE-" + std::to_string(seed), 8);
    lay(variant, warehouse_, race.left);
    run(variant, race);
    expect_sound(variant, race);
  }
}

// Whoever does something to an order at once, its pieces go one way.
TEST_P(OrderRacesTest, AnOrderEndsOneWay) {
  for (int round = 0; round < 20; ++round) {
    lay(jacket_, warehouse_, 2);
    const Order mine = placed(draft(jacket_, 2)).value();
    std::atomic<int> ended = 0;
    {
      std::vector<std::jthread> people;
      people.emplace_back([&] { ended += cancelled(mine.id).has_value(); });
      people.emplace_back([&] { ended += cancelled(mine.id).has_value(); });
      people.emplace_back([&] { ended += handed_over(mine.id).has_value(); });
    }
    EXPECT_EQ(ended, 1);
    EXPECT_EQ(reserved_of(jacket_, warehouse_), 0);
  }
}

// A voucher that may be used once is used once, whoever comes with it at once.
TEST_P(OrderRacesTest, AVoucherIsHonouredOnce) {
  for (int round = 0; round < 10; ++round) {
    lay(jacket_, warehouse_, 4);
    VoucherDraft voucher;
    voucher.code = {"ONCE" + std::to_string(round)};
    voucher.basis_points = Whole<1, 10'000>{5'000};
    ASSERT_TRUE(unit([&](store::Tx& tx) { return add_voucher(tx, actor(), voucher); }));
    std::atomic<int> honoured = 0;
    {
      std::vector<std::jthread> people;
      for (std::uint64_t i = 0; i < kThreads; ++i) {
        people.emplace_back([&] {
          OrderDraft mine = draft(jacket_, 1);
          mine.voucher = Voucher{voucher.code.text};
          const auto order = placed(mine);
          honoured += order.has_value();
          if (!order) EXPECT_EQ(testing::why(order), &kind_of(OrderRefusal::voucher_used_up));
        });
      }
    }
    EXPECT_EQ(honoured, 1);
  }
}

}  // namespace
}  // namespace sluis::orders
