// A shop that limits, loses, delays and falters is told the truth in the end, on both homes: never
// faster than it allows, and no older number stays over a newer one.
#include "connectors/outgoing/sending.h"

#include <deque>
#include <map>
#include <tuple>

#include <gtest/gtest.h>

#include "connectors/connections.h"
#include "connectors/connectors.h"
#include "connectors/ingest/tree.h"
#include "connectors/outgoing/queue.h"
#include "connectors/store_outgoing.h"
#include "kernel/random.h"
#include "orders/testing.h"
#include "platform/capability.h"
#include "platform/client/testing.h"

namespace sluis::connectors::outgoing {
namespace {

using ingest::Node;
using ingest::Tree;

std::string reply(int status, const std::string& body, const std::string& more = "") {
  return fmt::format("HTTP/1.1 {} X\r\n{}Content-Length: {}\r\n\r\n{}", status, more, body.size(),
                     body);
}

// WooCommerce as far as it is asked here: products by SKU, and batches of them.
class WooStub {
 public:
  enum class Fault : std::uint8_t { none, too_many, lost, late, broken, away };
  explicit WooStub(const Clock& clock) : clock_(clock) {}

  void sell(const std::string& sku) { ids_.emplace(sku, std::to_string(100 + ids_.size())); }
  void faults(std::function<Fault()> next) { next_ = std::move(next); }
  std::string address() const { return server_.at("/shop/"); }
  std::int64_t stock(const std::string& sku) {
    arrive();
    return stock_[ids_.at(sku)];
  }
  const std::vector<Instant>& calls() const { return calls_; }
  const std::vector<std::string>& bodies() const { return bodies_; }

 private:
  struct Late {
    Instant at;
    std::string body;
  };

  std::string answer(const std::string& request) {
    calls_.push_back(clock_.now());
    EXPECT_NE(request.find("Authorization: Basic Y2s6Y3M="), std::string::npos);
    arrive();
    switch (next_()) {
      case Fault::too_many:
        return reply(429, "", "Retry-After: 7\r\n");
      case Fault::away:
        return "";
      case Fault::broken:
        return reply(502, "<html>");
      case Fault::late:
        late_.push_back({clock_.now() + std::chrono::seconds(40), body_of(request)});
        return "";
      case Fault::lost:
        handle(request);
        return "";
      case Fault::none:
        break;
    }
    return handle(request);
  }
  static std::string body_of(const std::string& request) {
    return request.substr(request.find("\r\n\r\n") + 4);
  }
  void arrive() {
    while (!late_.empty() && late_.front().at <= clock_.now()) {
      if (!late_.front().body.empty()) update(late_.front().body);
      late_.pop_front();
    }
  }
  std::string handle(const std::string& request) {
    return request.starts_with("GET ") ? reply(200, listed(request))
                                       : reply(200, update(body_of(request)));
  }
  std::string listed(const std::string& request) {
    std::vector<std::string> found;
    const std::string wanted =
        request.substr(request.find("sku=") + 4, request.find(" HTTP") - request.find("sku=") - 4) +
        ",";
    for (const auto& [sku, id] : ids_) {
      if (wanted.contains(sku + ","))
        found.push_back(fmt::format(R"({{"id":{},"sku":"{}","type":"simple"}})", id, sku));
    }
    return fmt::format("[{}]", fmt::join(found, ","));
  }
  std::string update(const std::string& body) {
    bodies_.push_back(body);
    const auto tree = Tree::parse(body);
    std::vector<std::string> done;
    for (const Node one : tree->root()["update"]) {
      const std::string id(one["id"].scalar());
      stock_[id] = TextForm<std::int64_t>::parse(one["stock_quantity"].scalar()).value();
      done.push_back(fmt::format(R"({{"id":{}}})", id));
    }
    return fmt::format(R"({{"update":[{}]}})", fmt::join(done, ","));
  }

  const Clock& clock_;
  std::function<Fault()> next_ = [] { return Fault::none; };
  std::map<std::string, std::string> ids_;
  std::map<std::string, std::int64_t> stock_;
  std::deque<Late> late_;
  std::vector<Instant> calls_;
  std::vector<std::string> bodies_;
  client::testing::Server server_{[this](const std::string& request) { return answer(request); }};
};

class SendingTest : public orders::testing::OrdersTest {
 protected:
  void SetUp() override {
    OrdersTest::SetUp();
    if (IsSkipped()) return;
    shop_ = std::make_unique<WooStub>(clock_);
    client::OutgoingOptions options;
    options.private_hosts = {"127.0.0.1"};
    outgoing_ = client::Outgoing::open(options).value();
  }
  void TearDown() override {
    shop_.reset();
    OrdersTest::TearDown();
  }
  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = OrdersTest::capabilities();
    all.push_back(connectors::capability(nullptr, nullptr));
    return all;
  }

  void connect(std::int64_t calls_per_minute) {
    ConnectionDraft draft;
    draft.name = {"Elsewhere"};
    draft.channel = channel_;
    draft.address = Url{shop_->address()};
    draft.calls_per_minute = Rate{calls_per_minute};
    draft.tells_stock = true;
    draft.access = GivenSecret{"ck:cs"};
    of_ =
        unit([&](store::Tx& tx) { return add_connection(tx, actor(), draft); }).value().connection;
  }
  // What the driver does while the program serves.
  void notice() {
    const outbox::Consumer consumer = noticing();
    unit([&](store::Tx& tx) -> Result<void> {
      for (const outbox::Fact& fact : outbox::facts_after(tx, read_, 10'000)) {
        if (outbox::wants(consumer.topics, fact.topic)) TRY_VOID(consumer.consume(tx, fact));
        read_ = fact.position;
      }
      return {};
    }).value();
  }
  bool call() { return step({store(), clock_, ids_, *outgoing_}, {}).value().called; }
  // Until nothing is to be done within so long.
  void settle(std::chrono::seconds longest) {
    for (auto waited = std::chrono::seconds(0); waited < longest;) {
      notice();
      if (call()) continue;
      const auto step = std::max(std::chrono::seconds(1), longest / 40);
      clock_.advance(step);
      waited += step;
    }
  }
  std::int64_t free_of(VariantId variant) {
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<std::int64_t> {
          return units_of(snapshot, of_, variant);
        })
        .value();
  }
  sql::Backlog backlog() {
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<sql::Backlog> {
          return sql::backlog(snapshot, of_.id);
        })
        .value();
  }
  std::vector<stock::Drift> drift() {
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<stock::Drift>> {
          return stock::drift(snapshot, Currency(), clock_.now());
        })
        .value();
  }
  void expect_limit(std::int64_t calls_per_minute) {
    const auto& calls = shop_->calls();
    const auto most = static_cast<std::size_t>(calls_per_minute);
    for (std::size_t i = most; i < calls.size(); ++i)
      EXPECT_GE(calls[i] - calls[i - most], std::chrono::minutes(1));
  }

  std::unique_ptr<WooStub> shop_;
  std::unique_ptr<client::Outgoing> outgoing_;
  Connection of_;
  outbox::Position read_;
};
SLUIS_ON_BOTH_HOMES(SendingTest);

TEST_P(SendingTest, ABurstIsOneCallAndTheRiskiestComesFirst) {
  const VariantId calm = variant("CALM", 8);
  shop_->sell("JACKET");
  shop_->sell("CALM");
  for (const VariantId one : {calm, jacket_})
    lay(one, warehouse_, 100);
  for (int i = 0; i < 10; ++i)
    ASSERT_TRUE(placed(draft(jacket_, 9)));
  connect(60);
  settle(std::chrono::seconds(5));
  ASSERT_EQ(shop_->bodies().size(), 1);
  EXPECT_EQ(shop_->stock("JACKET"), 10);
  EXPECT_EQ(shop_->stock("CALM"), 100);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(placed(draft(calm, 20)));
    ASSERT_TRUE(placed(draft(jacket_, 3)));
  }
  settle(std::chrono::seconds(5));
  ASSERT_EQ(shop_->bodies().size(), 2);
  EXPECT_EQ(shop_->bodies().back(),
            R"({"update":[{"id":100,"manage_stock":true,"stock_quantity":1},)"
            R"({"id":101,"manage_stock":true,"stock_quantity":40}]})");
  EXPECT_EQ(backlog().waiting, 0);
  EXPECT_TRUE(drift().empty());
}

TEST_P(SendingTest, DriftIsListedWithWhatItCosts) {
  shop_->sell("JACKET");
  lay(jacket_, warehouse_, 10);
  connect(60);
  settle(std::chrono::seconds(3));
  ASSERT_TRUE(placed(draft(jacket_, 7)));
  const auto all = drift();
  ASSERT_EQ(all.size(), 1);
  EXPECT_EQ(all.front().believed, 10);
  EXPECT_EQ(all.front().free, 3);
  ASSERT_TRUE(all.front().cost);
  EXPECT_GT(all.front().cost->amount, Micro());
}

TEST_P(SendingTest, WhatTheShopDoesNotHaveIsNoTrouble) {
  lay(jacket_, warehouse_, 10);
  connect(60);
  settle(std::chrono::seconds(30));
  EXPECT_EQ(shop_->calls().size(), 1);
  EXPECT_EQ(backlog().waiting + backlog().failed, 0);
}

// Whoever is killed after it claimed a call, before or after it made it, leaves both to the next:
// nobody calls while the claim holds, the shop knows what is so in the end, and one that was only
// asleep writes down nothing.
TEST_P(SendingTest, AKilledCallIsMadeAgainOnceItsClaimEnds) {
  shop_->sell("JACKET");
  lay(jacket_, warehouse_, 50);
  connect(60);
  settle(std::chrono::seconds(5));
  std::int64_t left = 50;
  for (const bool made : {false, true}) {
    ASSERT_TRUE(placed(draft(jacket_, 2)));
    notice();
    clock_.advance(std::chrono::seconds(2));
    const Errand killed = *unit([&](store::Tx& tx) -> Result<Prospect> {
                             return claim(tx, ids_, of_.id, clock_.now());
                           })
                               .value()
                               .errand;
    Result<client::OutgoingAnswer> answer = refuse(client::OutgoingRefusal::unreachable);
    if (made) answer = outgoing_->call(request_of(killed), {});
    EXPECT_EQ(shop_->stock("JACKET"), made ? left - 2 : left);
    ASSERT_TRUE(placed(draft(jacket_, 3)));
    left -= 5;
    notice();
    EXPECT_FALSE(call());
    clock_.advance(std::chrono::seconds(61));
    settle(std::chrono::minutes(3));
    EXPECT_EQ(shop_->stock("JACKET"), left);
    EXPECT_EQ(free_of(jacket_), left);
    unit([&](store::Tx& tx) -> Result<void> {
      record(tx, killed, answer, clock_.now());
      return {};
    }).value();
    EXPECT_EQ(backlog().waiting, 0);
    EXPECT_TRUE(drift().empty());
  }
}

std::int64_t pieces(Random& random, std::uint64_t bound) {
  return static_cast<std::int64_t>(random.below(bound));
}

// Stock goes up and down while the shop does all that shops do; then it is well again.
TEST_P(SendingTest, InTheEndTheShopKnowsWhatIsSo) {
  constexpr std::int64_t rate = 20;
  using Fault = WooStub::Fault;
  for (const std::uint64_t seed : {1, 2, 3}) {
    Random random(seed);
    std::vector<std::pair<VariantId, std::string>> all;
    for (int i = 0; i < 4; ++i) {
      const std::string sku = fmt::format("S{}-{}", seed, i);
      all.emplace_back(variant(sku, 8), sku);
      shop_->sell(sku);
      lay(all.back().first, warehouse_, 50);
    }
    if (seed == 1) connect(rate);
    shop_->faults([&] { return static_cast<Fault>(random.below(6)); });
    for (int i = 0; i < 60; ++i) {
      const auto& [id, sku] = all[random.below(all.size())];
      if (random.below(3) == 0) lay(id, warehouse_, 1 + pieces(random, 5));
      if (random.below(3) != 0) std::ignore = placed(draft(id, 1 + pieces(random, 3)));
      notice();
      call();
      clock_.advance(std::chrono::seconds(pieces(random, 8)));
    }
    shop_->faults([] { return Fault::none; });
    settle(std::chrono::minutes(20));
    for (const auto& [id, sku] : all)
      EXPECT_EQ(shop_->stock(sku), free_of(id)) << "seed " << seed << " " << sku;
    EXPECT_EQ(backlog().waiting, 0) << seed;
  }
  EXPECT_TRUE(drift().empty());
  expect_limit(rate);
}

}  // namespace
}  // namespace sluis::connectors::outgoing
