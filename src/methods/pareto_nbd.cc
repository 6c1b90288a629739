#include "methods/pareto_nbd.h"

#include <algorithm>
#include <cmath>

#include "methods/special.h"

namespace sluis::methods {
namespace {

ParetoNbd pareto_of(const Parameters& at) {
  return {.r = at[0], .alpha = at[1], .s = at[2], .beta = at[3]};
}

// ln of the chance of what was seen when the customer is still there, and of what the rest adds to
// it when they left in between; without what both share.
struct Parts {
  double stays = 0;
  double leaves = 0;
};

// ln of 2F1(r+s+x, B; r+s+x+1; z) / (larger + t)^(r+s+x), B belonging to the smaller of alpha and
// beta. As c = a + 1, Euler's transformation (DLMF 15.8.1) leaves a series of positive terms.
double integral_from(const ParetoNbd& model, double x, double t) {
  const bool alpha_larger = model.alpha >= model.beta;
  const double larger = std::max(model.alpha, model.beta);
  const double power = model.r + model.s + x;
  const double b = alpha_larger ? model.s + 1 : model.r + x;
  const double z = std::abs(model.alpha - model.beta) / (larger + t);
  return (1 - b) * std::log1p(-z) + std::log(hypergeometric(1, power + 1 - b, power + 1, z)) -
         power * std::log(larger + t);
}

Parts parts_of(const ParetoNbd& model, const BuyerGroup& group) {
  const double x = group.repeats;
  const double stays = -(model.r + x) * std::log(model.alpha + group.age_w) -
                       model.s * std::log(model.beta + group.age_w);
  const double share = std::log(model.s / (model.r + model.s + x));
  const double from_last = integral_from(model, x, group.last_w);
  const double from_end = integral_from(model, x, group.age_w);
  const double between = -std::expm1(std::min(from_end - from_last, 0.0));
  return {stays, share + from_last + std::log(between)};  // -inf when no time lies between
}

double log_sum(const Parts& parts) {
  const double larger = std::max(parts.stays, parts.leaves);
  return larger + std::log1p(std::exp(std::min(parts.stays, parts.leaves) - larger));
}

}  // namespace

double log_likelihood_of(const ParetoNbd& model, const BuyerGroup& group) {
  return log_gamma(model.r + group.repeats) - log_gamma(model.r) + model.r * std::log(model.alpha) +
         model.s * std::log(model.beta) + log_sum(parts_of(model, group));
}

Result<ParetoNbd> fit_pareto_nbd(std::span<const BuyerGroup> groups) {
  if (groups.empty()) return refuse(MethodRefusal::no_buyers);
  const auto part = part_of(groups, kParetoGroupsMax);
  const bool repeated =
      std::ranges::any_of(part, [](const BuyerGroup& group) { return group.repeats > 0; });
  if (!repeated) return refuse(MethodRefusal::no_repeats);
  const auto value = [&](const Parameters& at) {
    const ParetoNbd model = pareto_of(at);
    double sum = 0;
    for (const BuyerGroup& group : part)
      sum += group.buyers * log_likelihood_of(model, group);
    return sum;
  };
  double weeks = 0;
  double buyers = 0;
  for (const BuyerGroup& group : part) {
    weeks += group.buyers * group.age_w;
    buyers += group.buyers;
  }
  const double mean = std::max(weeks / buyers, 1e-3);
  const auto found = maximum_of(with_differences(value, 4), 4, {0.5, mean / 3, 0.5, mean / 3.1});
  if (!found) return refuse(MethodRefusal::not_settled, "Pareto/NBD");
  ParetoNbd model = pareto_of(found->at);
  model.log_likelihood = found->log_likelihood;
  model.at_limit = found->at_limit;
  model.buyers = buyers;
  return model;
}

double alive(const ParetoNbd& model, const BuyerGroup& buyer) {
  const Parts parts = parts_of(model, buyer);
  return 1 / (1 + std::exp(parts.leaves - parts.stays));
}

double expected_orders(const ParetoNbd& model, const BuyerGroup& buyer, double span_w) {
  const double left = model.beta + buyer.age_w;
  const double rate = (model.r + buyer.repeats) / (model.alpha + buyer.age_w);
  const double fades = (model.s - 1) * std::log(left / (left + span_w));
  const double weeks = std::abs(model.s - 1) < 1e-9 ? left * std::log1p(span_w / left)
                                                    : -left * std::expm1(fades) / (model.s - 1);
  return rate * weeks * alive(model, buyer);
}

}  // namespace sluis::methods
