#include "methods/erlang.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "methods/queue_price.h"

namespace sluis::methods {
namespace {

// The table of Erlang B: the load at which one in a hundred finds all servers busy.
TEST(Erlang, BlocksAsTheTableSays) {
  EXPECT_NEAR(erlang_b(0.0101, 1), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(1.361, 5), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(4.461, 10), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(12.03, 20), 0.01, 1e-4);
  EXPECT_NEAR(erlang_b(84.06, 100), 0.01, 1e-4);
}

// I. Angus, "An introduction to Erlang B and Erlang C" (2001), and the worked example of Mitan:
// 0.2 calls a second of 240 s, 55 agents.
TEST(Erlang, WaitsAsTheWorkedExampleSays) {
  const Demand demand{.arrivals_per_s = 0.2, .handling_s = 240, .servers = 55};
  EXPECT_NEAR(erlang_c(48, 55), 0.239, 5e-4);
  EXPECT_NEAR(expected(demand).wait_s, 8.2, 0.05);
  EXPECT_NEAR(service_level(demand, 15), 0.846, 5e-4);
  EXPECT_NEAR(expected(demand).busy, 48.0 / 55, 1e-9);
}

// Garnett, Mandelbaum and Reiman (2002), table 1: 50 agents, 48 calls a minute of a minute, with
// and without a patience of two minutes.
TEST(Erlang, LosesTheImpatientAsPublished) {
  const Demand demand{.arrivals_per_s = 0.8, .handling_s = 60, .servers = 50};
  const Expected patient = expected(demand);
  EXPECT_NEAR(patient.wait_s, 20.8, 0.05);
  EXPECT_NEAR(patient.queue, 17, 0.5);
  EXPECT_NEAR(patient.busy, 0.96, 5e-4);
  const Expected leaving = expected(demand, 120);
  EXPECT_NEAR(leaving.abandoned, 0.031, 5e-4);
  EXPECT_NEAR(leaving.wait_s, 3.7, 0.05);
  EXPECT_NEAR(leaving.queue, 3, 0.5);
  EXPECT_NEAR(leaving.busy, 0.93, 5e-3);
}

TEST(Erlang, TellsHowLongFromTheStateNow) {
  EXPECT_EQ(wait_now_s(1, 10, 1, 300), 0);
  EXPECT_EQ(wait_now_s(1, 10, 0, 300), 30);
  EXPECT_EQ(wait_now_s(4, 10, 1, 300), 90);
  EXPECT_TRUE(std::isinf(wait_now_s(1, 0, 0, 300)));
}

RC_GTEST_PROP(ErlangProperties, HoldTogether, ()) {
  const int servers = *rc::gen::inRange(1, 200);
  const double load = *rc::gen::inRange(1, 1000) / 1000.0 * servers * 0.999;
  const Demand demand{.arrivals_per_s = load / 60, .handling_s = 60, .servers = servers};
  const Expected all = expected(demand);
  RC_ASSERT(erlang_b(load, servers) <= erlang_c(load, servers));
  RC_ASSERT(all.waits >= 0 && all.waits <= 1);
  // Whoever never loses patience is one of Erlang C's; impatience shortens the line.
  const Expected calm = expected(demand, 1e9);
  if (load < 0.95 * servers)
    RC_ASSERT(std::abs(calm.wait_s - all.wait_s) < 1e-3 * (1 + all.wait_s));
  RC_ASSERT(expected(demand, 60).wait_s <= all.wait_s + 1e-9);
  const int enough = servers_for(demand.arrivals_per_s, 60, 20, 0.8);
  const Demand staffed{
      .arrivals_per_s = demand.arrivals_per_s, .handling_s = 60, .servers = enough};
  RC_ASSERT(service_level(staffed, 20) >= 0.8);
}

constexpr double kPatience_s = 180;
constexpr double kWaitingCostPer_s = 0.01;

// What all who come in an hour wait, in money.
double waited(const Demand& demand) {
  return 3'600 * kWaitingCostPer_s * demand.arrivals_per_s * expected(demand, kPatience_s).wait_s;
}

// Where nobody is turned away the answer is known: the waiting of a queue with a server more.
TEST(AgentHour, IsWhatAServerMoreSavesInAQueue) {
  for (const int servers : {6, 12, 30}) {
    for (const double busy : {0.85, 0.95, 1.05}) {
      const Demand demand{
          .arrivals_per_s = busy * servers / 240, .handling_s = 240, .servers = servers};
      Demand more = demand;
      ++more.servers;
      const Desk desk{.handling_s = 240,
                      .queue_price = queue_price(demand, kPatience_s, kWaitingCostPer_s),
                      .own_wait = kWaitingCostPer_s * expected(demand, kPatience_s).wait_s};
      const double saved = waited(demand) - waited(more);
      EXPECT_NEAR(agent_hour(desk, 0) / saved, 1, 0.2) << servers << " servers, busy " << busy;
    }
  }
}

RC_GTEST_PROP(AgentHourProperties, HoldTogether, ()) {
  const auto part = [] { return *rc::gen::inRange(0, 1'000) / 1'000.0; };
  const Desk desk{.handling_s = 60 + 600 * part(),
                  .turned_away = part(),
                  .contacts_missed_per_h = 50 * part(),
                  .queue_price = 10 * part(),
                  .own_wait = 10 * part()};
  const double added = 40 * part() - 10;
  const double contacts = 3'600 / desk.handling_s;
  RC_ASSERT(agent_hour(desk, added) <= contacts * std::max({0.0, added, desk.queue_price}) + 1e-9);
  RC_ASSERT(agent_hour(desk, added + 1) >= agent_hour(desk, added));
  Desk calm = desk;
  calm.turned_away = 0;
  calm.queue_price = 0;
  RC_ASSERT(agent_hour(calm, added) == 0);
}

}  // namespace
}  // namespace sluis::methods
