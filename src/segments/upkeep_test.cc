// Members that are kept up while people buy, are merged and split, and days pass, are those that
// working out everybody gives, and orders know the same of segments with a price. On both homes,
// from the facts to the members.
#include <gtest/gtest.h>

#include "catalog/catalog.h"
#include "customers/testing.h"
#include "kernel/random.h"
#include "kernel/testing.h"
#include "platform/analytics/store.h"
#include "segments/buyers.h"
#include "segments/segments.h"
#include "segments/store.h"
#include "segments/store_buyers.h"
#include "segments/store_members.h"

namespace sluis::events {
std::span<const store::Migration> analytics_migrations();
std::span<const store::Statement* const> analytics_statements();
}  // namespace sluis::events

namespace sluis::customers {
std::span<const store::Migration> analytics_migrations();
}  // namespace sluis::customers

namespace sluis::segments {

std::span<const store::Migration> migrations();
std::span<const store::Migration> analytics_migrations();

namespace {

struct Did {
  IdentityId identity;
  Date day;
  ChannelId channel{1};
  Currency currency;
  std::int64_t events = 1;
  std::int64_t orders = 1;
  Micro quantity;
  Micro revenue;
  Micro cost;
  Instant first_ts;
  Instant last_ts;
  std::int64_t shipment = 0;
};
BOOST_DESCRIBE_STRUCT(Did, (),
                      (identity, day, channel, currency, events, orders, quantity, revenue, cost,
                       first_ts, last_ts, shipment))

constexpr store::Statement kAdd{
    "upkeep_test.add",
    "insert into events_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost, first_ts, last_ts, shipment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12)"};
constexpr store::Statement kMakeCursor{
    "upkeep_test.make_cursor",
    "insert into events_cursor (name, transaction_id, number, received, shipments) "
    "values ('events.shipping', 0, 0, 0, 0) on conflict (name) do nothing"};
constexpr store::Statement kShipped{"upkeep_test.shipped",
                                    "update events_cursor set shipments = $1"};
constexpr const store::Statement* kUpkeepStatements[] = {&kAdd, &kMakeCursor, &kShipped};

// The statements of customers are those of its capability.
store::Registry analytics_registry() {
  const Capability customers = customers::capability();
  return {{events::analytics_migrations(), customers.analytics_migrations, analytics_migrations()},
          {events::analytics_statements(), customers.analytics_statements,
           sql::analytics_statements(), kUpkeepStatements}};
}

class UpkeepTest : public customers::testing::PeopleTest {
 protected:
  void SetUp() override {
    PeopleTest::SetUp();
    if (IsSkipped()) return;
    close();
    store::Registry with_segments = registry();
    const Capability catalog = catalog::capability();
    with_segments.migrations.push_back(catalog.migrations);
    with_segments.migrations.push_back(migrations());
    with_segments.statements.push_back(catalog.statements);
    with_segments.statements.push_back(sql::statements());
    with_segments.statements.push_back(sql::buyer_statements());
    open(with_segments, {.durable = false});
    figures_.emplace(home().location(), analytics::Options{}, analytics_registry());
  }
  void TearDown() override {
    figures_.reset();
    PeopleTest::TearDown();
  }

  std::int64_t any(std::int64_t below) {
    return static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(below)));
  }
  IdentityId anybody() { return IdentityId(1 + any(9)); }

  void buy() { ship({bought(anybody())}); }
  // What somebody buys today, in the next shipment.
  Did bought(IdentityId identity) {
    return {.identity = identity,
            .day = utc_day(clock_.now()),
            .quantity = Micro(Micro::kPerUnit),
            .revenue = Micro(any(5) * Micro::kPerUnit),
            .first_ts = clock_.now(),
            .last_ts = clock_.now(),
            .shipment = shipments_ + 1};
  }
  void ship(const std::vector<Did>& done) {
    ++shipments_;
    figures_
        ->unit([&](analytics::Tx& tx) -> Result<void> {
          tx.change(kMakeCursor);
          tx.change(kShipped, shipments_);
          tx.append(kAdd, done);
          return {};
        })
        .value();
  }
  void live() {
    switch (any(6)) {
      case 0:
        clock_.advance(std::chrono::hours(24));
        break;
      case 1:
        if (auto done = merged(customer(anybody()), customer(anybody())))
          operations_.push_back(done->operation);
        break;
      case 2:
        if (!operations_.empty())
          std::ignore = undone(operations_[static_cast<std::size_t>(any(std::ssize(operations_)))]);
        break;
      default:
        buy();
    }
  }
  void keep_up() {
    customers::renew_figures(store(), *figures_, clock_.now()).value();
    renew_members(store(), *figures_, clock_.now()).value();
    tell_buyers(store(), *figures_).value();
  }

  SegmentId added(const std::string& code, const Rule& rule) {
    return keep([&](store::Tx& tx) {
             return add(tx, actor(), {.code = Slug{code}, .name = {code}, .rule = rule});
           })
        .value()
        .id;
  }
  std::vector<SegmentId> added_as(const std::string& prefix, const std::vector<Rule>& rules) {
    std::vector<SegmentId> segments;
    for (const Rule& rule : rules)
      segments.push_back(added(prefix + std::to_string(segments.size()), rule));
    return segments;
  }
  // The same rules for segments that are new, of which everybody is worked out.
  void expect_same_at_once(const std::vector<SegmentId>& step_by_step,
                           const std::vector<Rule>& rules) {
    const std::vector<SegmentId> at_once = added_as("o", rules);
    keep_up();
    for (std::size_t i = 0; i < rules.size(); ++i)
      EXPECT_EQ(members_of(step_by_step[i]), members_of(at_once[i])) << to_json(rules[i]);
  }
  // One thing that costs something else for each of them.
  catalog::Variant priced(const std::vector<SegmentId>& segments) {
    catalog::VariantDraft draft;
    draft.sku = {"MUG"};
    draft.prices = {true, {}};
    for (const SegmentId segment : segments)
      draft.prices.value.push_back({.channel = {},
                                    .segment = segment,
                                    .currency = {},
                                    .amount = Micro(any(9)),
                                    .from = {},
                                    .to = {}});
    return keep([&](store::Tx& tx) -> Result<catalog::Variant> {
             const auto product = TRY(catalog::add_product(tx, actor(), {{}, {"Mug"}}));
             return catalog::add_variant(tx, actor(), product.id, draft);
           })
        .value();
  }
  void expect_told(const std::vector<SegmentId>& segments) {
    for (const SegmentId segment : segments)
      EXPECT_EQ(told_of(segment), members_of(segment));
  }
  std::vector<std::int64_t> told_of(SegmentId segment) {
    std::vector<std::int64_t> numbers;
    for (const CustomerId one :
         look([&](store::Snapshot& snapshot) { return sql::buyers(snapshot, segment); }))
      numbers.push_back(one.number());
    return numbers;
  }
  std::vector<std::int64_t> members_of(SegmentId segment) {
    std::vector<std::int64_t> numbers;
    figures_
        ->snapshot([&](analytics::Snapshot& figures) -> Result<void> {
          sql::each_member(figures, segment, {},
                           [&](CustomerId customer) { numbers.push_back(customer.number()); });
          return {};
        })
        .value();
    std::ranges::sort(numbers);
    return numbers;
  }

  Random random_{21};
  std::int64_t shipments_ = 0;
  std::vector<customers::OperationId> operations_;
  std::optional<analytics::Store> figures_;
};
SLUIS_ON_BOTH_HOMES(UpkeepTest);

Rule where(Measure measure, std::int64_t value, Comparison is = Comparison::at_least,
           std::optional<Whole<1, 3'660>> days = {}) {
  Rule rule;
  rule.where = Condition{
      .measure = measure, .is = is, .value = Micro(value * Micro::kPerUnit), .days = days};
  return rule;
}

std::vector<Rule> some_rules() {
  return {where(Measure::orders, 2), where(Measure::net_revenue, 3, Comparison::at_most),
          where(Measure::orders, 1, Comparison::at_least, {{3}}),
          where(Measure::days_since_order, 2)};
}

TEST_P(UpkeepTest, WhatIsKeptUpIsWhatWorkingOutEverybodyGives) {
  const std::vector<Rule> rules = some_rules();
  const std::vector<SegmentId> step_by_step = added_as("s", rules);
  priced(step_by_step);
  for (std::int64_t number = 1; number < 10; ++number)
    user(number);
  for (int step = 0; step < 60; ++step) {
    live();
    if (any(2) == 0) {
      keep_up();
      expect_told(step_by_step);
    }
  }
  keep_up();
  expect_same_at_once(step_by_step, rules);
}

// A million with --deep.
TEST_P(UpkeepTest, AlsoOfVeryManyCustomers) {
  const std::int64_t customers = deep() ? 1'000'000 : 2'000;
  const std::vector<Rule> rules = some_rules();
  const std::vector<SegmentId> step_by_step = added_as("s", rules);
  for (std::int64_t number = 1; number < 10; ++number)
    user(number);
  std::vector<Did> first;
  for (std::int64_t number = 1; number <= customers; ++number)
    first.push_back(bought(IdentityId(number)));
  ship(first);
  keep_up();
  for (int day = 0; day < 5; ++day) {
    clock_.advance(std::chrono::hours(24));
    std::vector<Did> some;
    for (std::int64_t i = 0; i < customers / 50; ++i)
      some.push_back(bought(IdentityId(1 + any(customers))));
    ship(some);
    std::ignore = merged(customer(anybody()), customer(anybody()));
    keep_up();
  }
  expect_same_at_once(step_by_step, rules);
}

TEST_P(UpkeepTest, NobodyIsInASegmentThatIsArchived) {
  const SegmentId buyers = added("buyers", where(Measure::orders, 1));
  buy();
  keep_up();
  EXPECT_EQ(members_of(buyers).size(), 1u);
  keep([&](store::Tx& tx) {
    return change(tx, actor(), buyers, 1, {.archived = {true, true}});
  }).value();
  keep_up();
  EXPECT_TRUE(members_of(buyers).empty());
}

TEST_P(UpkeepTest, OrdersKnowTheMembersAsLongAsThereIsAPrice) {
  const SegmentId buyers = added("buyers", where(Measure::orders, 1));
  const auto mug = priced({buyers});
  ship({bought(IdentityId(1)), bought(IdentityId(2))});
  keep_up();
  EXPECT_EQ(told_of(buyers), (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(
      look([&](store::Snapshot& snapshot) { return priced_segments_of(snapshot, CustomerId(1)); }),
      std::vector{buyers});
  catalog::VariantChange without;
  without.prices = {true, {}};
  keep([&](store::Tx& tx) {
    return catalog::change_variant(tx, actor(), mug.id, mug.version, without);
  }).value();
  keep_up();
  EXPECT_TRUE(told_of(buyers).empty());
}

}  // namespace
}  // namespace sluis::segments
