// Profit and loss on both homes: to the cent what the ledger of orders says, however it is cut.
#include "measures/profit.h"

#include "kernel/random.h"
#include "measures/testing.h"
#include "orders/testing.h"

namespace sluis::measures {
namespace {

using analytics::Snapshot;
using orders::Order;

constexpr ProfitFilter kYear{{.from = Date(2026, 1, 1), .to = Date(2027, 1, 1)}, {}};

class ProfitTest : public orders::testing::OrdersTest {
 protected:
  void SetUp() override {
    OrdersTest::SetUp();
    if (IsSkipped()) return;
    figures_.emplace(home().location(), analytics::Options{}, testing::registry());
    market_ = add_channel("market", channels::Form::marketplace);
    lay(jacket_, warehouse_, 10'000);
    for (const ChannelId channel : {channel_, market_})
      set_terms(channel);
  }
  void TearDown() override {
    figures_.reset();
    OrdersTest::TearDown();
  }

  void set_terms(ChannelId channel) {
    orders::Terms terms;
    terms.channel = channel;
    terms.fee_basis_points = {channel == market_ ? 1'250 : 0};
    terms.payment_basis_points = {133};
    terms.payment_fixed = Micro(250'000);
    terms.transport_cost = Micro(4'950'000);
    ASSERT_TRUE(unit([&](store::Tx& tx) { return orders::set_terms(tx, actor(), terms); }));
  }

  // An order at any price, in any currency, from any of three countries.
  Order any_order(Random& random) {
    const auto any = [&](std::uint64_t most) {
      return static_cast<std::int64_t>(random.below(most));
    };
    static const std::array currencies{*Currency::parse("EUR"), *Currency::parse("USD"),
                                       *Currency::parse("JPY")};
    orders::OrderDraft order = draft(jacket_, 1 + any(5));
    order.channel = any(2) == 0 ? channel_ : market_;
    order.currency = currencies[random.below(3)];
    order.country = taxes::Country::parse(std::array{"NL", "DE", "FR"}[random.below(3)]);
    order.campaign = Line<0, 120>{any(2) == 0 ? "spring" : ""};
    order.own_prices = true;
    order.lines.push_back(order.lines.front());
    for (orders::LineDraft& line : order.lines)
      line.price = Money{Micro((1 + any(90)) * 1'000'000 + any(4) * 3'333), *order.currency};
    if (any(2) == 0) order.transport = Money{Micro(5'000'000), *order.currency};
    if (any(6) == 0) order.payment.reset();  // waits, and is no sale yet
    const auto placed = OrdersTest::placed(order);
    EXPECT_TRUE(placed) << (placed ? "" : placed.error().kind().name);
    return placed.value();
  }

  // What may become of it: some of it cancelled, handed over, brought back, or money as goodwill.
  void any_life(Random& random, const Order& order) {
    const auto part = [](std::int64_t line, std::int64_t pieces) {
      return orders::Pieces{.line = line, .quantity = {pieces}};
    };
    switch (random.below(5)) {
      case 0:
        EXPECT_TRUE(cancelled(order.id));
        return;
      case 1:
        EXPECT_TRUE(cancelled(order.id, {part(1, 1)}));
        return;
      case 2:
        if (order.state == orders::State::placed) return;
        EXPECT_TRUE(handed_over(order.id));
        EXPECT_TRUE(brought_back(order.id, 1, orders::Way::post, warehouse_));
        return;
      case 3:
        if (order.state == orders::State::placed) return;
        EXPECT_TRUE(at_desk([&](const orders::Desk& desk) {
          orders::RefundDraft goodwill;
          goodwill.method = {"card"};
          goodwill.amount = Money{Micro(1'000'000), order.currency};
          return orders::refund(desk, orders::kEverything, order.id, goodwill);
        }));
        return;
      default:
        return;
    }
  }

  // What buyers are to pay for what is left of an order, by the ledger.
  static Micro left_of(const Order& order) {
    if (!order.confirmed) return {};
    const Micro rounding = order.lapsed == order.gross ? order.rounding : Micro();
    return order.payable - order.lapsed - rounding - order.waived;
  }

  auto asked(const auto& ask) {
    using Answer = std::invoke_result_t<decltype(ask), Snapshot&>;
    return figures_->snapshot([&](Snapshot& figures) -> Result<Answer> { return ask(figures); })
        .value();
  }
  Profit profit_by(Cut cut, Currency currency, const ProfitFilter& filter = kYear) {
    const Channels worksheet = store()
                                   .snapshot([](store::Snapshot& snapshot) -> Result<Channels> {
                                     return setting(snapshot).worksheet;
                                   })
                                   .value();
    return asked([&](Snapshot& figures) {
      return profit(figures, filter, cut, currency, worksheet).value();
    });
  }
  void expect_parts_add_up(Currency currency) {
    const ProfitAndLoss whole = profit_by(Cut::channel, currency).total;
    for (const Cut cut : enum_values<Cut>()) {
      const Profit found = profit_by(cut, currency);
      EXPECT_EQ(found.total, whole) << enum_name(cut);
      if (cut == Cut::segment) continue;
      ProfitAndLoss sum = found.shared;
      for (const ProfitRow& row : found.rows)
        sum = sum + row.profit;
      sum.orders = whole.orders;  // one of two products is in the row of each
      EXPECT_EQ(sum, whole) << enum_name(cut);
    }
  }

  ChannelId market_;
  std::optional<analytics::Store> figures_;
};
SLUIS_ON_BOTH_HOMES(ProfitTest);

TEST_P(ProfitTest, IsWhatTheLedgerOfOrdersSaysHoweverItIsCut) {
  Random random(20'261'123);
  std::vector<orders::OrderId> ids;
  for (int i = 0; i < 40; ++i) {
    const Order order = any_order(random);
    ids.push_back(order.id);
    any_life(random, order);
    clock_.advance(std::chrono::hours(20));
  }
  std::map<Currency, Micro> left;
  std::map<std::string, Order> by_reference;
  for (const orders::OrderId id : ids) {
    const Order order = found(id).order;
    left[order.currency] += left_of(order);
    by_reference.emplace(order.reference.text, order);
  }
  ASSERT_EQ(left.size(), 3u);
  ASSERT_TRUE(events::ship_all(store(), *figures_));
  for (const auto& [currency, expected] : left) {
    EXPECT_EQ(profit_by(Cut::channel, currency).total.payable, expected) << currency.code();
    expect_parts_add_up(currency);
    for (const OrderProfit& one : asked([&](Snapshot& figures) {
           return profit_by_order(figures, kYear, currency, std::nullopt, 1'000);
         })) {
      const Order& order = by_reference.at(one.order);
      EXPECT_EQ(one.sales.sold + one.sales.sold_vat, order.payable);
      EXPECT_EQ(profit_of(one.sales, {}).payable, left_of(order)) << to_json(order);
      if (order.margin && order.lapsed == Micro() && order.waived == Micro())
        EXPECT_EQ(profit_of(one.sales, {}).order_margin, order.margin);
    }
  }
}

// The people of a contact centre are borne by whose contacts they were; the rest by the calendar.
TEST_P(ProfitTest, WhatTheWorksheetSaysIsBorneOnce) {
  channels::Change costs;
  const auto cost = [](channels::CostKind kind, std::int64_t euros) {
    return channels::Cost{
        .kind = kind, .amount = Micro(euros * Micro::kPerUnit), .from = Date(2026, 1, 1)};
  };
  costs.costs = {true,
                 {cost(channels::CostKind::people, 1'000), cost(channels::CostKind::media, 70),
                  cost(channels::CostKind::tooling, 11)}};
  ASSERT_TRUE(
      unit([&](store::Tx& tx) { return channels::change(tx, actor(), channel_, 1, costs); }));
  const auto spoke = [&](std::string_view id, std::string_view campaign, std::int64_t seconds) {
    events::Draft contact;
    contact.message_id = id;
    contact.kind = "contact_closed";
    contact.campaign = campaign;
    contact.duration_s = seconds;
    return contact;
  };
  const std::vector<events::Draft> contacts{spoke("c1", "spring", 100), spoke("c2", "", 200)};
  events::SourceDraft calls;
  calls.name = {"Calls"};
  calls.channel = channel_;
  const SourceId source =
      unit([&](store::Tx& tx) { return events::add_source(tx, actor(), calls); }).value().id;
  intake_ = events::open_intake(store()).value();
  ASSERT_TRUE(at_desk([&](const orders::Desk& desk) -> Result<std::vector<events::Verdict>> {
    return events::append(
        desk.tx, desk.intake, desk.actor.ids,
        {.sender = {.source = source, .key = {}}, .received = desk.actor.now, .drafts = contacts});
  }));
  ASSERT_TRUE(events::ship_all(store(), *figures_));
  const Currency euro;
  expect_parts_add_up(euro);
  const ProfitFilter january{{.from = Date(2026, 1, 1), .to = Date(2026, 2, 1)}, {}};
  const Profit campaigns = profit_by(Cut::campaign, euro, january);
  EXPECT_EQ(campaigns.total.agents, Micro(1'000'000'000));
  EXPECT_EQ(campaigns.total.result, Micro(-1'081'000'000));
  EXPECT_EQ(campaigns.shared.result, Micro(-81'000'000));
  ASSERT_EQ(campaigns.hours.size(), 1u);
  EXPECT_EQ(campaigns.hours.front().per_hour, Micro(12'000'000'000));
  for (const ProfitRow& row : campaigns.rows)
    EXPECT_EQ(row.profit.agents.units() / 1'000'000, row.key == "spring" ? 333 : 666);
}

}  // namespace
}  // namespace sluis::measures
