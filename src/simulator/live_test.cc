#include "simulator/live.h"

#include <gtest/gtest.h>

#include "kernel/json.h"
#include "simulator/calendar.h"
#include "simulator/stream.h"
#include "simulator/wire.h"

namespace sluis::simulator {
namespace {

const Settings kSettings{
    .world = WorldName::simple, .seed = 5, .customers = 200, .from = Date(2025, 12, 1)};

TEST(Stream, GoesOnWhereTheSampleWouldHave) {
  Simulation whole(kSettings);
  std::vector<Event> expected;
  const Instant from = at_local(Date(2025, 12, 20), 12 * 3600);
  while (whole.date() < Date(2025, 12, 24)) {
    for (const Event& event : whole.next_day()) {
      if (event.ts >= from) expected.push_back(event);
    }
  }
  ASSERT_FALSE(expected.empty());
  Stream stream(kSettings, from);
  for (const Event& event : expected)
    ASSERT_TRUE(stream.next() == event);
}

TEST(Speed, CountsEventsOrTime) {
  const Instant start(1'000'000'000);
  const auto second = std::chrono::seconds(1);
  Pace events(TextForm<Speed>::parse("4").value(), start);
  EXPECT_EQ(events.due(start + 3600 * second), start);
  EXPECT_EQ(events.due(start + 7200 * second), start + std::chrono::milliseconds(250));
  Pace time(TextForm<Speed>::parse("60x").value(), start);
  EXPECT_EQ(time.due(start + 3600 * second), start + 60 * second);
  for (const char* wrong : {"", "x", "0", "-1", "fast", "5 x", "nan", "1e9"})
    EXPECT_FALSE(TextForm<Speed>::parse(wrong)) << wrong;
}

TEST(Wire, NamesOrdersOfALiveSessionApart) {
  const LiveNames names{.day = Date(2026, 1, 5), .session = 77};
  Event event{.kind = Kind::order_completed,
              .seen = {{{Mark::email, 3}, {}, {}}},
              .order = {.day = Date(2026, 1, 5), .customer = 3, .number = 1},
              .revenue = Micro(12'500'000)};
  const std::string today = json_of(event, names, 9);
  EXPECT_NE(today.find(R"("message_id":"sample-live-77-9")"), std::string::npos) << today;
  EXPECT_NE(today.find("-3-1-77\""), std::string::npos) << today;
  EXPECT_NE(today.find(R"("revenue":"12.50")"), std::string::npos) << today;
  event.order.day = Date(2026, 1, 4);
  EXPECT_NE(json_of(event, names, 9).find("-3-1\""), std::string::npos);
}

}  // namespace
}  // namespace sluis::simulator
