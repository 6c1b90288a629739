// Figures on both homes, over events that went through the log.
#include "events/testing.h"
#include "measures/breakdown.h"
#include "measures/figures.h"
#include "measures/profit.h"
#include "measures/testing.h"

namespace sluis::measures {
namespace {

using analytics::Snapshot;
using events::Draft;
using store::Statement;
using testing::kEnter;
using testing::kLeave;
using testing::kMerge;

constexpr SegmentId kSegment(7);

constexpr Filter kJanuary{.from = Date(2026, 1, 1), .to = Date(2026, 2, 1)};
const Currency kEuro;

Draft money_fact(std::string_view id, std::string_view kind, std::string_view order,
                 std::string_view part, std::int64_t quantity, std::int64_t revenue,
                 std::int64_t cost) {
  Draft draft = events::testing::viewed(id);
  draft.kind = kind;
  draft.order = order;
  draft.part = part;
  if (quantity != 0) draft.quantity = Micro(quantity * Micro::kPerUnit);
  draft.revenue = Micro(revenue);
  draft.cost = Micro(cost);
  return draft;
}

Micro revenue_of(const auto& rows) {
  Micro sum;
  for (const auto& row : rows)
    sum += row.figures.net_revenue;
  return sum;
}

class MeasuresTest : public events::testing::EventsTest {
 protected:
  void SetUp() override {
    events::testing::EventsTest::SetUp();
    if (IsSkipped()) return;
    figures_.emplace(home().location(), analytics::Options{}, testing::registry());
  }
  void TearDown() override {
    figures_.reset();
    events::testing::EventsTest::TearDown();
  }
  void sell() {
    Draft line = money_fact("l1", "order_line", "A-1", "1", 2, 20'125'000, 12'000'000);
    line.campaign = "winter";
    Draft order = money_fact("o1", "order_completed", "A-1", "", 0, 5'000'001, 0);
    order.campaign = "winter";
    sent(server_, {events::testing::viewed("v1"), order, line,
                   money_fact("l2", "order_line", "A-1", "2", 1, 1'000'000, 0),
                   money_fact("o2", "order_completed", "A-2", "", 3, 9'000'000, 1'000'000),
                   money_fact("r1", "order_refunded", "A-1", "1", -1, -10'000'000, -6'000'000),
                   money_fact("a1", "adjustment", "", "", 0, -1'000'000, 0)});
    log(1);  // can be read
    ASSERT_TRUE(events::ship_all(store(), *figures_));
  }
  auto asked(const auto& ask) {
    using Answer = std::invoke_result_t<decltype(ask), Snapshot&>;
    return figures_->snapshot([&](Snapshot& figures) -> Result<Answer> { return ask(figures); })
        .value();
  }

  // The identity under which an order was placed.
  std::int64_t buyer_of(std::string_view order) {
    Filter orders = kJanuary;
    orders.kind = "order_completed";
    for (const Fact& fact :
         asked([&](Snapshot& snapshot) { return facts(snapshot, orders, {}, {}, 100); })) {
      if (fact.order_reference == order) return fact.identity.number();
    }
    return 0;
  }
  // D-1 to D-4, of somebody else each, on two channels.
  void sell_to_four() {
    add_channel("shop");
    for (const std::string number : {"1", "2", "3", "4"}) {
      const std::string id = "d" + number;
      const std::string order = "D-" + number;
      const std::int64_t revenue = 1'000'000LL << (number[0] - '0');
      Draft draft = money_fact(id, "order_completed", order, "", 1, revenue, 0);
      draft.identities = {{identities::Kind::device, id}};
      const std::string view_id = "v" + id;
      Draft view = events::testing::viewed(view_id);
      view.identities = draft.identities;
      view.channel = "shop";
      sent(server_, {view, draft});
    }
    log(4);
    ASSERT_TRUE(events::ship_all(store(), *figures_));
  }
  void change(const Statement& statement, const auto&... values) {
    ASSERT_TRUE(figures_->unit([&](analytics::Tx& tx) -> Result<void> {
      tx.change(statement, values...);
      return {};
    }));
  }

  std::optional<analytics::Store> figures_;
};
SLUIS_ON_BOTH_HOMES(MeasuresTest);

TEST_P(MeasuresTest, FiguresAreExact) {
  sell();
  const auto figures =
      asked([](Snapshot& snapshot) { return total(snapshot, kJanuary, kEuro, {}).value(); });
  EXPECT_EQ(figures, (Figures{.events = 7,
                              .orders = 2,
                              .units = {Micro(6'000'000)},
                              .gross_revenue = Micro(35'125'001),
                              .refunds = Micro(11'000'000),
                              .net_revenue = Micro(24'125'001),
                              .margin = Micro(17'125'001),
                              .cost = {}}));
}

TEST_P(MeasuresTest, EveryCutAddsUpToTheTotal) {
  sell();
  const auto whole =
      asked([](Snapshot& snapshot) { return total(snapshot, kJanuary, kEuro, {}).value(); });
  for (const Every every : {Every::day, Every::week, Every::month}) {
    Micro revenue;
    std::int64_t orders = 0;
    for (const auto& row : asked([&](Snapshot& snapshot) {
           return by_time(snapshot, kJanuary, every, kEuro, {}).value();
         })) {
      revenue += row.figures.net_revenue;
      orders += row.figures.orders;
    }
    EXPECT_EQ(revenue, whole.net_revenue);
    EXPECT_EQ(orders, whole.orders);
  }
  const auto channels =
      asked([](Snapshot& snapshot) { return by_channel(snapshot, kJanuary, kEuro, {}).value(); });
  ASSERT_EQ(channels.size(), 1u);
  EXPECT_EQ(channels[0].figures, whole);
}

TEST_P(MeasuresTest, TheEventsSayWhatTheRollUpSays) {
  sell();
  Filter by_events = kJanuary;
  by_events.product = "SKU-1";  // what every event here is about
  EXPECT_EQ(
      asked([&](Snapshot& snapshot) { return total(snapshot, by_events, kEuro, {}).value(); }),
      asked([&](Snapshot& snapshot) { return total(snapshot, kJanuary, kEuro, {}).value(); }));
  by_events.campaign = "winter";
  const auto winter =
      asked([&](Snapshot& snapshot) { return total(snapshot, by_events, kEuro, {}).value(); });
  EXPECT_EQ(winter.orders, 1);
  EXPECT_EQ(winter.net_revenue, Micro(25'125'001));
}

TEST_P(MeasuresTest, ASegmentIsWhatItsPresentMembersDidEverywhereAlike) {
  sell_to_four();
  change(kMerge, buyer_of("D-1"), std::int64_t{1000});
  change(kMerge, buyer_of("D-2"), std::int64_t{1000});
  change(kEnter, kSegment, std::int64_t{1000});
  change(kEnter, kSegment, buyer_of("D-3"));
  change(kEnter, kSegment, buyer_of("D-4"));
  change(kLeave, kSegment, buyer_of("D-4"), Date(2026, 1, 5));
  change(kEnter, kSegment, buyer_of("D-1"));  // from before it was merged
  Filter filter = kJanuary;
  filter.segment = kSegment;

  const auto whole =
      asked([&](Snapshot& snapshot) { return total(snapshot, filter, kEuro, {}).value(); });
  EXPECT_EQ(whole.events, 6);
  EXPECT_EQ(whole.orders, 3);
  EXPECT_EQ(whole.net_revenue, Micro(14'000'000));  // 2, 4 and 8
  EXPECT_EQ(revenue_of(asked([&](Snapshot& snapshot) {
              return by_channel(snapshot, filter, kEuro, {}).value();
            })),
            whole.net_revenue);
  EXPECT_EQ(revenue_of(asked([&](Snapshot& snapshot) {
              return by_time(snapshot, filter, Every::day, kEuro, {}).value();
            })),
            whole.net_revenue);
  EXPECT_EQ(revenue_of(asked([&](Snapshot& snapshot) {
              return by_part(snapshot, filter, Dimension::kind, kEuro, 10);
            })),
            whole.net_revenue);
  EXPECT_EQ(asked([&](Snapshot& snapshot) { return facts(snapshot, filter, {}, {}, 100); }).size(),
            6u);
  EXPECT_EQ(
      asked([&](Snapshot& snapshot) { return facts_to_export(snapshot, filter, {}, 100); }).size(),
      6u);
}

TEST_P(MeasuresTest, ASegmentOfEverybodyGivesTheWhole) {
  sell_to_four();
  for (const std::string_view order : {"D-1", "D-2", "D-3", "D-4"})
    change(kEnter, kSegment, buyer_of(order));
  Filter filter = kJanuary;
  filter.segment = kSegment;
  EXPECT_EQ(
      asked([&](Snapshot& snapshot) { return total(snapshot, filter, kEuro, {}).value(); }),
      asked([&](Snapshot& snapshot) { return total(snapshot, kJanuary, kEuro, {}).value(); }));
  filter.segment = SegmentId(8);  // nobody
  EXPECT_EQ(asked([&](Snapshot& snapshot) { return total(snapshot, filter, kEuro, {}).value(); }),
            Figures());
}

TEST_P(MeasuresTest, FactsComeInPagesNewestFirst) {
  sell();
  std::vector<Fact> all;
  std::optional<Place> after;
  while (true) {
    const auto page = asked(
        [&](Snapshot& snapshot) { return facts(snapshot, kJanuary, std::nullopt, after, 3); });
    all.insert(all.end(), page.begin(), page.end());
    if (page.size() < 3) break;
    after = Place{page.back().ts, page.back().event};
  }
  ASSERT_EQ(all.size(), 7u);
  EXPECT_TRUE(std::ranges::is_sorted(all, std::ranges::greater(), [](const Fact& fact) {
    return std::pair(fact.ts, fact.event);
  }));
}

TEST_P(MeasuresTest, PartsSayWhatBringsTheFiguresTheLargestFirst) {
  sell();
  const auto parts_by = [&](Dimension by, std::int64_t most) {
    return asked([&](Snapshot& snapshot) { return by_part(snapshot, kJanuary, by, kEuro, most); });
  };
  const auto kinds = parts_by(Dimension::kind, 10);
  ASSERT_EQ(kinds.size(), 5u);
  EXPECT_EQ(kinds.front().part, "order_line");
  EXPECT_EQ(kinds.back().part, "order_refunded");
  EXPECT_EQ(parts_by(Dimension::kind, 2).size(), 2u);
  const auto campaigns = parts_by(Dimension::campaign, 10);
  ASSERT_EQ(campaigns.size(), 1u);  // what belongs to no campaign is left out
  EXPECT_EQ(campaigns.front().part, "winter");
  EXPECT_EQ(campaigns.front().figures.orders, 1);
  const auto products = parts_by(Dimension::product, 10);
  ASSERT_EQ(products.size(), 1u);
  EXPECT_EQ(products.front().figures,
            asked([](Snapshot& snapshot) { return total(snapshot, kJanuary, kEuro, {}).value(); }));
}

TEST_P(MeasuresTest, TheSpanAndTheViewsAreTold) {
  EXPECT_FALSE(asked([](Snapshot& snapshot) { return span(snapshot); }));
  sell();
  const auto days = asked([](Snapshot& snapshot) { return span(snapshot); });
  ASSERT_TRUE(days);
  EXPECT_LE(days->first, days->last);
  const auto columns = asked([](Snapshot& snapshot) { return views(snapshot); });
  EXPECT_TRUE(std::ranges::any_of(columns, [](const ViewColumn& one) {
    return one.view == "feed_event" && one.column == "revenue";
  }));
  EXPECT_TRUE(std::ranges::all_of(
      columns, [](const ViewColumn& one) { return one.view.starts_with("feed_"); }));
}

TEST_P(MeasuresTest, ACostThatDoesNotFitIsRefused) {
  channels::Channel shop;
  shop.id = ChannelId(1);
  shop.costs = {{.amount = Micro(std::numeric_limits<std::int64_t>::max()),
                 .per = channels::Per::day,
                 .from = Date(2000, 1, 1)}};
  const auto refused = figures_->snapshot(
      [&](Snapshot& figures) { return total(figures, kJanuary, kEuro, {shop}); });
  EXPECT_TRUE(is(refused.error(), MeasureRefusal::cost_too_large));
}

// The commission is on the worksheet as a plan, and the orders tell what it was.
TEST_P(MeasuresTest, FeesThatOrdersTellAreNotCountedAgainFromTheWorksheet) {
  channels::Channel shop;
  shop.id = shop_;
  const Micro planned(31'000'000);
  shop.costs = {{.kind = channels::CostKind::fees, .amount = planned, .from = Date(2026, 1, 1)},
                {.kind = channels::CostKind::media, .amount = planned, .from = Date(2026, 1, 1)}};
  const auto cost = [&] {
    return asked([&](Snapshot& snapshot) {
             const Channels worksheet = charged(snapshot, {shop});
             return total(snapshot, kJanuary, kEuro, worksheet).value();
           })
        .cost;
  };
  sell();
  EXPECT_EQ(cost(), planned + planned);
  Draft order = money_fact("f1", "order_completed", "F-1", "", 1, 10'000'000, 1'500'000);
  order.props = R"({"amounts":{"channel_fee":"1.50"}})";
  sent(server_, {order});
  log(2);
  ASSERT_TRUE(events::ship_all(store(), *figures_));
  EXPECT_EQ(cost(), planned + Micro(4'000'000));  // of the four days before that order
}

TEST_P(MeasuresTest, CurrenciesAreNeverAdded) {
  sell();
  Draft dollars = money_fact("d1", "order_completed", "D-1", "", 0, 7'000'000, 0);
  dollars.currency = "USD";
  sent(server_, {dollars});
  log(2);
  ASSERT_TRUE(events::ship_all(store(), *figures_));
  const auto currency = [&](std::optional<Currency> wanted) {
    return figures_->snapshot([&](Snapshot& figures) {
      return currency_of(currencies(figures, kJanuary.from, kJanuary.to), wanted, kEuro);
    });
  };
  EXPECT_TRUE(is(currency(std::nullopt).error(), MeasureRefusal::several_currencies));
  EXPECT_EQ(currency(Currency::parse("USD")).value(), Currency::parse("USD"));
}

}  // namespace
}  // namespace sluis::measures
