// RFM: how recently, how often and for how much customers bought, each as a score from 1 to 5
// (Hughes 1994). Equal customers have equal scores: where many are alike, fewer have the higher
// ones.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "kernel/describe.h"

namespace sluis::value {

inline constexpr std::int64_t kScoreMost = 5;

// Above which number each score but the first begins.
struct Steps {
  std::int64_t two = 0;
  std::int64_t three = 0;
  std::int64_t four = 0;
  std::int64_t five = 0;
  bool operator==(const Steps&) const = default;
};
BOOST_DESCRIBE_STRUCT(Steps, (), (two, three, four, five))

// So that at least k fifths of the numbers have a score of at most k.
Steps steps_of(std::vector<std::int64_t> numbers);
std::int64_t score_of(const Steps& steps, std::int64_t number);

}  // namespace sluis::value
