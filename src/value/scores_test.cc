#include "value/scores.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::value {
namespace {

RC_GTEST_PROP(Scores, GoUpWithTheNumberAndHoldTheirFifths, (std::vector<std::int16_t> drawn)) {
  const std::vector<std::int64_t> numbers(drawn.begin(), drawn.end());
  const Steps steps = steps_of(numbers);
  for (std::int64_t score = 1; score <= kScoreMost; ++score) {
    const auto within = std::ranges::count_if(
        numbers, [&](std::int64_t number) { return score_of(steps, number) <= score; });
    RC_ASSERT(kScoreMost * within >= score * std::ssize(numbers));
  }
  for (const std::int64_t one : numbers) {
    for (const std::int64_t other : numbers)
      RC_ASSERT(one > other || score_of(steps, one) <= score_of(steps, other));
  }
}

TEST(Scores, AreEqualForEquals) {
  const Steps alike = steps_of(std::vector<std::int64_t>(9, 4));
  EXPECT_EQ(score_of(alike, 4), 1);
  const Steps apart = steps_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  EXPECT_EQ(score_of(apart, 2), 1);
  EXPECT_EQ(score_of(apart, 3), 2);
  EXPECT_EQ(score_of(apart, 10), 5);
}

}  // namespace
}  // namespace sluis::value
