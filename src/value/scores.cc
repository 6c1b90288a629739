#include "value/scores.h"

#include <algorithm>

namespace sluis::value {

Steps steps_of(std::vector<std::int64_t> numbers) {
  if (numbers.empty()) return {};
  std::ranges::sort(numbers);
  const auto highest_of = [&](std::size_t fifths) {
    return numbers[(fifths * numbers.size() + kScoreMost - 1) / kScoreMost - 1];
  };
  return {highest_of(1), highest_of(2), highest_of(3), highest_of(4)};
}

std::int64_t score_of(const Steps& steps, std::int64_t number) {
  return 1 + (number > steps.two) + (number > steps.three) + (number > steps.four) +
         (number > steps.five);
}

}  // namespace sluis::value
