#include "segments/pyramid.h"

namespace sluis::segments {
namespace {

constexpr std::int64_t kAll = 10'000;
constexpr Text kTooMuch{"Top, large and medium together are less than 100 %.",
                        "Top, groot en middel zijn samen minder dan 100 %."};

std::int64_t last_rank(std::int64_t share, std::int64_t buyers) {
  return (share * buyers + kAll - 1) / kAll;
}

}  // namespace

std::vector<FieldProblem> problems_of(const Thresholds& thresholds) {
  const std::int64_t sum =
      thresholds.top.number + thresholds.large.number + thresholds.medium.number;
  if (sum < kAll) return {};
  return {{"/medium", "range", Message(kTooMuch)}};
}

Ranks ranks_of(const Thresholds& thresholds, std::int64_t buyers) {
  const std::int64_t large = thresholds.top.number + thresholds.large.number;
  return {.top = last_rank(thresholds.top.number, buyers),
          .large = last_rank(large, buyers),
          .medium = last_rank(large + thresholds.medium.number, buyers)};
}

}  // namespace sluis::segments
