#include "methods/off_policy.h"

#include <cmath>

namespace sluis::methods {
namespace {

// How much likelier the policy is to choose what was drawn.
double weight(const Drawn& drawn, std::span<const double> policy) {
  return policy[drawn.arm] / drawn.probability;
}

// What the model expects when the policy chooses.
double expectation(std::span<const double> policy, std::span<const double> expected) {
  double sum = 0;
  for (std::size_t arm = 0; arm < policy.size(); ++arm)
    sum += policy[arm] * expected[arm];
  return sum;
}

}  // namespace

std::vector<double> inverse_terms(std::span<const Drawn> drawn, const Grid& policy) {
  std::vector<double> terms;
  terms.reserve(drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i)
    terms.push_back(weight(drawn[i], policy.row(i)) * drawn[i].outcome);
  return terms;
}

std::vector<double> doubly_robust_terms(std::span<const Drawn> drawn, const Grid& policy,
                                        const Grid& expected) {
  std::vector<double> terms;
  terms.reserve(drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const double surprise = drawn[i].outcome - expected.row(i)[drawn[i].arm];
    terms.push_back(expectation(policy.row(i), expected.row(i)) +
                    weight(drawn[i], policy.row(i)) * surprise);
  }
  return terms;
}

Estimate value_of(std::span<const double> terms) {
  Arm all;
  for (const double term : terms)
    all.add(term);
  return mean_of(all);
}

Estimate value_of(std::span<const double> terms, std::span<const double> above) {
  Arm all;
  for (std::size_t i = 0; i < terms.size(); ++i)
    all.add(terms[i] - above[i]);
  return mean_of(all);
}

SelfNormalised self_normalised(std::span<const Drawn> drawn, const Grid& policy) {
  double weights = 0;
  double squares = 0;
  double outcomes = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const double times = weight(drawn[i], policy.row(i));
    weights += times;
    squares += times * times;
    outcomes += times * drawn[i].outcome;
  }
  if (weights <= 0) return {};
  const double value = outcomes / weights;
  double scatter = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i)
    scatter += std::pow(weight(drawn[i], policy.row(i)) * (drawn[i].outcome - value), 2);
  return {.estimate = estimate(value, std::sqrt(scatter) / weights),
          .rows_worth = weights * weights / squares};
}

}  // namespace sluis::methods
