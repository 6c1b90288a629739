// Who is in a segment: the one statement against the definition, and the history that is kept of
// it.
#include <set>

#include "kernel/random.h"
#include "platform/analytics/testing.h"
#include "segments/compiled.h"
#include "segments/store_members.h"

namespace sluis::segments {

std::span<const store::Migration> analytics_migrations();

namespace {

using store::Migration;
using store::Statement;

// What the rooms below publish, as tables that a test can fill.
constexpr Migration kFeeds[] = {
    {"feeds/0001_feeds",
     "create table feed_event (identity bigint not null, day date not null, channel bigint not "
     "null, kind text not null, counted boolean not null, quantity bigint, revenue bigint, cost "
     "bigint, currency text not null);\n"
     "create table feed_identity_day (identity bigint not null, day date not null, channel bigint "
     "not null, currency text not null, events bigint not null, orders bigint not null, quantity "
     "bigint not null, revenue bigint not null, cost bigint not null);\n"
     "create table feed_daily (day date not null);\n"
     "create table feed_customer (customer bigint not null, channels bigint not null, events "
     "bigint "
     "not null, orders bigint not null, units bigint not null, net_revenue bigint not null, margin "
     "bigint not null, last_order date);\n"
     "create table feed_customer_channel (customer bigint not null, channel bigint not null, "
     "events "
     "bigint not null, orders bigint not null, units bigint not null, net_revenue bigint not null, "
     "margin bigint not null, last_order date);\n"
     "create table feed_customer_erased (customer bigint not null);\n"
     "create table feed_customer_changed (customer bigint not null, change bigint not null);\n"
     "create table feed_customer_money (currency text not null);\n"
     "create table feed_channel (channel bigint not null, code text not null);\n"
     "create table feed_customer_of (identity bigint not null, customer bigint not null);\n"}};

struct EventRow {
  std::int64_t identity = 0;
  Date day;
  std::int64_t channel = 0;
  std::string kind;
  bool counted = true;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;

  bool is_order() const { return kind == "order_completed"; }
};
BOOST_DESCRIBE_STRUCT(EventRow, (),
                      (identity, day, channel, kind, counted, quantity, revenue, cost, currency))

struct DayRow {
  std::int64_t identity = 0;
  Date day;
  std::int64_t channel = 0;
  Currency currency;
  std::int64_t events = 1;
  std::int64_t orders = 0;
  Micro quantity;
  Micro revenue;
  Micro cost;
};
BOOST_DESCRIBE_STRUCT(DayRow, (),
                      (identity, day, channel, currency, events, orders, quantity, revenue, cost))

struct ChannelRow {
  std::int64_t channel = 0;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(ChannelRow, (), (channel, code))

struct CustomerOf {
  std::int64_t identity = 0;
  std::int64_t customer = 0;
};
BOOST_DESCRIBE_STRUCT(CustomerOf, (), (identity, customer))

constexpr Statement kAddEvent{
    "feeds.add_event",
    "insert into feed_event (identity, day, channel, kind, counted, quantity, revenue, cost, "
    "currency) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kAddDay{
    "feeds.add_day",
    "insert into feed_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kAddChanged{
    "feeds.add_changed", "insert into feed_customer_changed (customer, change) values ($1, $2)"};
constexpr Statement kAddChannel{"feeds.add_channel",
                                "insert into feed_channel (channel, code) values ($1, $2)"};
constexpr Statement kAddCustomer{
    "feeds.add_customer", "insert into feed_customer_of (identity, customer) values ($1, $2)"};
constexpr Statement kForgetFigures{"feeds.forget_figures", "delete from feed_customer"};
constexpr Statement kForgetChannels{"feeds.forget_channels", "delete from feed_customer_channel"};
constexpr Statement kForgetDaily{"feeds.forget_daily", "delete from feed_daily"};
constexpr Statement kAddDaily{
    "feeds.add_daily", "insert into feed_daily (day) select max(day) from feed_identity_day"};
constexpr Statement kAddChannelFigures{
    "feeds.add_channel_figures",
    "insert into feed_customer_channel (customer, channel, events, orders, units, net_revenue, "
    "margin, last_order) select coalesce(m.customer, d.identity), d.channel, "
    "cast(sum(d.events) as bigint), cast(sum(d.orders) as bigint), "
    "cast(sum(d.quantity) as bigint), "
    "cast(sum(case when d.currency = 'EUR' then d.revenue else 0 end) as bigint), "
    "cast(sum(case when d.currency = 'EUR' then d.revenue - d.cost else 0 end) as bigint), "
    "max(case when d.orders > 0 then d.day end) from feed_identity_day d "
    "left join feed_customer_of m on m.identity = d.identity "
    "group by coalesce(m.customer, d.identity), d.channel"};
constexpr Statement kAddFigures{
    "feeds.add_figures",
    "insert into feed_customer (customer, channels, events, orders, units, net_revenue, margin, "
    "last_order) select customer, count(*), cast(sum(events) as bigint), "
    "cast(sum(orders) as bigint), cast(sum(units) as bigint), cast(sum(net_revenue) as bigint), "
    "cast(sum(margin) as bigint), max(last_order) from feed_customer_channel group by customer"};
constexpr const Statement* kStatements[] = {&kAddEvent,          &kAddDay,      &kAddChannel,
                                            &kAddCustomer,       &kAddChanged,  &kForgetFigures,
                                            &kForgetChannels,    &kForgetDaily, &kAddDaily,
                                            &kAddChannelFigures, &kAddFigures};

constexpr Date kFirst{2026, 1, 1};
constexpr std::int64_t kDays = 40;
const Currency kEuro;

Date day_number(std::int64_t number) {
  return kFirst + std::chrono::days(number);
}

// ---- The definition: what a condition means, over events that are at hand

std::int64_t measured(const std::vector<EventRow>& events, const Condition& condition, Date last) {
  const Date first = condition.days ? last + std::chrono::days(1 - condition.days->number) : kFirst;
  std::int64_t sum = 0;
  std::set<std::int64_t> channels;
  std::optional<std::int64_t> days_ago;
  for (const EventRow& event : events) {
    if (event.day < first || event.day > last) continue;
    if (condition.kind && condition.kind->text != event.kind) continue;
    if (condition.channel && condition.channel->text != "c" + std::to_string(event.channel))
      continue;
    const bool counts = event.counted && event.currency == kEuro;
    const std::int64_t revenue = counts ? event.revenue.value_or(Micro()).units() : 0;
    const std::int64_t cost = counts ? event.cost.value_or(Micro()).units() : 0;
    const bool order = event.counted && event.is_order();
    switch (condition.measure) {
      case Measure::net_revenue:
        sum += revenue;
        break;
      case Measure::margin:
        sum += revenue - cost;
        break;
      case Measure::orders:
        sum += order ? 1 : 0;
        break;
      case Measure::units:
        sum += event.counted ? event.quantity.value_or(Micro()).units() : 0;
        break;
      case Measure::events:
        ++sum;
        break;
      case Measure::channels:
        channels.insert(event.channel);
        break;
      case Measure::days_since_order:
        if (order) days_ago = std::min(days_ago.value_or(last - event.day), last - event.day);
        break;
    }
  }
  if (condition.measure == Measure::channels) return std::ssize(channels);
  if (condition.measure == Measure::days_since_order)
    return days_ago.value_or(std::numeric_limits<std::int64_t>::max());
  return sum;
}

bool is_true(const std::vector<EventRow>& events, const Condition& condition, Date last) {
  const bool micro = condition.measure == Measure::net_revenue ||
                     condition.measure == Measure::margin || condition.measure == Measure::units;
  const std::int64_t value = condition.value.units() / (micro ? 1 : Micro::kPerUnit);
  const std::int64_t found = measured(events, condition, last);
  return condition.is == Comparison::at_least ? found >= value : found <= value;
}

bool is_true(const std::vector<EventRow>& events, const Rule& rule, Date last) {
  std::uint64_t mask = 0;
  const std::vector<Condition> conditions = conditions_of(rule);
  for (std::size_t i = 0; i < conditions.size(); ++i)
    mask |= std::uint64_t{is_true(events, conditions[i], last)} << i;
  return holds(rule, mask);
}

// ---- A company at random

Condition any_condition(Random& random) {
  Condition condition;
  const auto measures = enum_values<Measure>();
  condition.measure = measures[random.below(measures.size())];
  condition.is = random.below(2) == 0 ? Comparison::at_least : Comparison::at_most;
  condition.value = Micro(static_cast<std::int64_t>(random.below(6)) * Micro::kPerUnit);
  if (random.below(2) == 0)
    condition.days = Whole<1, 3'660>{1 + static_cast<std::int64_t>(random.below(kDays))};
  if (random.below(3) == 0) condition.channel = Slug{"c" + std::to_string(1 + random.below(4))};
  if (random.below(4) == 0 && condition.measure != Measure::days_since_order)
    condition.kind = {random.below(2) == 0 ? "order_completed" : "store_visited"};
  return condition;
}

Rule any_rule(Random& random, int depth) {
  Rule rule;
  const std::uint64_t shape = depth == 0 ? 0 : random.below(4);
  if (shape == 0) {
    rule.where = any_condition(random);
    return rule;
  }
  std::vector<Rule> parts;
  for (std::uint64_t i = 0; i <= random.below(3); ++i)
    parts.push_back(any_rule(random, depth - 1));
  (shape == 1 ? rule.all : shape == 2 ? rule.any : rule.none) = std::move(parts);
  return rule;
}

EventRow any_event(Random& random) {
  static constexpr std::array kKinds = {"store_visited", "order_completed", "order_refunded"};
  EventRow event{.identity = 1 + static_cast<std::int64_t>(random.below(12)),
                 .day = day_number(static_cast<std::int64_t>(random.below(kDays))),
                 .channel = 1 + static_cast<std::int64_t>(random.below(3)),
                 .kind = kKinds.at(random.below(3))};
  if (event.kind == "store_visited") return event;
  const std::int64_t sign = event.is_order() ? 1 : -1;
  event.counted = random.below(8) != 0;
  event.quantity = Micro(sign * Micro::kPerUnit);
  event.revenue = Micro(sign * static_cast<std::int64_t>(random.below(4) * Micro::kPerUnit));
  event.cost = Micro(event.revenue->units() / 2);
  if (random.below(6) == 0) event.currency = *Currency::parse("USD");
  return event;
}

DayRow sums_of(const EventRow& event) {
  DayRow row{.identity = event.identity,
             .day = event.day,
             .channel = event.channel,
             .currency = event.currency};
  if (!event.counted || !event.quantity) return row;
  row.orders = event.is_order() ? 1 : 0;
  row.quantity = *event.quantity;
  row.revenue = *event.revenue;
  row.cost = *event.cost;
  return row;
}

class MembersTest : public analytics::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    store::Registry registry;
    registry.migrations = {kFeeds, analytics_migrations()};
    registry.statements = {kStatements, sql::analytics_statements()};
    open_analytics(registry);
    change([](analytics::Tx& tx) {
      tx.append(kAddChannel, std::vector<ChannelRow>{{1, "c1"}, {2, "c2"}, {3, "c3"}});
      tx.append(kAddCustomer, std::vector<CustomerOf>{{1, 100}, {2, 100}, {3, 101}, {4, 101}});
    });
  }

  void change(const std::function<void(analytics::Tx&)>& f) {
    analytics()
        .unit([&](analytics::Tx& tx) -> Result<void> {
          f(tx);
          return {};
        })
        .value();
  }
  template <class F>
  auto look(F&& f) {
    using Value = std::invoke_result_t<F&, analytics::Snapshot&>;
    return analytics()
        .snapshot([&](analytics::Snapshot& figures) -> Result<Value> { return f(figures); })
        .value();
  }

  void happen(const std::vector<EventRow>& events) {
    ++changes_;
    std::vector<DayRow> sums;
    for (const EventRow& event : events) {
      by_customer_[customer(event.identity)].push_back(event);
      sums.push_back(sums_of(event));
    }
    change([&](analytics::Tx& tx) {
      tx.append(kAddEvent, events);
      tx.append(kAddDay, sums);
      for (const EventRow& event : events)
        tx.change(kAddChanged, customer(event.identity), changes_);
      renew_figures(tx);
    });
  }
  void happen(Random& random, int count) {
    std::vector<EventRow> events;
    for (int i = 0; i < count; ++i)
      events.push_back(any_event(random));
    happen(events);
  }

  // As customers does.
  static void renew_figures(analytics::Tx& tx) {
    for (const Statement* one : {&kForgetFigures, &kForgetChannels, &kForgetDaily, &kAddDaily,
                                 &kAddChannelFigures, &kAddFigures})
      tx.change(*one);
  }

  static std::int64_t customer(std::int64_t identity) {
    return identity <= 2 ? 100 : identity <= 4 ? 101 : identity;
  }

  std::set<std::int64_t> defined(const Rule& rule, Date day) {
    std::set<std::int64_t> members;
    for (const auto& [number, events] : by_customer_) {
      if (is_true(events, rule, day)) members.insert(number);
    }
    return members;
  }
  std::set<std::int64_t> kept(const Segment& segment, Date day, Instant known) {
    const auto found = look([&](analytics::Snapshot& figures) {
      return members(figures, segment.id, day, known, CustomerId(0), 1'000);
    });
    std::set<std::int64_t> numbers;
    for (const Member& member : found)
      numbers.insert(member.customer.number());
    return numbers;
  }
  Refreshed refreshed(const Segment& segment, Date day,
                      std::optional<std::int64_t> changed_after = {}) {
    now_ = now_ + Duration(1);
    return analytics()
        .unit([&](analytics::Tx& tx) -> Result<Refreshed> {
          return refresh(tx, segment, kEuro,
                         {.day = day, .now = now_, .changed_after = changed_after});
        })
        .value();
  }

  std::map<std::int64_t, std::vector<EventRow>> by_customer_;
  std::int64_t changes_ = 0;
  Instant now_{1'000};
};

Segment segment_of(std::int64_t id, Rule rule) {
  return {.id = SegmentId(id), .rule = std::move(rule)};
}

TEST_P(MembersTest, AreThoseForWhomTheRuleHolds) {
  Random random(7);
  happen(random, 150);
  for (int round = 0; round < 60; ++round) {
    const Rule rule = any_rule(random, 3);
    if (!problems_of(rule).empty()) continue;
    const Date day = day_number(static_cast<std::int64_t>(random.below(kDays)));
    const Segment segment = segment_of(round + 1, rule);
    refreshed(segment, day);
    EXPECT_EQ(kept(segment, day, now_), defined(rule, day)) << to_json(rule);
    const Size size =
        look([&](analytics::Snapshot& figures) { return size_of(figures, rule, kEuro, day); });
    EXPECT_EQ(size.members, std::ssize(defined(rule, day)));
    EXPECT_EQ(size.customers, std::ssize(by_customer_));
  }
}

TEST_P(MembersTest, OfWhatIsNewAreTheSameAsOfEverything) {
  Random random(11);
  const Date day = day_number(kDays);
  for (int round = 0; round < 12; ++round) {
    const Segment step_by_step = segment_of(2 * round + 1, any_rule(random, 3));
    const Segment at_once = segment_of(2 * round + 2, step_by_step.rule);
    refreshed(step_by_step, day);
    for (int batch = 0; batch < 4; ++batch) {
      happen(random, 4);
      refreshed(step_by_step, day, changes_ - 1);
    }
    refreshed(at_once, day);
    EXPECT_EQ(kept(step_by_step, day, now_), kept(at_once, day, now_)) << to_json(at_once.rule);
  }
}

// The customers 5 and 6 become one, under the number 500.
TEST_P(MembersTest, FollowWhoeverIsMerged) {
  Random random(13);
  happen(random, 80);
  const Date day = day_number(kDays);
  std::vector<Segment> segments;
  for (int round = 0; round < 12; ++round) {
    segments.push_back(segment_of(2 * round + 1, any_rule(random, 2)));
    refreshed(segments.back(), day);
  }
  ++changes_;
  change([&](analytics::Tx& tx) {
    tx.append(kAddCustomer, std::vector<CustomerOf>{{5, 500}, {6, 500}});
    for (const std::int64_t one : {5, 6, 500})
      tx.change(kAddChanged, one, changes_);
    renew_figures(tx);
  });
  for (const Segment& step_by_step : segments) {
    const Segment at_once = segment_of(step_by_step.id.number() + 1, step_by_step.rule);
    refreshed(step_by_step, day, changes_ - 1);
    refreshed(at_once, day);
    EXPECT_EQ(kept(step_by_step, day, now_), kept(at_once, day, now_)) << to_json(at_once.rule);
  }
}

TEST_P(MembersTest, AreRememberedByDayAndByWhatWasKnown) {
  Rule rule;
  rule.where =
      Condition{.measure = Measure::orders, .value = Micro(Micro::kPerUnit), .days = {{3}}};
  const Segment segment = segment_of(1, rule);
  const auto order = [&](std::int64_t identity, std::int64_t day) {
    EventRow event{.identity = identity, .day = day_number(day), .kind = "order_completed"};
    event.channel = 1;
    event.quantity = event.revenue = event.cost = Micro();
    return event;
  };
  happen({order(5, 0), order(6, 4)});
  for (std::int64_t day = 0; day < 10; ++day)
    refreshed(segment, day_number(day));
  const Instant before = now_;
  using Numbers = std::set<std::int64_t>;
  EXPECT_EQ(kept(segment, day_number(2), now_), Numbers{5});
  EXPECT_EQ(kept(segment, day_number(3), now_), Numbers{});
  EXPECT_EQ(kept(segment, day_number(6), now_), Numbers{6});
  EXPECT_EQ(kept(segment, day_number(7), now_), Numbers{});
  // What is known later is told of the day on which it is worked out; the past stays as it was.
  happen({order(7, 9)});
  const Refreshed late = refreshed(segment, day_number(9));
  EXPECT_EQ(late.entered, 1);
  EXPECT_EQ(kept(segment, day_number(9), now_), Numbers{7});
  EXPECT_EQ(kept(segment, day_number(9), before), Numbers{});
}

// Who has what margin, in two periods of ten days.
TEST_P(MembersTest, StandInTiersByTheirMargin) {
  std::vector<EventRow> events;
  const auto event = [&](std::int64_t identity, std::int64_t day, std::int64_t euros) {
    EventRow one{.identity = identity, .day = day_number(day), .kind = "store_visited"};
    if (euros > 0) {
      one.kind = "order_completed";
      one.quantity = one.cost = Micro();
      one.revenue = Micro(euros * Micro::kPerUnit);
    }
    events.push_back(one);
  };
  for (std::int64_t identity = 10; identity < 110; ++identity)
    event(identity, 12, identity);  // a hundred buyers now, the best is 109
  event(109, 2, 5);                 // the other buyer of before
  event(200, 3, 7);                 // bought before only
  event(201, 13, 0);                // looks
  event(202, 1, 0);                 // looked
  happen(events);
  const auto found = look([&](analytics::Snapshot& figures) {
    return movements(figures, {}, kEuro, {day_number(0), day_number(10)},
                     {day_number(10), day_number(20)});
  });
  std::map<std::pair<std::string, Tier>, std::int64_t> moved;
  Micro margin;
  for (const Movement& one : found) {
    const std::string before(one.before ? enum_name(*one.before) : "new");
    moved[{before, one.now}] = one.customers;
    margin += one.margin;
  }
  // Of two buyers the second is small already.
  const std::map<std::pair<std::string, Tier>, std::int64_t> expected = {
      {{"small", Tier::top}, 1},       {{"new", Tier::large}, 4},    {{"new", Tier::medium}, 15},
      {{"new", Tier::small}, 80},      {{"top", Tier::inactive}, 1}, {{"new", Tier::prospect}, 1},
      {{"prospect", Tier::suspect}, 1}};
  EXPECT_EQ(moved, expected);
  EXPECT_EQ(margin, Micro((10 + 109) * 100 / 2 * Micro::kPerUnit));
}

SLUIS_ON_BOTH_HOMES(MembersTest);

}  // namespace
}  // namespace sluis::segments
