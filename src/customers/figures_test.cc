// Figures of customers on both homes: kept up step by step they are what working out everything
// from what happened gives, and the list shows them in any order.
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "customers/listing.h"
#include "customers/store_figures.h"
#include "customers/store_listing.h"
#include "customers/testing.h"
#include "kernel/random.h"
#include "platform/analytics/store.h"

namespace sluis::events {
std::span<const store::Migration> analytics_migrations();
std::span<const store::Statement* const> analytics_statements();
}  // namespace sluis::events

namespace sluis::customers {

std::span<const store::Migration> analytics_migrations();

namespace {

// What the room above publishes, as a table that a test can fill.
constexpr store::Migration kFeeds[] = {
    {"feeds/0001_feeds",
     "create table feed_segment_member (segment bigint not null, customer bigint not null, "
     "to_day date);\n"
     "create table feed_customer_value (customer bigint not null, recency bigint not null, "
     "frequency bigint not null, monetary bigint not null, alive double precision, "
     "orders double precision, orders_low double precision, orders_high double precision, "
     "clv bigint, clv_low bigint, clv_high bigint, fit bigint not null);\n"}};

struct Did {
  IdentityId identity;
  Date day;
  ChannelId channel;
  Currency currency;
  std::int64_t events = 1;
  std::int64_t orders = 0;
  Micro quantity;
  Micro revenue;
  Micro cost;
  std::optional<Instant> first_ts;
  std::optional<Instant> last_ts;
  std::int64_t shipment = 0;
};
BOOST_DESCRIBE_STRUCT(Did, (),
                      (identity, day, channel, currency, events, orders, quantity, revenue, cost,
                       first_ts, last_ts, shipment))

constexpr store::Statement kAdd{
    "figures_test.add",
    "insert into events_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost, first_ts, last_ts, shipment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12)"};
constexpr store::Statement kAddDaily{
    "figures_test.add_daily",
    "insert into events_daily (day, channel, kind, currency, events, orders, quantity, revenue, "
    "cost) values (cast($1 as date), $2, 'order_completed', $3, 1, 1, 0, 0, 0) "
    "on conflict (day, channel, kind, currency) do nothing"};
constexpr store::Statement kMakeCursor{
    "figures_test.make_cursor",
    "insert into events_cursor (name, transaction_id, number, received, shipments) "
    "values ('events.shipping', 0, 0, 0, 0) on conflict (name) do nothing"};
constexpr store::Statement kSetShipped{"figures_test.shipped",
                                       "update events_cursor set shipments = $1"};
constexpr store::Statement kAddMember{
    "figures_test.add_member",
    "insert into feed_segment_member (segment, customer, to_day) values ($1, $2, null)"};
constexpr store::Statement kChanges{"figures_test.changes",
                                    "select count(*) as rows, coalesce(max(change), 0) as latest "
                                    "from feed_customer_changed"};
constexpr const store::Statement* kFigureStatements[] = {&kChanges,    &kAdd,        &kAddDaily,
                                                         &kMakeCursor, &kSetShipped, &kAddMember};

struct Changes {
  std::int64_t rows = 0;
  std::int64_t latest = 0;
};
BOOST_DESCRIBE_STRUCT(Changes, (), (rows, latest))

// What the list is to say of a customer.
struct Expected {
  std::set<std::int64_t> channels;
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro net_revenue;
  Micro margin;
  Instant first_seen{std::numeric_limits<std::int64_t>::max()};
  Instant last_seen{0};
};

class FiguresTest : public testing::PeopleTest {
 protected:
  void SetUp() override {
    PeopleTest::SetUp();
    if (IsSkipped()) return;
    figures_.emplace(
        home().location(), analytics::Options{},
        store::Registry{
            {events::analytics_migrations(), analytics_migrations(), kFeeds},
            {events::analytics_statements(), sql::analytics_statements(), kFigureStatements}});
  }
  void TearDown() override {
    figures_.reset();
    PeopleTest::TearDown();
  }

  // One shipment.
  void ship(std::vector<Did> done) {
    ++shipments_;
    for (Did& one : done)
      one.shipment = shipments_;
    did_.insert(did_.end(), done.begin(), done.end());
    figures_
        ->unit([&](analytics::Tx& tx) -> Result<void> {
          tx.change(kMakeCursor);
          tx.change(kSetShipped, shipments_);
          tx.append(kAdd, done);
          std::set<std::int64_t> channels;
          for (const Did& one : done) {
            if (channels.insert(one.channel.number()).second)
              tx.change(kAddDaily, one.day, one.channel, one.currency);
          }
          return {};
        })
        .value();
  }
  Did order(IdentityId identity, std::int64_t channel, std::int64_t units, std::int64_t ts) {
    Did did{.identity = identity, .day = Date(2026, 1, 1), .channel = ChannelId(channel)};
    did.orders = 1;
    did.revenue = Micro(units * Micro::kPerUnit);
    did.cost = Micro(units * Micro::kPerUnit / 2);
    did.first_ts = did.last_ts = Instant(ts);
    return did;
  }
  void renew() { renew_figures(store(), *figures_, clock_.now()).value(); }

  void consented(IdentityId identity) {
    keep([&](store::Tx& tx) {
      return consent::record(tx, actor(), identity,
                             {.means = consent::Means::email,
                              .purpose = consent::Purpose::marketing,
                              .source = {"form"}});
    }).value();
  }

  Listing listed(const Query& query = {}, const Sight& sight = {.names = true, .margins = true}) {
    return figures_
        ->snapshot([&](analytics::Snapshot& figures) -> Result<Listing> {
          return list(figures, store(), sight, query, clock_.now());
        })
        .value();
  }
  std::vector<CustomerId> ids(const Query& query) {
    std::vector<CustomerId> ids;
    for (const Listed& one : listed(query).customers)
      ids.push_back(one.id);
    return ids;
  }

  std::map<CustomerId, Expected> expected() {
    std::map<CustomerId, Expected> all;
    for (const Did& did : did_) {
      Expected& one = all[customer(did.identity)];
      one.channels.insert(did.channel.number());
      one.events += did.events;
      one.orders += did.orders;
      one.net_revenue += did.revenue;
      one.margin += did.revenue - did.cost;
      one.first_seen = std::min(one.first_seen, *did.first_ts);
      one.last_seen = std::max(one.last_seen, *did.last_ts);
    }
    return all;
  }
  void expect_all_right() {
    renew();
    const auto all = expected();
    const Listing listing = listed();
    ASSERT_EQ(listing.customers.size(), all.size());
    EXPECT_EQ(listing.total, std::ssize(all));
    for (const Listed& one : listing.customers) {
      const auto at = all.find(one.id);
      ASSERT_NE(at, all.end()) << to_string(one.id);
      EXPECT_EQ(one.channels.size(), at->second.channels.size());
      EXPECT_EQ(one.events, at->second.events);
      EXPECT_EQ(one.orders, at->second.orders);
      EXPECT_EQ(one.net_revenue, at->second.net_revenue);
      EXPECT_EQ(one.margin, at->second.margin);
      EXPECT_EQ(one.first_seen, at->second.first_seen);
      EXPECT_EQ(one.last_seen, at->second.last_seen);
    }
  }

  std::optional<analytics::Store> figures_;
  std::int64_t shipments_ = 0;
  std::vector<Did> did_;
};
SLUIS_ON_BOTH_HOMES(FiguresTest);

TEST_P(FiguresTest, AMergeReattributesAndUndoingItRestores) {
  const IdentityId one = user(1);
  const IdentityId other = device(2);
  ship({order(one, 1, 50, 100), order(other, 2, 30, 200)});
  expect_all_right();
  const auto merged_now = merged(alone(one), alone(other)).value();
  expect_all_right();
  const Listing together = listed();
  ASSERT_EQ(together.customers.size(), 1u);
  EXPECT_EQ(together.customers[0].last_channel, ChannelId(2));
  EXPECT_EQ(together.customers[0].orders, 2);
  undone(merged_now.operation).value();
  expect_all_right();
  EXPECT_EQ(listed().customers.size(), 2u);
}

// Known by consent alone they are customers with figures of nothing, until they do something.
TEST_P(FiguresTest, WhoOnlyGaveConsentIsACustomer) {
  const IdentityId one = email(1);
  const IdentityId other = device(2);
  renew();
  const Instant since = clock_.now();
  consented(one);
  renew();
  ASSERT_EQ(ids({}), std::vector{alone(one)});
  const Listed quiet = listed().customers.front();
  EXPECT_EQ(quiet.first_seen, since);
  EXPECT_EQ(quiet.last_channel, std::nullopt);
  EXPECT_EQ(quiet.events, 0);

  ship({order(other, 2, 30, 200)});
  renew();
  EXPECT_EQ(ids({}), (std::vector{alone(other), alone(one)}));
  const auto operation = merged(alone(one), alone(other)).value().operation;
  expect_all_right();
  undone(operation).value();
  renew();
  EXPECT_EQ(ids({}), (std::vector{alone(other), alone(one)}));

  // Worked out anew from everything, and after they did something.
  figures_
      ->unit([](analytics::Tx& tx) -> Result<void> {
        sql::clear(tx);
        return {};
      })
      .value();
  renew();
  EXPECT_EQ(ids({}), (std::vector{alone(other), alone(one)}));
  ship({order(one, 1, 50, 100)});
  expect_all_right();
}

TEST_P(FiguresTest, WhatIsKeptUpIsWhatWorkingOutEverythingGives) {
  Random random(GetParam() == store::Dialect::postgres ? 7 : 8);
  const auto any = [&](std::int64_t below) {
    return static_cast<std::int64_t>(random.below(below));
  };
  for (std::int64_t number = 1; number <= 10; ++number)
    number % 3 == 0 ? email(number, true) : device(number);
  std::vector<OperationId> operations;
  for (int step = 0; step < 60; ++step) {
    switch (any(5)) {
      case 0:
        see(IdentityId(1 + any(10)), IdentityId(11), 100 + step);
        break;
      case 1:
        if (auto done =
                merged(customer(IdentityId(1 + any(10))), customer(IdentityId(1 + any(10)))))
          operations.push_back(done->operation);
        break;
      case 2:
        if (!operations.empty()) std::ignore = undone(operations[any(std::ssize(operations))]);
        break;
      case 3: {
        const IdentityId leaves(1 + any(10));
        if (auto done = split_off(customer(leaves), {leaves}))
          operations.push_back(done->operation);
        break;
      }
      default:
        ship({order(IdentityId(1 + any(10)), 1 + any(3), any(100), 1 + any(1'000)),
              order(IdentityId(1 + any(10)), 1 + any(3), any(100), 1 + any(1'000))});
    }
    if (any(3) == 0) expect_all_right();
    if (HasFatalFailure()) return;
  }
  expect_all_right();
}

TEST_P(FiguresTest, WhatIsToldOfChangesHasAnEnd) {
  const auto changes = [&] {
    return figures_
        ->snapshot([](analytics::Snapshot& figures) -> Result<Changes> {
          return *figures.one<Changes>(kChanges);
        })
        .value();
  };
  const auto all_move = [&](std::int64_t customers) {
    std::vector<sql::Stale> stale;
    for (std::int64_t number = 1; number <= customers; ++number)
      stale.push_back({CustomerId(number)});
    figures_
        ->unit([&](analytics::Tx& tx) -> Result<void> {
          sql::change_map(tx, stale, {});
          sql::tell_stale(tx);
          sql::renew(tx, Currency());
          return {};
        })
        .value();
  };
  for (int i = 0; i < 5; ++i)
    all_move(60'000);
  EXPECT_LE(changes().rows, 200'000);
  EXPECT_GE(changes().rows, 60'000);
  EXPECT_EQ(changes().latest, 5);
  all_move(100'001);
  EXPECT_EQ(changes().rows, 1);  // everybody's
  EXPECT_EQ(changes().latest, 6);
}

TEST_P(FiguresTest, AQuietWeekIsNoReasonToLookAtEverybody) {
  ship({order(device(1), 1, 10, 100)});
  renew();
  const auto latest = [&] {
    return figures_
        ->snapshot([](analytics::Snapshot& figures) -> Result<std::int64_t> {
          return figures.one<Changes>(kChanges)->latest;
        })
        .value();
  };
  const std::int64_t before = latest();
  for (int day = 0; day < 10; ++day) {
    clock_.advance(std::chrono::hours(25));
    renew();
  }
  EXPECT_EQ(latest(), before);
  ship({order(device(2), 1, 10, 100)});
  expect_all_right();
}

TEST_P(FiguresTest, PagesInEveryOrderGiveEverybodyOnce) {
  for (std::int64_t number = 1; number <= 23; ++number)
    ship({order(device(number), number % 3, number % 5, 100 * (number % 7))});
  renew();
  for (const Sort sort : enum_values<Sort>()) {
    for (const bool descending : {true, false}) {
      std::set<CustomerId> seen;
      Query query{.sort = sort, .descending = descending, .limit = 4};
      do {
        const Listing page = listed(query);
        EXPECT_EQ(page.total.has_value(), !query.after.has_value());
        for (const Listed& one : page.customers)
          EXPECT_TRUE(seen.insert(one.id).second) << enum_name(sort);
        query.after = page.next;
      } while (query.after);
      EXPECT_EQ(seen.size(), 23u) << enum_name(sort);
    }
  }
}

TEST_P(FiguresTest, FiltersHoldTogether) {
  ship({order(device(1), 1, 10, 100), order(device(2), 1, 20, 200), order(device(3), 2, 30, 300),
        order(device(2), 2, 5, 250)});
  renew();
  figures_
      ->unit([&](analytics::Tx& tx) -> Result<void> {
        tx.change(kAddMember, SegmentId(5), CustomerId(2));
        tx.change(kAddMember, SegmentId(5), CustomerId(3));
        return {};
      })
      .value();
  using Ids = std::vector<CustomerId>;
  EXPECT_EQ(ids({}), (Ids{CustomerId(3), CustomerId(2), CustomerId(1)}));
  EXPECT_EQ(ids({.filter = {.channel = ChannelId(1)}}), (Ids{CustomerId(2), CustomerId(1)}));
  EXPECT_EQ(ids({.filter = {.segment = SegmentId(5)}}), (Ids{CustomerId(3), CustomerId(2)}));
  EXPECT_EQ(ids({.filter = {.channel = ChannelId(1), .segment = SegmentId(5)}}),
            Ids{CustomerId(2)});
  EXPECT_EQ(ids({.filter = {.revenue_from = Micro(11'000'000), .seen_to = Instant(300)}}),
            Ids{CustomerId(2)});
  EXPECT_EQ(ids({.filter = {.search = to_string(CustomerId(1))}}), Ids{CustomerId(1)});
  EXPECT_EQ(ids({.filter = {.orders_from = 2}}), Ids{CustomerId(2)});
}

TEST_P(FiguresTest, ChannelsMayBeMoreThanThereAreBits) {
  std::vector<Did> done;
  for (std::int64_t channel = 1; channel <= 70; ++channel) {
    done.push_back(order(device(1), channel, 1, channel));
    if (channel % 2 == 0) done.push_back(order(device(2), channel, 2, channel));
  }
  ship(done);
  renew();
  using Ids = std::vector<CustomerId>;
  for (const std::int64_t channel : {1, 61, 63, 65, 69})
    EXPECT_EQ(ids({.filter = {.channel = ChannelId(channel)}}), Ids{CustomerId(1)}) << channel;
  for (const std::int64_t channel : {2, 62, 64, 66, 70}) {
    EXPECT_EQ(ids({.filter = {.channel = ChannelId(channel)}}),
              (Ids{CustomerId(2), CustomerId(1)}));
  }
  EXPECT_TRUE(ids({.filter = {.channel = ChannelId(71)}}).empty());
  EXPECT_EQ(listed().customers.back().channels.size(), 70u);
  expect_all_right();
}

TEST_P(FiguresTest, APageKnowsEverybodyByAllTheirIdentities) {
  const auto kim = email(1);
  const auto phone = known(2, identities::Kind::phone);
  const auto bob = email(3);
  keep([&](store::Tx& tx) -> Result<void> {
    note_told(tx, kim, std::vector<Told>{{"first_name", "Kim"}}, Instant(1));
    note_told(tx, phone, std::vector<Told>{{"last_name", "Jansen"}}, Instant(1));
    note_told(tx, bob, std::vector<Told>{{"name", "Bob"}}, Instant(1));
    return {};
  }).value();
  merged(alone(kim), alone(phone)).value();
  ship({order(kim, 1, 10, 100), order(bob, 1, 5, 100), order(device(4), 1, 1, 100)});
  renew();
  const auto people = listed().customers;
  ASSERT_EQ(people.size(), 3u);
  EXPECT_EQ(people[0].name, "Kim Jansen");
  EXPECT_EQ(people[0].email, "1");
  EXPECT_EQ(people[0].phone, "2");
  EXPECT_EQ(people[1].name, "Bob");
  EXPECT_EQ(people[1].phone, std::nullopt);
  EXPECT_EQ(people[2].name, "");
}

TEST_P(FiguresTest, EachRoleSeesItsPart) {
  const IdentityId kim = keep([&](store::Tx& tx) {
                           return consent::remember_identity(tx, identities::Kind::email,
                                                             "kim@example.com", clock_.now());
                         }).value();
  ship({order(kim, 1, 10, 100)});
  renew();
  const Listed figures_only = listed({}, {.margins = true}).customers.front();
  EXPECT_EQ(figures_only.email, std::nullopt);
  EXPECT_EQ(figures_only.margin, Micro(5'000'000));
  const Listed names_only = listed({}, {.names = true}).customers.front();
  EXPECT_EQ(names_only.email, "kim@example.com");
  EXPECT_EQ(names_only.margin, std::nullopt);
}

}  // namespace
}  // namespace sluis::customers
