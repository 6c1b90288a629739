// Facts reach who subscribed in their order and once, signed, whatever the other side does; on both
// homes.
#include "connectors/subscriptions/subscriptions.h"

#include <gtest/gtest.h>

#include "connectors/connectors.h"
#include "connectors/outgoing/sending.h"
#include "orders/testing.h"
#include "platform/capability.h"
#include "platform/client/testing.h"

namespace sluis::connectors::subscriptions {
namespace {

// Made with the npm library standardwebhooks 1.1.
TEST(Signatures, AreThoseOfTheStandard) {
  const std::string secret = "whsec_c2x1aXMtdGVzdC1zZWNyZXQtMDEyMzQ1Njc4OWFi";
  const std::string body = R"({"type":"order.created"})";
  EXPECT_EQ(signatures_of({secret}, "msg_1", 1'700'000'000, body),
            "v1,vaFpXJWqXhaJA9ehRdzEhYKRwuSruRrfLDG1Am++oS0=");
  EXPECT_TRUE(signatures_of({secret, secret}, "msg_1", 1, body).contains(" v1,"));
}

class SubscriptionsTest : public orders::testing::OrdersTest {
 protected:
  void SetUp() override {
    OrdersTest::SetUp();
    if (IsSkipped()) return;
    server_ = std::make_unique<client::testing::Server>([this](const std::string& request) {
      got_.push_back(request.substr(request.find("\r\n\r\n") + 4));
      return fmt::format("HTTP/1.1 {} X\r\nContent-Length: 0\r\n\r\n", status_.load());
    });
    client::OutgoingOptions options;
    options.private_hosts = {"127.0.0.1"};
    outgoing_ = client::Outgoing::open(options).value();
    const SubscriptionDraft draft{.name = {"Ears"},
                                  .address = {server_->at("/in")},
                                  .facts = {PublicFact{"stock.level_changed"}}};
    id_ = unit([&](store::Tx& tx) { return add(tx, actor(), draft); }).value().subscription.id;
  }
  void TearDown() override {
    server_.reset();
    OrdersTest::TearDown();
  }
  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = OrdersTest::capabilities();
    all.push_back(connectors::capability(nullptr, nullptr));
    return all;
  }

  // What the driver and the sender do while the program serves.
  void send() {
    const outbox::Consumer consumer = overhearing();
    unit([&](store::Tx& tx) -> Result<void> {
      for (const outbox::Fact& fact : outbox::facts_after(tx, read_, 10'000)) {
        if (outbox::wants(consumer.topics, fact.topic)) TRY_VOID(consumer.consume(tx, fact));
        read_ = fact.position;
      }
      return {};
    }).value();
    while (outgoing::step({store(), clock_, ids_, *outgoing_}, {}).value().called) {
    }
  }
  Subscription now() {
    return store().snapshot([&](store::Snapshot& s) { return subscription(s, id_); }).value();
  }
  std::vector<Delivery> all() {
    return store().snapshot([&](store::Snapshot& s) { return deliveries(s, id_); }).value();
  }

  std::atomic<int> status_{200};
  std::vector<std::string> got_;
  std::unique_ptr<client::testing::Server> server_;
  std::unique_ptr<client::Outgoing> outgoing_;
  SubscriptionId id_;
  outbox::Position read_;
};
SLUIS_ON_BOTH_HOMES(SubscriptionsTest);

TEST_P(SubscriptionsTest, FactsWaitForThoseBeforeThem) {
  status_ = 500;
  lay(jacket_, warehouse_, 1);
  lay(jacket_, warehouse_, 2);
  send();
  EXPECT_EQ(got_.size(), 1);
  EXPECT_TRUE(now().failing_since);
  status_ = 204;
  clock_.advance(std::chrono::minutes(1));
  send();
  ASSERT_EQ(got_.size(), 3);
  EXPECT_EQ(got_[0], got_[1]);
  EXPECT_TRUE(got_[1].contains(R"("on_hand":1,)")) << got_[1];
  EXPECT_TRUE(got_[2].contains(R"("on_hand":3,)")) << got_[2];
  EXPECT_FALSE(now().failing_since);
  const Delivery last = all().front();
  EXPECT_EQ(last.state, DeliveryState::delivered);
  unit([&](store::Tx& tx) {
    return send_again(tx, id_, {last.transaction_number, last.number});
  }).value();
  send();
  ASSERT_EQ(got_.size(), 4);
  EXPECT_EQ(got_[3], got_[2]);
}

TEST_P(SubscriptionsTest, NobodyThereForDaysIsDisabled) {
  status_ = 503;
  lay(jacket_, warehouse_, 1);
  for (int hour = 0; hour < 80 && now().state == Standing::on; ++hour) {
    lay(jacket_, warehouse_, 1);
    send();
    clock_.advance(std::chrono::hours(1));
  }
  EXPECT_EQ(now().state, Standing::disabled);
  EXPECT_EQ(all().back().state, DeliveryState::failed);
}

}  // namespace
}  // namespace sluis::connectors::subscriptions
