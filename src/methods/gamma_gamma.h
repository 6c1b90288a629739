// The Gamma-Gamma model of what a purchase is worth (Fader and Hardie 2013, "The Gamma-Gamma model
// of monetary value"): the amounts of a customer scatter as a gamma distribution with shape p
// around a mean of their own, whose scale is drawn from a gamma distribution (q, gamma).
//
// What is expected of a customer lies between their own mean and that of all, p · gamma / (q - 1).
// Where the latter cannot be trusted there is no money to tell, least of all of who bought once:
// - q at most 1: it is infinite.
// - It lies more than kMeanOffMost off the mean that was seen: the value of who bought once is then
//   off by as much. Fader, Hardie and Lee (2005, "RFM and CLV") judge the model by these two, which
//   lie 0.3 % apart on their data.
// - How often and how much go together by more than kCorrelationMost: the model takes them as
//   apart. Those authors accept a correlation of 0.11; Cohen (1988) calls 0.3 a medium one.
#pragma once

#include "kernel/describe.h"
#include "methods/buyers.h"
#include "methods/maximum.h"
#include "methods/refusals.h"

namespace sluis::methods {

struct GammaGamma {
  double p = 0;
  double q = 0;
  double gamma = 0;
  double log_likelihood = 0;
  double buyers = 0;  // that it was fitted on: those with repeats that add up to more than nothing
  bool at_limit = false;  // a parameter stands at its limit: customers hardly differ in it
};
BOOST_DESCRIBE_STRUCT(GammaGamma, (), (p, q, gamma, log_likelihood, buyers))

inline constexpr double kMeanOffMost = 0.25;
inline constexpr double kCorrelationMost = 0.3;

// Refused when the model cannot carry money, as above.
Result<GammaGamma> fit_gamma_gamma(std::span<const Buyer> buyers);
Result<void> carries_money(const GammaGamma& model, std::span<const Buyer> buyers);

// The mean amount of all customers, and that expected of one; of a model that carries money.
double mean_amount(const GammaGamma& model);
double expected_amount(const GammaGamma& model, const Buyer& buyer);

// Correlation of repeats and mean amount over those customers: the model takes it for 0.
double correlation_of_amount(std::span<const Buyer> buyers);

}  // namespace sluis::methods
