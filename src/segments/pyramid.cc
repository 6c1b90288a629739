#include "segments/pyramid.h"

namespace sluis::segments {
namespace {

constexpr std::int64_t kAll = 10'000;
constexpr Text kTooMuch{"Top, large and medium together are less than 100 %.",
                        "Top, groot en middel zijn samen minder dan 100 %."};

}  // namespace

std::vector<FieldProblem> problems_of(const Thresholds& thresholds) {
  const std::int64_t sum =
      thresholds.top.number + thresholds.large.number + thresholds.medium.number;
  if (sum < kAll) return {};
  return {{"/medium", "range", Message(kTooMuch)}};
}

}  // namespace sluis::segments
