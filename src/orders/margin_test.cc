// The margin of every order at its sale, in three currencies, is to the last millionth what the log
// says of it: 300 orders; where `./test --deep` runs a million, and 100,000 on PostgreSQL.

#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "kernel/fold.h"
#include "kernel/random.h"
#include "kernel/testing.h"
#include "orders/testing.h"

namespace sluis::orders {
namespace {

constexpr std::int64_t kOrdersAtOnce = 100;
constexpr std::int64_t kEventsAtOnce = 10'000;

struct Sums {
  std::int64_t orders = 0;
  Micro revenue;
  Micro margin;
  bool operator==(const Sums&) const = default;
};

class MarginTest : public testing::OrdersTest {
 protected:
  void SetUp() override {
    OrdersTest::SetUp();
    if (IsSkipped()) return;
    for (const std::string_view code : {"EUR", "USD", "JPY"}) {
      currencies_.push_back(*Currency::parse(code));
      offer(currencies_.back());
      Terms terms;
      terms.channel = channels_.back();
      terms.currency = currencies_.back();
      terms.fee_basis_points = {1'250};
      terms.payment_basis_points = {133};
      terms.payment_fixed = Micro(250'000);
      terms.transport_cost = Micro(4'950'000);
      ASSERT_TRUE(unit([&](store::Tx& tx) { return set_terms(tx, actor(), terms); }));
    }
  }

  // A channel, and a variant with a price and a cost price in that currency.
  void offer(Currency currency) {
    const std::string code(currency.code());
    channels_.push_back(add_channel("in-" + folded(code), channels::Form::webshop));
    catalog::VariantDetails details = size(code);
    catalog::Price price = catalog::testing::price_of(0);
    price.amount = Micro(24'200'000);
    price.currency = currency;
    details.prices = {true, {price}};
    details.cost = {true, Micro(8'333'333)};
    details.cost_currency = {true, currency};
    variants_.push_back(CatalogTest::add_one(product_, code, details).value().id);
    for (std::int64_t pieces = 0; pieces < 3'000'000; pieces += 1'000'000)
      lay(variants_.back(), warehouse_, 1'000'000);
  }

  OrderDraft any_draft(Random& random) const {
    const auto any = [&](std::uint64_t most) {
      return static_cast<std::int64_t>(random.below(most));
    };
    const auto which = static_cast<std::size_t>(random.below(currencies_.size()));
    const Currency currency = currencies_[which];
    OrderDraft draft = this->draft(variants_[which], 1 + any(3));
    draft.channel = channels_[which];
    draft.currency = currency;
    draft.country = taxes::Country::parse(std::array{"NL", "DE", "FR"}[random.below(3)]);
    draft.own_prices = true;
    draft.lines.front().price = Money{Micro((1 + any(90)) * 1'000'000 + any(4) * 3'333), currency};
    if (any(2) == 0) draft.transport = Money{Micro(5'000'000), currency};
    return draft;
  }

  void place_some(Random& random, std::int64_t count, std::map<Currency, Sums>& ledger) {
    const auto orders = at_desk([&](const Desk& desk) -> Result<std::vector<Order>> {
      std::vector<Order> placed;
      Random again = random;  // a unit may run again
      for (std::int64_t i = 0; i < count; ++i)
        placed.push_back(TRY(orders::place(desk, kEverything, any_draft(again))));
      return placed;
    });
    ASSERT_TRUE(orders) << orders.error().kind().name;
    for (std::int64_t i = 0; i < count; ++i)
      any_draft(random);
    for (const Order& order : *orders) {
      ASSERT_TRUE(order.margin);
      Sums& sums = ledger[order.currency];
      ++sums.orders;
      sums.revenue += order.net + order.rounding;
      sums.margin += *order.margin;
    }
  }

  // What the log has come to say since the last time. A transaction elsewhere on the server may
  // hold some of it back for a moment.
  std::size_t read(std::map<Currency, Sums>& log) {
    const auto batches =
        store()
            .snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<events::Batch>> {
              return events::batches_after(snapshot, read_, kEventsAtOnce);
            })
            .value();
    std::size_t orders = 0;
    for (const events::Batch& batch : batches) {
      for (const events::Event& event : batch.events) {
        Sums& sums = log[event.currency];
        const bool is_order = event.kind == "order_completed";
        orders += is_order;
        sums.orders += is_order;
        sums.revenue += event.revenue.value_or(Micro());
        sums.margin += event.revenue.value_or(Micro()) - event.cost.value_or(Micro());
      }
      read_ = batch.position;
    }
    return orders;
  }

  std::vector<Currency> currencies_;
  std::vector<ChannelId> channels_;
  std::vector<VariantId> variants_;
  outbox::Position read_;
};
SLUIS_ON_BOTH_HOMES(MarginTest);

TEST_P(MarginTest, AddsUpToTheLogInEachCurrency) {
  const bool beside =
      GetParam() == store::Dialect::postgres;  // each unit waits for another process
  const std::int64_t all = !deep() ? 300 : beside ? 100'000 : 1'000'000;
  Random random(20'260'105);
  std::map<Currency, Sums> ledger;
  std::map<Currency, Sums> log;
  std::size_t seen = 0;
  for (std::int64_t placed = 0; placed < all && !HasFatalFailure(); placed += kOrdersAtOnce) {
    place_some(random, kOrdersAtOnce, ledger);
    seen += read(log);
  }
  while (std::cmp_less(seen, all) && !HasFatalFailure()) {
    seen += read(log);
    std::this_thread::yield();
  }
  EXPECT_EQ(ledger.size(), currencies_.size());
  for (const auto& [currency, sums] : ledger) {
    EXPECT_EQ(log[currency].orders, sums.orders) << currency.code();
    EXPECT_EQ(log[currency].revenue, sums.revenue) << currency.code();
    EXPECT_EQ(log[currency].margin, sums.margin) << currency.code();
  }
}

}  // namespace
}  // namespace sluis::orders
