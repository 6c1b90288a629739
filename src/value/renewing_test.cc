// Customers valued from the analytical store, on both homes: the published figures come out of the
// sales of the sample, and nobody is left behind who is erased.
#include "value/renewing.h"

#include <gtest/gtest.h>

#include "access/access.h"
#include "company/company.h"
#include "kernel/testing.h"
#include "platform/analytics/testing.h"
#include "platform/capability.h"
#include "value/purchase_file.h"
#include "value/store.h"

namespace sluis::events {
std::span<const store::Migration> analytics_migrations();
std::span<const store::Statement* const> analytics_statements();
}  // namespace sluis::events

namespace sluis::value {
namespace {

// What customers publish, as tables that a test can fill.
constexpr store::Migration kBelow[] = {
    {"below/0001_below",
     "create table feed_customer_of (identity bigint not null, customer bigint not null);\n"
     "create table feed_customer_money (currency text not null);\n"}};

struct Bought {
  IdentityId identity;
  Date day;
  ChannelId channel;
  Currency currency;
  std::int64_t events = 1;
  std::int64_t orders = 1;
  Micro quantity;
  Micro revenue;
  Micro cost;
  std::optional<Instant> first_ts;
  std::optional<Instant> last_ts;
  std::int64_t shipment = 1;
};
BOOST_DESCRIBE_STRUCT(Bought, (),
                      (identity, day, channel, currency, events, orders, quantity, revenue, cost,
                       first_ts, last_ts, shipment))

constexpr store::Statement kBuy{
    "renewing_test.buy",
    "insert into events_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost, first_ts, last_ts, shipment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12)"};
constexpr store::Statement kDay{
    "renewing_test.day",
    "insert into events_daily (day, channel, kind, currency, events, orders, quantity, revenue, "
    "cost) values (cast($1 as date), 1, 'order_completed', $2, 1, 1, 0, 0, 0) "
    "on conflict (day, channel, kind, currency) do nothing"};
constexpr const store::Statement* kOwn[] = {&kBuy, &kDay};

class RenewingTest : public analytics::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    const Capability below = access::capability();
    const Capability beside = company::capability();
    const Capability own = capability();
    open({.migrations = {below.migrations, beside.migrations, own.migrations},
          .statements = {below.statements, beside.statements, own.statements}});
    open_analytics({{events::analytics_migrations(), kBelow, own.analytics_migrations},
                    {events::analytics_statements(), own.analytics_statements, kOwn}});
  }

  void sell(const std::vector<Bought>& bought) {
    analytics()
        .unit([&](analytics::Tx& tx) -> Result<void> {
          tx.append(kBuy, bought);
          const auto [first, last] = std::ranges::minmax(bought, {}, &Bought::day);
          for (const Date day : {first.day, last.day})
            tx.change(kDay, day, Currency());
          return {};
        })
        .value();
  }
  Workplace place() { return {store(), analytics(), clock_}; }
  auto look(const auto& ask) {
    using Answer = std::invoke_result_t<decltype(ask), analytics::Snapshot&>;
    return analytics()
        .snapshot([&](analytics::Snapshot& figures) -> Result<Answer> { return ask(figures); })
        .value();
  }
  Model renewed() {
    EXPECT_TRUE(renew(place(), JobId(++fits_), {}));
    return *look([](analytics::Snapshot& figures) { return model(figures); });
  }
  std::vector<Worth> everybody() {
    return look(
        [](analytics::Snapshot& figures) { return customers(figures, {}, std::nullopt, 10'000); });
  }

  store::testing::SetClock clock_{*parse_instant("2026-01-05T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant(0)};

 private:
  std::int64_t fits_ = 0;
};

SLUIS_ON_BOTH_HOMES(RenewingTest);

Bought purchase(std::int64_t who, std::int64_t channel, Date day, std::int64_t units) {
  Bought one{.identity = IdentityId(who), .day = day, .channel = ChannelId(channel)};
  one.revenue = Micro(units * Micro::kPerUnit);
  one.first_ts = one.last_ts = Instant(day.days().time_since_epoch().count());
  return one;
}

// The sample of the published papers: 39 weeks say what 39 weeks check.
std::vector<Bought> sample_of_papers() {
  const auto file = data_set("cdnow/cdnow_sample.csv");
  if (!file) return {};
  auto reader = table::TableReader::open(*file).value();
  const Purchases purchases =
      read_purchases(reader,
                     {.customer = "sample_customer_id", .date = "date", .amount = "dollars"})
          .value();
  std::vector<Bought> bought;
  for (const Purchase& one : purchases.days) {
    const Date day(std::chrono::sys_days(std::chrono::days(one.day)));
    bought.push_back(purchase(one.customer + 1, 1, day, 0));
    bought.back().revenue = Micro(std::llround(one.amount * 100) * 10'000);
  }
  return bought;
}

TEST_P(RenewingTest, FindsThePublishedFigures) {
  const auto bought = sample_of_papers();
  if (bought.empty()) GTEST_SKIP() << "SLUIS_TEST_DATA has no such file";
  sell(bought);
  const Model model = renewed();
  ASSERT_TRUE(model.hold_out);
  const Check& check = *model.hold_out;
  EXPECT_EQ(check.until, Date(1997, 9, 30));
  EXPECT_EQ(check.customers, 2'357);
  EXPECT_NEAR(check.models.bg_nbd->r, 0.243, 5e-4);
  EXPECT_NEAR(check.models.bg_nbd->alpha, 4.414, 5e-4);
  EXPECT_NEAR(check.models.bg_nbd->a, 0.793, 5e-4);
  EXPECT_NEAR(check.models.bg_nbd->b, 2.426, 5e-4);
  EXPECT_NEAR(check.models.bg_nbd->log_likelihood, -9'582.43, 5e-3);
  EXPECT_NEAR(check.models.gamma_gamma->p, 6.25, 5e-3);
  EXPECT_EQ(check.weeks, 39);
  EXPECT_EQ(check.actual, 1'882);
  EXPECT_NEAR(check.expected / check.actual - 1, -0.121, 5e-4);  // as published, see valuing_test
  EXPECT_FALSE(model.no_money);
  EXPECT_EQ(check.tracking.size(), 78u);

  const auto valued = everybody();
  ASSERT_EQ(valued.size(), 2'357u);
  double alive = 0;
  for (const Worth& one : valued) {
    ASSERT_TRUE(one.alive && one.clv);
    EXPECT_LE(*one.clv_low, *one.clv_high);
    alive += *one.alive;
  }
  std::int64_t in_cells = 0;
  double alive_in_cells = 0;
  for (const Cell& cell : look([](analytics::Snapshot& figures) { return grid(figures); })) {
    in_cells += cell.customers;
    alive_in_cells += *cell.alive * static_cast<double>(cell.customers);
  }
  EXPECT_EQ(in_cells, 2'357);
  EXPECT_NEAR(alive_in_cells, alive, 1e-6);
}

TEST_P(RenewingTest, TellsNoFigureWhereNoModelSettles) {
  sell({purchase(1, 1, Date(2025, 3, 1), 10), purchase(2, 2, Date(2025, 9, 1), 30)});
  const Model model = renewed();
  EXPECT_FALSE(model.models.bg_nbd);
  EXPECT_FALSE(model.hold_out);
  EXPECT_TRUE(model.alive.empty());
  EXPECT_FALSE(model.problems.empty());
  const auto valued = everybody();
  ASSERT_EQ(valued.size(), 2u);
  EXPECT_EQ(valued.front().spent, Micro(30 * Micro::kPerUnit));
  EXPECT_EQ(valued.front().recency, 3);
  EXPECT_FALSE(valued.front().alive);
  EXPECT_FALSE(valued.front().clv);
}

// Some spend so much more than the rest that amounts have no mean; orders are told all the same.
TEST_P(RenewingTest, TellsNoMoneyThatTheModelCannotCarry) {
  std::vector<Bought> bought;
  double spent = 0;
  for (std::int64_t who = 1; who <= 80; ++who) {
    const auto units = std::llround(1000 * std::pow(1.0 / static_cast<double>(who), 1.3)) + 1;
    for (std::int64_t time = 0; time <= 1 + who % 3; ++time) {
      const Date day = Date(2025, 1, 6) + std::chrono::days(who + time * (20 + who % 7));
      bought.push_back(purchase(who, 1 + (who + time) % 2, day, units));
      spent += static_cast<double>(units);
    }
  }
  sell(bought);
  const Model model = renewed();
  ASSERT_TRUE(model.models.bg_nbd);
  EXPECT_FALSE(model.models.gamma_gamma);
  ASSERT_TRUE(model.no_money);
  EXPECT_TRUE(model.no_money->en.starts_with("There is no value in money"));
  EXPECT_EQ(model.spent, Micro(std::llround(spent) * Micro::kPerUnit));
  EXPECT_GT(model.orders.value_or(0), 0);
  EXPECT_TRUE(model.worth.empty());
  for (const Worth& one : everybody()) {
    EXPECT_TRUE(one.alive && one.orders);
    EXPECT_FALSE(one.clv || one.clv_low || one.clv_high);
  }
}

TEST_P(RenewingTest, CountsTheFirstChannelDaysAndWhatCameBack) {
  Bought back = purchase(1, 2, Date(2025, 5, 3), -40);
  back.orders = 0;
  Bought store = purchase(1, 2, Date(2025, 3, 1), 20);
  store.first_ts = Instant(1);  // earlier on the day
  sell({purchase(1, 1, Date(2025, 3, 1), 10), store, purchase(1, 1, Date(2025, 5, 2), 50), back,
        purchase(1, 3, Date(2025, 6, 1), -5), purchase(9, 1, Date(2026, 1, 5), 5)});
  renewed();
  const auto valued = everybody();
  ASSERT_EQ(valued.size(), 1u);  // today is not over
  EXPECT_EQ(valued[0].channel, ChannelId(2));
  EXPECT_EQ(valued[0].purchases, 2);
  EXPECT_EQ(valued[0].last_day, Date(2025, 5, 2));
  EXPECT_EQ(valued[0].second_day, Date(2025, 5, 2));
  EXPECT_EQ(valued[0].spent, Micro(35 * Micro::kPerUnit));
}

TEST_P(RenewingTest, PagesAndForgets) {
  std::vector<Bought> bought;
  for (std::int64_t who = 1; who <= 7; ++who)
    bought.push_back(purchase(who, 1, Date(2025, 3, 1), 10 * (who % 3)));
  sell(bought);
  renewed();
  const auto whole = everybody();
  std::vector<CustomerId> paged;
  std::optional<Place> after;
  do {
    const auto page =
        look([&](analytics::Snapshot& figures) { return customers(figures, {}, after, 2); });
    after.reset();
    for (const Worth& one : page)
      paged.push_back(one.customer);
    if (page.size() == 2) after = Place{ranked_by(page.back()), page.back().customer};
  } while (after);
  ASSERT_EQ(paged.size(), whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i)
    EXPECT_EQ(paged[i], whole[i].customer);
  analytics()
      .unit([](analytics::Tx& tx) -> Result<void> {
        forget(tx, CustomerId(4));
        return {};
      })
      .value();
  EXPECT_EQ(everybody().size(), 6u);
}

TEST_P(RenewingTest, OnlyTheLatestFitGoesOn) {
  sell({purchase(1, 1, Date(2025, 3, 1), 10)});
  const Progress first = advance(place(), JobId(100), {}).value();
  Progress progress = advance(place(), JobId(200), {}).value();
  const auto late = advance(place(), JobId(100), first);
  ASSERT_FALSE(late);
  EXPECT_TRUE(is(late.error(), ValueRefusal::fit_overtaken));
  while (!progress.finished)
    progress = advance(place(), JobId(200), progress).value();
  // Doing the last piece again changes nothing.
  EXPECT_TRUE(advance(place(), JobId(200), progress)->finished);
  EXPECT_EQ(everybody().size(), 1u);
}

TEST_P(RenewingTest, BeginsOnceANight) {
  const auto begun_at = [&](std::string_view moment) {
    return store()
        .unit([&](store::Tx& tx) -> Result<bool> {
          return begin_nightly(tx, ids_, *parse_instant(moment));
        })
        .value();
  };
  EXPECT_TRUE(begun_at("2026-01-05T01:00:00Z"));  // two o'clock in Amsterdam: of the day before
  EXPECT_FALSE(begun_at("2026-01-05T01:59:00Z"));
  EXPECT_TRUE(begun_at("2026-01-05T02:00:00Z"));
  EXPECT_FALSE(begun_at("2026-01-05T23:30:00Z"));
  EXPECT_TRUE(begun_at("2026-01-06T02:00:00Z"));
}

}  // namespace
}  // namespace sluis::value
