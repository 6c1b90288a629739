// What shops tell, on both homes: told by many at once it is one order, and what is kept of
// somebody goes with them.
#include "connectors/webhooks/taking.h"

#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "connectors/connectors.h"
#include "orders/testing.h"
#include "platform/capability.h"

namespace sluis::connectors::webhooks {
namespace {

class TakingTest : public orders::testing::OrdersTest {
 protected:
  void SetUp() override {
    OrdersTest::SetUp();
    if (IsSkipped()) return;
    lay(jacket_, warehouse_, 5);
    ConnectionDraft draft;
    draft.name = {"Elsewhere"};
    draft.channel = channel_;
    of_ =
        unit([&](store::Tx& tx) { return add_connection(tx, actor(), draft); }).value().connection;
  }
  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = OrdersTest::capabilities();
    all.push_back(connectors::capability(nullptr, nullptr));
    return all;
  }

  // At so many seconds past the hour the shop says that its order is so.
  static Hook told(std::string_view status, int second, std::string_view sku = "JACKET") {
    return {"order.updated", fmt::format(R"({{"id":7,"number":"7","status":"{}","currency":"EUR",
              "date_modified_gmt":"2026-01-05T09:00:{:02}","billing":{{"email":"kim@example.com"}},
              "line_items":[{{"sku":"{}","quantity":2,"total":"20.00","total_tax":"4.20"}}]}})",
                                         status, second, sku)};
  }
  Result<Outcome> taken(const Hook& hook) {
    return at_desk([&](const orders::Desk& desk) { return take(desk, of_, hook); });
  }
  std::vector<orders::Listed> all_orders() {
    return store()
        .snapshot([](store::Snapshot& snapshot) -> Result<std::vector<orders::Listed>> {
          return orders::list(snapshot, orders::kEverything, {}).orders;
        })
        .value();
  }

  Connection of_;
};
SLUIS_ON_BOTH_HOMES(TakingTest);

TEST_P(TakingTest, ToldByManyAtOnceItIsOneOrder) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([this, i] {
      for (int second = i; second < 20; second += 4)
        EXPECT_TRUE(taken(told("processing", second)));
    });
  }
  threads.clear();
  const auto all = all_orders();
  ASSERT_EQ(all.size(), 1);
  EXPECT_EQ(all.front().payable, Micro(24'200'000));
  EXPECT_EQ(all.front().paid, all.front().payable);
  EXPECT_EQ(reserved_of(jacket_, warehouse_), 2);
  EXPECT_EQ(taken(told("cancelled", 18)).value(), Outcome::older);
  EXPECT_EQ(taken(told("refunded", 30)).value(), Outcome::done);
  EXPECT_EQ(all_orders().front().refunded, Micro(24'200'000));
  EXPECT_EQ(reserved_of(jacket_, warehouse_), 0);
}

TEST_P(TakingTest, WhatIsKeptOfSomebodyGoesWithThem) {
  const Hook hook = told("processing", 1, "UNKNOWN");
  const auto refused = taken(hook);
  ASSERT_FALSE(refused);
  const auto count = [&] {
    return store()
        .snapshot([&](store::Snapshot& snapshot) { return kept_of(snapshot, of_.id, {}); })
        .value()
        .kept;
  };
  unit([&](store::Tx& tx) -> Result<void> {
    keep(tx, actor(), of_, hook, refused.error());
    return {};
  }).value();
  ASSERT_EQ(count().size(), 1);
  const IdentityId kim = count().front().identity.value();
  const outbox::Fact erased{
      .topic = "customers.person_erased",
      .payload = {fmt::format(R"({{"identities":["{}"],"numbers":[],"fresh":"{}"}})",
                              to_string(kim), to_string(kim))}};
  unit([&](store::Tx& tx) { return forgetting().consume(tx, erased); }).value();
  EXPECT_TRUE(count().empty());
}

}  // namespace
}  // namespace sluis::connectors::webhooks
