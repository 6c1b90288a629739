#include "platform/client/pace.h"

#include <gtest/gtest.h>

namespace sluis::client {
namespace {

TEST(Pace, KeepsToTheRateInAnyMinute) {
  for (const std::int64_t rate : {1, 2, 7, 60, 1000}) {
    std::vector<Instant> calls;
    Instant next;
    const Instant start = *parse_instant("2026-01-05T09:00:00Z");
    for (Instant now = start; now < start + std::chrono::minutes(4);) {
      const Turn turn = turn_of(next, rate, now);
      if (turn.now) {
        calls.push_back(now);
        next = turn.next_call;
      } else {
        ASSERT_GT(turn.at, now);
        now = turn.at;
      }
    }
    const auto most = static_cast<std::size_t>(rate);
    EXPECT_GE(calls.size(), 3 * most);
    for (std::size_t i = most; i < calls.size(); ++i)
      ASSERT_GE(calls[i] - calls[i - most], std::chrono::minutes(1)) << rate;
  }
}

TEST(Pace, WaitsLongerEachTimeButNotForEver) {
  EXPECT_LT(wait_after(0, 500), wait_after(3, 500));
  EXPECT_LT(wait_after(0, 0), wait_after(0, 999));
  EXPECT_LE(wait_after(100, 999), std::chrono::minutes(19));
}

}  // namespace
}  // namespace sluis::client
