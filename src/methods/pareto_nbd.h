// The Pareto/NBD model of repeat purchases (Schmittlein, Morrison and Colombo 1987; the likelihood
// as in Fader and Hardie 2005, "A note on deriving the Pareto/NBD model"): a customer buys at a
// rate drawn from a gamma distribution (r, alpha), and leaves after a time with a rate drawn from
// another one (s, beta).
#pragma once

#include "kernel/describe.h"
#include "methods/buyers.h"
#include "methods/maximum.h"
#include "methods/refusals.h"

namespace sluis::methods {

struct ParetoNbd {
  double r = 0;
  double alpha = 0;  // weeks
  double s = 0;
  double beta = 0;  // weeks
  double log_likelihood = 0;
  double buyers = 0;      // that it was fitted on
  bool at_limit = false;  // a parameter stands at its limit: customers hardly differ in it
};
BOOST_DESCRIBE_STRUCT(ParetoNbd, (), (r, alpha, s, beta, log_likelihood, buyers))

// On at most so many groups, evenly out of all: each costs two hypergeometric functions.
inline constexpr std::size_t kParetoGroupsMax = 20'000;
Result<ParetoNbd> fit_pareto_nbd(std::span<const BuyerGroup> groups);
double log_likelihood_of(const ParetoNbd& model, const BuyerGroup& group);

double alive(const ParetoNbd& model, const BuyerGroup& buyer);
double expected_orders(const ParetoNbd& model, const BuyerGroup& buyer, double span_w);

}  // namespace sluis::methods
