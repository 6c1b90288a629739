// The Gamma-Gamma model of what a purchase is worth (Fader and Hardie 2013, "The Gamma-Gamma model
// of monetary value"): the amounts of a customer scatter as a gamma distribution with shape p
// around a mean of their own, whose scale is drawn from a gamma distribution (q, gamma).
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

Result<GammaGamma> fit_gamma_gamma(std::span<const Buyer> buyers);

// The mean amount expected of a customer; none where the model has no finite mean (q at most 1) and
// nothing is known of the customer.
std::optional<double> expected_amount(const GammaGamma& model, const Buyer& buyer);

// Correlation of repeats and mean amount over those customers: the model takes it for 0.
double correlation_of_amount(std::span<const Buyer> buyers);

}  // namespace sluis::methods
