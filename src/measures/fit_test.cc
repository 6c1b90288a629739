// The fit of channels on both homes: who is where, who buys, and where that differs from the plan.
#include "measures/fit.h"

#include <gtest/gtest.h>

#include "measures/testing.h"
#include "platform/analytics/testing.h"

namespace sluis::measures {
namespace {

using channels::Phase;

struct Did {
  EventId event;
  Instant ts;
  Date day;
  IdentityId identity;
  ChannelId channel;
  std::string kind;
  Phase phase = Phase::evaluation;
  Micro revenue;
  Micro cost;
};
BOOST_DESCRIBE_STRUCT(Did, (), (event, ts, day, identity, channel, kind, phase, revenue, cost))

constexpr store::Statement kDo{
    "fit_test.do",
    "insert into events_event (event, ts, received, day, source, identity, channel, kind, phase, "
    "campaign, product, revenue, cost, currency, order_reference, part, counted, props) "
    "select cast($1 as bigint), cast($2 as bigint), 0, cast($3 as date), 1, cast($4 as bigint), "
    "cast($5 as bigint), cast($6 as text), cast($7 as text), '', '', cast($8 as bigint), "
    "cast($9 as bigint), 'EUR', '', '', true, ''"};
constexpr const store::Statement* kOwnOfFit[] = {&kDo};

constexpr ChannelId kShop{1};
constexpr ChannelId kChat{2};
constexpr ChannelId kFair{3};
constexpr Filter kMonth{.from = Date(2026, 1, 1), .to = Date(2026, 2, 1)};

class FitTest : public analytics::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    open_analytics(
        {{events::analytics_migrations(), testing::kFeeds},
         {events::analytics_statements(), sql::statements(), testing::kStatements, kOwnOfFit}});
  }

  void change(const auto& work) {
    analytics()
        .unit([&](analytics::Tx& tx) -> Result<void> {
          work(tx);
          return {};
        })
        .value();
  }
  Fit found(const Filter& filter, const Channels& worksheet) {
    return analytics()
        .snapshot([&](analytics::Snapshot& figures) -> Result<Fit> {
          return fit(figures, filter, 30, *Currency::parse("EUR"), worksheet);
        })
        .value();
  }
  // Looks on a channel on the second, and orders there on the third when they buy.
  void visit(analytics::Tx& tx, std::int64_t who, ChannelId channel, bool buys) {
    const Instant second = *parse_instant("2026-01-02T10:00:00Z");
    tx.change(kDo, ++events_, second, Date(2026, 1, 2), who, channel, "product_viewed",
              Phase::evaluation, Micro(), Micro());
    if (buys)
      tx.change(kDo, ++events_, second + std::chrono::days(1), Date(2026, 1, 3), who, channel,
                "order_completed", Phase::purchase, Micro(50 * Micro::kPerUnit),
                Micro(30 * Micro::kPerUnit));
  }

 private:
  std::int64_t events_ = 0;
};

SLUIS_ON_BOTH_HOMES(FitTest);

channels::Channel planned(ChannelId id, std::vector<Phase> phases) {
  channels::Channel channel;
  channel.id = id;
  channel.state = channels::State::live;
  channel.phases = std::move(phases);
  channel.currency = *Currency::parse("EUR");
  channels::Cost cost;
  cost.kind = channels::CostKind::media;
  cost.amount = Micro(310 * Micro::kPerUnit);
  cost.currency = channel.currency;
  cost.per = channels::Per::month;
  cost.from = Date(2025, 1, 1);
  channel.costs = {cost};
  return channel;
}

// Of a hundred on the shop forty buy, of a hundred by chat five; next to nobody goes to the fair.
TEST_P(FitTest, FindsWhatDiffersFromThePlan) {
  change([&](analytics::Tx& tx) {
    for (std::int64_t who = 1; who <= 100; ++who) {
      visit(tx, who, kShop, who <= 40);
      if (who > 95) tx.change(testing::kEnter, SegmentId(7), CustomerId(who));
    }
    for (std::int64_t who = 101; who <= 200; ++who)
      visit(tx, who, kChat, who <= 105);
  });
  const Fit fit = found(kMonth, {planned(kShop, {Phase::evaluation, Phase::purchase}),
                                 planned(kChat, {Phase::evaluation}),
                                 planned(kFair, {Phase::evaluation, Phase::after_sales})});
  const auto cell = [&](std::optional<SegmentId> segment, Phase phase, ChannelId channel) {
    const auto at = std::ranges::find_if(fit.cells, [&](const FitCell& one) {
      return one.segment == segment && one.phase == phase && one.channel == channel;
    });
    EXPECT_NE(at, fit.cells.end());
    return *at;
  };
  const FitCell shop = cell({}, Phase::evaluation, kShop);
  EXPECT_TRUE(shop.planned);
  EXPECT_EQ(shop.people, 200);
  EXPECT_EQ(shop.customers, 100);
  EXPECT_NEAR(*shop.bought.value, 0.4, 1e-12);
  EXPECT_EQ(shop.margin, Micro(40 * 20 * Micro::kPerUnit));
  EXPECT_EQ(cell({}, Phase::evaluation, kFair).customers, 0);
  EXPECT_EQ(cell(SegmentId(7), Phase::evaluation, kShop).customers, 5);
  EXPECT_FALSE(cell(SegmentId(7), Phase::evaluation, kShop).bought.value);

  const auto misfit = [&](Mismatch mismatch) {
    std::vector<Misfit> some;
    std::ranges::copy_if(fit.misfits, std::back_inserter(some), [&](const Misfit& one) {
      return one.mismatch == mismatch && !one.segment;
    });
    EXPECT_EQ(some.size(), 1u);
    return some.at(0);
  };
  const Misfit unplanned = misfit(Mismatch::unplanned);
  EXPECT_EQ(unplanned.channel, kChat);
  EXPECT_EQ(unplanned.phase, Phase::purchase);
  EXPECT_EQ(unplanned.money, Micro(5 * 20 * Micro::kPerUnit));
  const Misfit unused = misfit(Mismatch::unused);
  EXPECT_EQ(unused.channel, kFair);
  EXPECT_EQ(unused.money, Micro(155 * Micro::kPerUnit));  // half of a month: two phases
  // 40 of 100 elsewhere, 5 of 100 here: 35 buyers of 20 each.
  const Misfit dropping = misfit(Mismatch::dropping);
  EXPECT_EQ(dropping.channel, kChat);
  EXPECT_NEAR(static_cast<double>(dropping.money.units()), 35 * 20 * 1e6, 1);
  EXPECT_GT(*dropping.low, Micro());
  EXPECT_LT(*dropping.low, dropping.money);
  EXPECT_GT(*dropping.high, dropping.money);
}

TEST_P(FitTest, FollowsACustomerOverIdentitiesAndCountsEachOnce) {
  change([&](analytics::Tx& tx) {
    visit(tx, 1, kShop, false);
    visit(tx, 2, kShop, true);
    visit(tx, 2, kShop, true);
    tx.change(testing::kMerge, IdentityId(1), CustomerId(9));
    tx.change(testing::kMerge, IdentityId(2), CustomerId(9));
    tx.change(testing::kEnter, SegmentId(7), CustomerId(9));
  });
  for (const auto segment : {std::optional<SegmentId>(), std::optional(SegmentId(7))}) {
    Filter filter = kMonth;
    filter.segment = segment;
    const Fit fit = found(filter, {});
    const auto at = std::ranges::find(fit.cells, Phase::evaluation, &FitCell::phase);
    ASSERT_NE(at, fit.cells.end());
    EXPECT_EQ(at->segment, segment);
    EXPECT_EQ(at->customers, 1);
    EXPECT_EQ(at->bought_here, 1);
    EXPECT_EQ(at->margin, Micro(2 * 20 * Micro::kPerUnit));
  }
}

}  // namespace
}  // namespace sluis::measures
