#include "methods/maximum.h"

#include <algorithm>
#include <cmath>

namespace sluis::methods {
namespace {

constexpr int kRoundsMax = 200;
constexpr double kStepLast = 1e-7;  // in the logarithms; Newton's next step is its square
constexpr double kStepMax = 1.5;
constexpr double kLogMax = 12;
constexpr double kNoise = 1e-11;      // of a likelihood, from rounding
constexpr double kDampingMax = 1e12;  // of the bend
constexpr double kDifference = 1e-4;  // of a parameter

using SquareMatrix = std::array<Parameters, kParametersMax>;

Parameters exponentials(const Parameters& logs, std::size_t count) {
  Parameters at{};
  for (std::size_t i = 0; i < count; ++i)
    at[i] = std::exp(logs[i]);
  return at;
}

// With respect to the logarithms.
Likelihood in_logs(Likelihood found, const Parameters& at, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j)
      found.bend[i][j] *= at[i] * at[j];
    found.slope[i] *= at[i];
    found.bend[i][i] += found.slope[i];
  }
  return found;
}

// Solves matrix · x = right by Cholesky's method; none when the matrix is not positive.
std::optional<Parameters> solved(SquareMatrix matrix, Parameters right, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = matrix[i][j];
      for (std::size_t k = 0; k < j; ++k)
        sum -= matrix[i][k] * matrix[j][k];
      if (i == j && !(sum > 0)) return std::nullopt;
      matrix[i][j] = i == j ? std::sqrt(sum) : sum / matrix[j][j];
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < i; ++k)
      right[i] -= matrix[i][k] * right[k];
    right[i] /= matrix[i][i];
  }
  for (std::size_t i = count; i-- > 0;) {
    for (std::size_t k = i + 1; k < count; ++k)
      right[i] -= matrix[k][i] * right[k];
    right[i] /= matrix[i][i];
  }
  return right;
}

double longest_of(const Parameters& parts) {
  double longest = 0;
  for (const double part : parts)
    longest = std::max(longest, std::abs(part));
  return longest;
}

// A parameter that stands at its limit and would go on stays there: nothing depends on it then.
bool hold_limits(Likelihood& here, const Parameters& logs, std::size_t count) {
  bool held = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (std::abs(logs[i]) < kLogMax || here.slope[i] * logs[i] < 0) continue;
    held = true;
    here.slope[i] = 0;
    for (std::size_t j = 0; j < count; ++j)
      here.bend[i][j] = here.bend[j][i] = 0;
    here.bend[i][i] = -1;
  }
  return held;
}

std::optional<Parameters> step_of(const Likelihood& here, std::size_t count, double damping) {
  SquareMatrix matrix{};
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j)
      matrix[i][j] = -here.bend[i][j];
    matrix[i][i] += damping * (std::abs(here.bend[i][i]) + 1e-6);
  }
  auto step = solved(matrix, here.slope, count);
  if (!step) return std::nullopt;
  const double longest = longest_of(*step);
  if (!std::isfinite(longest)) return std::nullopt;
  for (double& part : *step)
    part *= std::min(1.0, kStepMax / std::max(longest, 1e-300));
  return step;
}

}  // namespace

std::optional<Maximum> maximum_of(const LikelihoodAt& likelihood, std::size_t count,
                                  const Parameters& start) {
  Parameters logs{};
  for (std::size_t i = 0; i < count; ++i)
    logs[i] = std::log(start[i]);
  const auto at = [&](const Parameters& where) {
    const Parameters parameters = exponentials(where, count);
    return in_logs(likelihood(parameters), parameters, count);
  };
  Likelihood here = at(logs);
  if (!std::isfinite(here.value)) return std::nullopt;
  double damping = 1e-3;
  const auto damp_more = [&] {
    damping = std::max(damping, 1e-6) * 10;
    return damping <= kDampingMax;
  };
  for (int round = 0; round < kRoundsMax; ++round) {
    const bool at_limit = hold_limits(here, logs, count);
    const auto step = step_of(here, count, damping < 1e-6 ? 0 : damping);
    if (!step) {
      if (!damp_more()) return std::nullopt;
      continue;
    }
    Parameters next = logs;
    for (std::size_t i = 0; i < count; ++i)
      next[i] = std::clamp(next[i] + (*step)[i], -kLogMax, kLogMax);
    const Likelihood there = at(next);
    const bool rises = there.value >= here.value - kNoise * std::abs(here.value);
    if (!rises || !std::isfinite(there.value)) {
      if (!damp_more()) return std::nullopt;
      continue;
    }
    logs = next;
    here = there;
    damping /= 30;
    if (longest_of(*step) < kStepLast) {
      return Maximum{exponentials(logs, count), here.value, at_limit};
    }
  }
  return std::nullopt;
}

LikelihoodAt with_differences(std::function<double(const Parameters&)> value, std::size_t count) {
  return [value = std::move(value), count](const Parameters& at) {
    Likelihood found{.value = value(at), .slope = {}, .bend = {}};
    const auto beside = [&](std::size_t i, double by_i, std::size_t j, double by_j) {
      Parameters moved = at;
      moved[i] += by_i * kDifference * at[i];
      moved[j] += by_j * kDifference * at[j];
      return value(moved);
    };
    for (std::size_t i = 0; i < count; ++i) {
      const double step = kDifference * at[i];
      const double above = beside(i, 1, i, 0);
      const double below = beside(i, -1, i, 0);
      found.slope[i] = (above - below) / (2 * step);
      found.bend[i][i] = (above - 2 * found.value + below) / (step * step);
      for (std::size_t j = 0; j < i; ++j) {
        const double both =
            beside(i, 1, j, 1) - beside(i, 1, j, -1) - beside(i, -1, j, 1) + beside(i, -1, j, -1);
        found.bend[i][j] = found.bend[j][i] = both / (4 * step * kDifference * at[j]);
      }
    }
    return found;
  };
}

}  // namespace sluis::methods
