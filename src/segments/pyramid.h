// The pyramid: customers ranked by the margin they brought in a period. The best few carry a
// company (Curry, 2000, "The Customer Marketing Method"); below those who buy stand those who did,
// who looked, and who are only known.
#pragma once

#include <array>

#include "kernel/describe.h"
#include "kernel/fields.h"
#include "kernel/result.h"

namespace sluis::segments {

enum class Tier : std::uint8_t { top, large, medium, small, inactive, prospect, suspect };
BOOST_DESCRIBE_ENUM(Tier, top, large, medium, small, inactive, prospect, suspect)
inline constexpr std::size_t kTiers = 7;

// Where the tiers of buyers end, in hundredths of a percent of all buyers, from the top: the best
// 1 %, the next 4 %, the next 15 %; the rest is small. A tier begun is a customer's: of ten buyers
// the best one is top.
struct Thresholds {
  Whole<1, 10'000> top{100};
  Whole<1, 10'000> large{400};
  Whole<1, 10'000> medium{1'500};
  bool operator==(const Thresholds&) const = default;
};
BOOST_DESCRIBE_STRUCT(Thresholds, (), (top, large, medium))

// Something must be left for the smallest.
std::vector<FieldProblem> problems_of(const Thresholds& thresholds);

}  // namespace sluis::segments
