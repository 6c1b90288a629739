// The parameters of a model under which what was seen is most likely: Newton's method in the
// logarithms of the parameters, damped as by Levenberg (1944) and Marquardt (1963) where the
// likelihood does not bend downwards. All parameters are positive.
#pragma once

#include <array>
#include <functional>
#include <optional>

namespace sluis::methods {

inline constexpr std::size_t kParametersMax = 4;
using Parameters = std::array<double, kParametersMax>;

// A log-likelihood with its slope and bend in the parameters themselves.
struct Likelihood {
  double value = 0;
  Parameters slope{};
  std::array<Parameters, kParametersMax> bend{};  // symmetric
};

struct Maximum {
  Parameters at{};
  double log_likelihood = 0;
  bool at_limit = false;  // it would be higher still with a parameter beyond e^-12 to e^12
};

using LikelihoodAt = std::function<Likelihood(const Parameters&)>;
// Of the first `count` parameters. None when it does not settle.
std::optional<Maximum> maximum_of(const LikelihoodAt& likelihood, std::size_t count,
                                  const Parameters& start);

// Slope and bend by central differences, for a likelihood that has no formula for them.
LikelihoodAt with_differences(std::function<double(const Parameters&)> value, std::size_t count);

}  // namespace sluis::methods
