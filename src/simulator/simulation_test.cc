#include "simulator/simulation.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "simulator/places.h"

namespace sluis::simulator {
namespace {

constexpr int kYear = 365;

Settings settings_of(WorldName world, std::uint32_t customers, std::uint64_t seed = 5) {
  return {.world = world, .seed = seed, .customers = customers, .from = Date(2025, 1, 1)};
}

std::vector<Event> events_of(Simulation& simulation, int days) {
  std::vector<Event> all;
  for (int day = 0; day < days; ++day) {
    const std::vector<Event>& events = simulation.next_day();
    all.insert(all.end(), events.begin(), events.end());
  }
  return all;
}

// A year of a company; made once for all tests that only look at it.
struct Year {
  explicit Year(WorldName world, std::uint32_t customers = 3'000)
      : simulation(settings_of(world, customers)), events(events_of(simulation, kYear)) {}
  const ActTruth& act(Act act) const {
    return simulation.tally().acts()[static_cast<std::size_t>(act)];
  }
  Simulation simulation;
  std::vector<Event> events;
};

const Year& simple_year() {
  static const Year year(WorldName::simple);
  return year;
}

TEST(Simulation, TheSameSeedGivesTheSameEvents) {
  Simulation one(settings_of(WorldName::simple, 300));
  Simulation two(settings_of(WorldName::simple, 300));
  Simulation other(settings_of(WorldName::simple, 300, 6));
  const auto events = events_of(one, 60);
  EXPECT_TRUE(events == events_of(two, 60));
  EXPECT_FALSE(events == events_of(other, 60));
}

TEST(Simulation, ACustomerIsTheSameHoweverManyOthersThereAre) {
  const Simulation few(settings_of(WorldName::simple, 10));
  const Simulation many(settings_of(WorldName::simple, 1'000));
  EXPECT_TRUE(std::ranges::equal(few.customers(), std::span(many.customers()).first(10)));
}

TEST(Simulation, EveryPlaceKindAndMarkIsUsed) {
  std::set<Place> places;
  std::set<Kind> kinds;
  std::set<Mark> marks;
  for (const Event& event : simple_year().events) {
    places.insert(event.place);
    kinds.insert(event.kind);
    marks.insert(event.seen[0].mark);
  }
  EXPECT_EQ(places.size(), enum_values<Place>().size());
  EXPECT_EQ(kinds.size(), enum_values<Kind>().size());
  EXPECT_EQ(marks.size(), enum_values<Mark>().size());
}

TEST(Simulation, EventsComeInTheOrderOfTime) {
  EXPECT_TRUE(std::ranges::is_sorted(simple_year().events, {}, &Event::ts));
}

TEST(Simulation, EventsHappenWhileItIsOpen) {
  constexpr std::int64_t kMorning_s = 5 * 3600;        // clocks have changed by then
  constexpr std::int64_t kAfterLastEntry_s = 75 * 60;  // a call that waited, with its order
  for (const Event& event : simple_year().events) {
    if (event.kind == Kind::order_refunded) continue;
    const Date day = local_day(event.ts);
    const Opening& opening = opening_of(hours_of(event.place), day);
    const std::int64_t second =
        kMorning_s + (event.ts - at_local(day, kMorning_s)).count() / 1'000'000;
    ASSERT_GE(second, opening.opens * 60) << to_string(event.ts);
    ASSERT_LT(second, opening.closes * 60 + kAfterLastEntry_s) << to_string(event.ts);
  }
}

TEST(Simulation, AmountsAreWholeCents) {
  constexpr std::int64_t kCent = 10'000;
  for (const Event& event : simple_year().events) {
    ASSERT_EQ(event.revenue.units() % kCent, 0);
    ASSERT_EQ(event.cost.units() % kCent, 0);
  }
}

// Orders by their key and line, so that what is told twice would be found.
using LineKey = std::tuple<std::int64_t, std::uint32_t, int, int>;

LineKey key_of(const Event& event) {
  return {event.order.day.days().time_since_epoch().count(), event.order.customer,
          event.order.number, event.line};
}

TEST(Simulation, WhatComesBackWasSoldOnce) {
  std::map<LineKey, const Event*> sold;
  std::set<LineKey> returned;
  for (const Event& event : simple_year().events) {
    const bool sale = event.kind == Kind::order_completed || event.kind == Kind::order_line;
    if (sale) ASSERT_TRUE(sold.emplace(key_of(event), &event).second);
    if (event.kind != Kind::order_refunded) continue;
    ASSERT_TRUE(returned.insert(key_of(event)).second);
    const Event& line = *sold.at(key_of(event));
    EXPECT_EQ(event.revenue, -line.revenue);
    EXPECT_EQ(event.cost, -line.cost);
    EXPECT_EQ(event.quantity, -line.quantity);
    EXPECT_EQ(event.place, line.place);
    EXPECT_GT(event.ts, line.ts);
  }
  EXPECT_GT(returned.size(), 100U);
}

TEST(Simulation, TheTruthIsTheSumOfTheEvents) {
  const Year& year = simple_year();
  Micro revenue;
  Micro margin;
  std::int64_t orders = 0;
  for (const Event& event : year.events) {
    revenue += event.revenue;
    margin += event.revenue - event.cost;
    if (event.kind == Kind::order_completed) ++orders;
  }
  for (const PlaceTruth& place : year.simulation.tally().places()) {
    revenue += -place.net_revenue();
    margin += -place.margin();
    orders -= place.orders;
  }
  EXPECT_EQ(revenue, Micro());
  EXPECT_EQ(margin, Micro());
  EXPECT_EQ(orders, 0);
}

TEST(Simulation, ControlGroupsAreLeftAlone) {
  const Year& year = simple_year();
  for (const Event& event : year.events) {
    const Customer& customer = year.simulation.customers()[event.customer];
    if (event.kind == Kind::call_offered) ASSERT_FALSE(customer.call_held_out);
    if (event.kind == Kind::mail_delivered) ASSERT_FALSE(customer.mail_held_out);
    if (event.kind == Kind::mail_delivered) ASSERT_TRUE(customer.takes_mail);
  }
}

// What is expected of each customer, over the mailings each got, against what came.
TEST(Simulation, MailBringsWhatIsExpectedOfIt) {
  const Year& year = simple_year();
  double expected = 0;
  for (const Event& event : year.events) {
    const Customer& customer = year.simulation.customers()[event.customer];
    if (event.kind == Kind::mail_delivered) expected += customer.mail_uplift * customer.buys;
  }
  const auto brought = static_cast<double>(year.act(Act::mail).incremental_orders);
  EXPECT_NEAR(brought, expected, 5 * std::sqrt(expected));
}

TEST(Worlds, TheTelephoneOnlyCannibalises) {
  const Year year(WorldName::telephone_cannibalises, 1'000);
  EXPECT_GT(year.act(Act::call).times, 300);
  EXPECT_EQ(year.act(Act::call).incremental_orders, 0);
  EXPECT_EQ(year.act(Act::call).incremental_margin, Micro());
  EXPECT_GT(year.simulation.tally().places()[index_of(Place::contact_centre)].orders, 50);
}

TEST(Worlds, TheTelephonePays) {
  const Year year(WorldName::telephone_pays, 1'000);
  EXPECT_GT(year.act(Act::call).incremental_orders, 30);
  EXPECT_GT(year.act(Act::call).incremental_margin, Micro());
}

TEST(Worlds, CallsWearOff) {
  Simulation simulation(settings_of(WorldName::drift, 6'000));
  events_of(simulation, 180);
  const ActTruth half = simulation.tally().acts()[0];
  events_of(simulation, 185);
  const ActTruth whole = simulation.tally().acts()[0];
  EXPECT_GT(half.incremental_orders, 0);
  EXPECT_LT(whole.incremental_orders - half.incremental_orders, half.incremental_orders);
  const Customer& customer = simulation.customers()[0];
  const World& world = simulation.scene().world;
  EXPECT_LT(uplift_of_call(customer, world, kYear, false),
            uplift_of_call(customer, world, 0, false));
}

TEST(Worlds, ACallAfterAMailingIsAnother) {
  const Simulation simulation(settings_of(WorldName::interactions, 500));
  const World& world = simulation.scene().world;
  double plain = 0;
  double after_mail = 0;
  for (const Customer& customer : simulation.customers()) {
    if (customer.kind != CustomerKind::consumer) continue;
    plain += uplift_of_call(customer, world, 0, false);
    after_mail += uplift_of_call(customer, world, 0, true);
  }
  EXPECT_LT(plain, 0);
  EXPECT_GT(after_mail, 0);
}

// Of all revenue but that of resellers, the part that the best hundredth of orders makes.
double top_hundredth(const Year& year) {
  std::vector<double> orders;
  for (const Event& event : year.events) {
    if (event.kind == Kind::order_line && event.place != Place::reseller)
      orders.push_back(static_cast<double>(event.revenue.units()));
  }
  std::ranges::sort(orders, std::greater());
  double top = 0;
  double all = 0;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    all += orders[i];
    if (i < orders.size() / 100) top += orders[i];
  }
  return top / all;
}

TEST(Worlds, FewOrdersMakeMuchOfAHeavyTail) {
  EXPECT_GT(top_hundredth(Year(WorldName::heavy_tails, 2'000)), 2 * top_hundredth(simple_year()));
}

TEST(Worlds, EachIsToldInTwoLanguages) {
  for (const WorldName name : enum_values<WorldName>())
    EXPECT_FALSE(summary_of(name).nl.empty());
}

}  // namespace
}  // namespace sluis::simulator
