// Two groups that nobody drew, compared as if they had been alike before: everybody counts by the
// inverse of the chance to be in their own group, given what was known of them before (Rosenbaum
// and Rubin 1983), with weights divided by their sum. What was not known of them stays in the
// difference, so it is no effect.
#pragma once

#include <optional>

#include "methods/off_policy.h"
#include "methods/outcome_model.h"

namespace sluis::methods {

// By how many standard deviations (of both groups together) the means of something known before
// differ between the groups, after Austin (2009). Up to 0.1 they are as good as alike.
struct Balance {
  double raw = 0;
  double weighted = 0;
};

struct Alike {
  std::int64_t treated = 0;
  std::int64_t others = 0;
  std::int64_t left_out = 0;  // of the weighted figures: whoever has nobody like them on the other
                              // side (Crump and others 2009)
  Estimate raw_treated;
  Estimate raw_others;
  Estimate raw_difference;
  SelfNormalised weighted_treated;
  SelfNormalised weighted_others;
  Estimate weighted_difference;
  std::vector<Balance> balance;  // of each feature
};

// The chance of each row to be treated, by logistic regression that is held towards no difference
// where little is known.
std::vector<double> chances(const Features& before, std::span<const std::uint8_t> treated);

// None when a group has fewer than two, no two are alike, or something known before tells all of
// one group from all of the other: a chance to be in either cannot be estimated then.
std::optional<Alike> alike(const Features& before, std::span<const std::uint8_t> treated,
                           std::span<const double> outcomes);

}  // namespace sluis::methods
