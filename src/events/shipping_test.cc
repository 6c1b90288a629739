// Shipping on both homes, and what is left when the process dies at any of its steps.
#include "events/shipping.h"

#include <sys/wait.h>

#include <future>
#include <unistd.h>

#include "events/store_shipping.h"
#include "events/testing.h"
#include "platform/analytics/store.h"

namespace sluis::events {

std::span<const store::Migration> analytics_migrations();

namespace {

constexpr store::Statement kSums{
    "events.test_sums",
    "select count(*) as events, coalesce(cast(sum(case when counted and kind = 'order_completed' "
    "then 1 else 0 end) as bigint), 0) as orders, 0 as quantity, coalesce(cast(sum(case when "
    "counted then coalesce(revenue, 0) else 0 end) as bigint), 0) as revenue, 0 as cost "
    "from feed_event"};
constexpr store::Statement kDailySums{
    "events.test_daily_sums",
    "select coalesce(cast(sum(events) as bigint), 0) as events, coalesce(cast(sum(orders) as "
    "bigint), 0) as orders, 0 as quantity, coalesce(cast(sum(revenue) as bigint), 0) as revenue, "
    "0 as cost from feed_daily"};
constexpr store::Statement kIdentitySums{
    "events.test_identity_sums",
    "select coalesce(cast(sum(events) as bigint), 0) as events, coalesce(cast(sum(orders) as "
    "bigint), 0) as orders, 0 as quantity, coalesce(cast(sum(revenue) as bigint), 0) as revenue, "
    "0 as cost from feed_identity_day"};
constexpr store::Statement kDaily{"events.test_daily",
                                  "select count(*) from feed_daily where revenue <> 0"};
constexpr store::Statement kChannelCode{"events.test_channel", "select code from feed_channel"};
constexpr const store::Statement* kTestStatements[] = {&kSums, &kDailySums, &kIdentitySums, &kDaily,
                                                       &kChannelCode};

class ShippingTest : public testing::EventsTest {
 protected:
  void SetUp() override {
    EventsTest::SetUp();
    if (!IsSkipped()) open_analytics();
  }
  void TearDown() override {
    analytics_.reset();
    EventsTest::TearDown();
  }

  void open_analytics() {
    analytics_.emplace(
        home().location(), analytics::Options{},
        store::Registry{{analytics_migrations()}, {analytics_statements(), kTestStatements}});
  }
  std::int64_t ship(const ShippingHook& hook = {}) {
    return ship_all(store(), *analytics_, {}, hook).value();
  }

  template <class T = Sums>
  T figure(const store::Statement& statement) {
    return analytics_
        ->snapshot(
            [&](analytics::Snapshot& snapshot) -> Result<T> { return *snapshot.one<T>(statement); })
        .value();
  }
  // Every way to the sums says the same.
  void expect_sums(std::int64_t events, std::int64_t orders, std::int64_t units) {
    const Sums expected{.events = events,
                        .orders = orders,
                        .quantity = {},
                        .revenue = Micro(units * Micro::kPerUnit),
                        .cost = {}};
    EXPECT_EQ(figure(kSums), expected);
    EXPECT_EQ(figure(kDailySums), expected);
    EXPECT_EQ(figure(kIdentitySums), expected);
  }

  // In a process of its own, which ends at the step without a chance to tidy up.
  void ship_and_die_at(ShippingStep step) {
    // Threads do not survive a fork: nothing that has one may be open.
    analytics_.reset();
    intake_.reset();
    close();
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      reopen();
      open_analytics();
      ship([step](ShippingStep now) {
        if (now == step) _exit(9);
      });
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 9) << status;
    reopen();
    open_analytics();
  }

  std::optional<analytics::Store> analytics_;
};
SLUIS_ON_BOTH_HOMES(ShippingTest);

TEST_P(ShippingTest, WhatIsInTheLogIsInTheFiguresOnce) {
  sent(server_, {testing::viewed("m1"), testing::ordered("m2", "A-1", 20)});
  sent(server_, {testing::ordered("m3", "A-2", 30)});
  EXPECT_EQ(ship(), 3);
  EXPECT_EQ(ship(), 0);
  expect_sums(3, 2, 50);
  sent(server_, {testing::ordered("m4", "A-3", 7), testing::ordered("m2", "A-1", 20)});
  EXPECT_EQ(ship(), 1);
  expect_sums(4, 3, 57);
  EXPECT_EQ(figure<std::int64_t>(kDaily), 1);
  EXPECT_EQ(figure<std::string>(kChannelCode), "webshop");
}

TEST_P(ShippingTest, ABetterSenderTakesTheMoneyOver) {
  const SourceId own = add_source("own", Precedence::own);
  sent(server_, {testing::ordered("m1", "A-1", 20)});
  EXPECT_EQ(ship(), 1);
  sent(own, {testing::ordered("n1", "A-1", 21)});
  EXPECT_EQ(ship(), 1);
  expect_sums(2, 1, 21);
}

TEST_P(ShippingTest, ATakeoverWithinOneShipmentCountsOnceToo) {
  const SourceId own = add_source("own", Precedence::own);
  sent(server_, {testing::ordered("m1", "A-1", 20)});
  sent(own, {testing::ordered("n1", "A-1", 21)});
  EXPECT_EQ(ship(), 2);
  expect_sums(2, 1, 21);
}

TEST_P(ShippingTest, NothingIsLostOrDoubledByDyingAtAnyStep) {
  std::int64_t sent_so_far = 0;
  for (const ShippingStep step :
       {ShippingStep::read, ShippingStep::cursor_moved, ShippingStep::events_added,
        ShippingStep::sums_added, ShippingStep::kept}) {
    const std::string name = std::to_string(sent_so_far);
    sent(server_, {testing::ordered("m" + name, "A-" + name, 10)});
    ++sent_so_far;
    ship_and_die_at(step);
    ship();
    expect_sums(sent_so_far, sent_so_far, 10 * sent_so_far);
  }
}

TEST_P(ShippingTest, TwoShippersAtOnceShipEverythingOnce) {
  for (int i = 0; i < 40; ++i) {
    const std::string name = std::to_string(i);
    sent(server_, {testing::ordered("m" + name, "A-" + name, 1)});
  }
  {
    const std::jthread other([&] { ship(); });
    ship();
  }
  expect_sums(40, 40, 40);
}

// On PostgreSQL what is acknowledged can be read once the transactions before it have ended.
TEST_P(ShippingTest, WhatAnOlderTransactionHoldsBackIsAwaited) {
  if (GetParam() == store::Dialect::sqlite) return;  // there is one transaction at a time
  std::promise<void> started;
  std::promise<void> may_end;
  const std::jthread older([&] {
    std::ignore = store().unit([&](store::Tx& tx) -> Result<void> {
      std::ignore = append(tx, *intake_, ids_,
                           {.sender = {.source = server_, .key = {}},
                            .received = now(),
                            .drafts = std::vector{testing::viewed("m1")}});
      started.set_value();
      may_end.get_future().wait();
      return {};
    });
  });
  started.get_future().wait();
  sent(server_, {testing::ordered("m2", "A-1", 20)});
  auto shipped = std::async(std::launch::async, [&] { return ship(); });
  EXPECT_EQ(shipped.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  may_end.set_value();
  EXPECT_EQ(shipped.get(), 2);
}

TEST_P(ShippingTest, ARekeyedIdentityIsGone) {
  sent(server_, {testing::ordered("m1", "A-1", 20)});
  ship();
  const IdentityId known = log(1).front().events.front().identity();
  ASSERT_TRUE(analytics_->unit([&](analytics::Tx& tx) -> Result<void> {
    rekey_shipped(tx, known, IdentityId(12345));
    return {};
  }));
  expect_sums(1, 1, 20);
}

}  // namespace
}  // namespace sluis::events
