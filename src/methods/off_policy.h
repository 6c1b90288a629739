// What a policy would have brought, from the choices that another one drew. It says so without bias
// as long as every choice was drawn with a known probability, and each that the policy would make
// could have been drawn.
//
// Terms of the same rows subtract, so two policies are compared row by row: far narrower than the
// distance of two intervals.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "methods/trial.h"

namespace sluis::methods {

// A choice that was drawn, and what came of it.
struct Drawn {
  std::uint32_t arm = 0;
  double probability = 0;  // with which this arm was drawn: above 0, at most 1
  double outcome = 0;
};

// A number for every row and arm, rows one after the other: the probabilities with which a policy
// chooses (1 together in a row), or the outcomes that a model expects.
class Grid {
 public:
  Grid(std::size_t rows, std::size_t arms) : arms_(arms), numbers_(rows * arms) {}

  std::size_t rows() const { return arms_ == 0 ? 0 : numbers_.size() / arms_; }
  std::span<double> row(std::size_t i) { return {numbers_.data() + i * arms_, arms_}; }
  std::span<const double> row(std::size_t i) const { return {numbers_.data() + i * arms_, arms_}; }

 private:
  std::size_t arms_;
  std::vector<double> numbers_;
};

// Inverse propensity scores: a term for each row, whose mean is the value of the policy (Horvitz
// and Thompson 1952). No model can mislead it; it scatters where the policy wants what was rare.
std::vector<double> inverse_terms(std::span<const Drawn> drawn, const Grid& policy);

// Doubly robust terms (Dudík, Langford and Li 2011): what a model expects of the policy, mended by
// what the rows say against it. Right as long as either the model or the probabilities are. The
// model must not have seen these rows.
std::vector<double> doubly_robust_terms(std::span<const Drawn> drawn, const Grid& policy,
                                        const Grid& expected);

// The mean of terms, or of terms minus those of another policy.
Estimate value_of(std::span<const double> terms);
Estimate value_of(std::span<const double> terms, std::span<const double> above);

// Inverse propensity scores divided by their own sum of weights (Hájek 1971; Swaminathan and
// Joachims 2015): hardly biased, narrower, and indifferent to what is added to every outcome. The
// range by the delta method.
struct SelfNormalised {
  Estimate estimate;
  double rows_worth = 0;  // as many evenly weighted rows say as much (Kish 1965)
};
SelfNormalised self_normalised(std::span<const Drawn> drawn, const Grid& policy);

}  // namespace sluis::methods
