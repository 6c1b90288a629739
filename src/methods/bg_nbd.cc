#include "methods/bg_nbd.h"

#include <algorithm>
#include <cmath>

#include <boost/unordered/unordered_flat_map.hpp>

#include "methods/special.h"

namespace sluis::methods {
namespace {

constexpr std::size_t kFirstFit = 20'000;  // groups that find where to start from
constexpr int kTermsMax = 100'000;
constexpr double kTermLeast = 1e-14;
constexpr double kOrdersMax = 10'000;
constexpr double kTail = 0.05;
// From here on the terms of the transformed series pass what a double holds.
constexpr double kTransformedMost = 20;
constexpr double kRescaled = 1e200;

constexpr std::size_t kR = 0;
constexpr std::size_t kAlpha = 1;
constexpr std::size_t kA = 2;
constexpr std::size_t kB = 3;

BgNbd model_of(const Parameters& at) {
  return {.r = at[kR], .alpha = at[kAlpha], .a = at[kA], .b = at[kB]};
}

// Adds up likelihoods with their slopes and bends; only the lower half of a bend is kept.
class Sum {
 public:
  explicit Sum(const BgNbd& model) : m_(model) {}

  // What depends on the number of repeats alone.
  void add_repeats(double x, double buyers) {
    const double ab = m_.a + m_.b;
    value_ +=
        buyers * (log_gamma(m_.r + x) - log_gamma(m_.r) + log_gamma(ab) + log_gamma(m_.b + x) -
                  log_gamma(m_.b) - log_gamma(ab + x) + m_.r * std::log(m_.alpha));
    const double both = digamma(ab) - digamma(ab + x);
    const double both_bend = trigamma(ab) - trigamma(ab + x);
    slope_[kR] += buyers * (digamma(m_.r + x) - digamma(m_.r) + std::log(m_.alpha));
    slope_[kAlpha] += buyers * m_.r / m_.alpha;
    slope_[kA] += buyers * both;
    slope_[kB] += buyers * (both + digamma(m_.b + x) - digamma(m_.b));
    bend_[kR][kR] += buyers * (trigamma(m_.r + x) - trigamma(m_.r));
    bend_[kAlpha][kR] += buyers / m_.alpha;
    bend_[kAlpha][kAlpha] -= buyers * m_.r / (m_.alpha * m_.alpha);
    bend_[kA][kA] += buyers * both_bend;
    bend_[kB][kA] += buyers * both_bend;
    bend_[kB][kB] += buyers * (both_bend + trigamma(m_.b + x) - trigamma(m_.b));
  }

  // What depends on times: ln(e^stays + e^leaves), where a customer without repeats cannot have
  // left. `w` is the share of e^leaves in it.
  void add_times(const BuyerGroup& group) {
    const double x = group.repeats;
    const double power = m_.r + x;
    const double n = group.buyers;
    const double log_age = std::log(m_.alpha + group.age_w);
    const double per_age = 1 / (m_.alpha + group.age_w);
    const double stays = -power * log_age;
    if (group.repeats == 0) {
      value_ += n * stays;
      slope_[kR] -= n * log_age;
      slope_[kAlpha] -= n * power * per_age;
      bend_[kAlpha][kR] -= n * per_age;
      bend_[kAlpha][kAlpha] += n * power * per_age * per_age;
      return;
    }
    const double log_last = std::log(m_.alpha + group.last_w);
    const double per_last = 1 / (m_.alpha + group.last_w);
    const double per_b = 1 / (m_.b + x - 1);
    const double leaves = std::log(m_.a * per_b) - power * log_last;
    const double odds = std::exp(-std::abs(leaves - stays));
    value_ += n * (std::max(leaves, stays) + std::log1p(odds));
    const double w = leaves > stays ? 1 / (1 + odds) : odds / (1 + odds);
    const double v = n * (1 - w);
    const double u = n * w;
    // The slopes of both, and how far they are apart.
    const double apart_r = log_age - log_last;
    const double apart_alpha = power * (per_age - per_last);
    const double apart_a = 1 / m_.a;
    const double apart_b = -per_b;
    slope_[kR] -= v * log_age + u * log_last;
    slope_[kAlpha] -= power * (v * per_age + u * per_last);
    slope_[kA] += u * apart_a;
    slope_[kB] += u * apart_b;
    const double mixed = u * (1 - w);
    bend_[kR][kR] += mixed * apart_r * apart_r;
    bend_[kAlpha][kR] += mixed * apart_alpha * apart_r - v * per_age - u * per_last;
    bend_[kAlpha][kAlpha] += mixed * apart_alpha * apart_alpha +
                             power * (v * per_age * per_age + u * per_last * per_last);
    bend_[kA][kR] += mixed * apart_a * apart_r;
    bend_[kA][kAlpha] += mixed * apart_a * apart_alpha;
    bend_[kA][kA] += (mixed - u) * apart_a * apart_a;
    bend_[kB][kR] += mixed * apart_b * apart_r;
    bend_[kB][kAlpha] += mixed * apart_b * apart_alpha;
    bend_[kB][kA] += mixed * apart_b * apart_a;
    bend_[kB][kB] += (mixed + u) * apart_b * apart_b;
  }

  Likelihood all() const {
    Likelihood found{.value = value_, .slope = slope_, .bend = bend_};
    for (std::size_t i = 0; i < kParametersMax; ++i) {
      for (std::size_t j = i + 1; j < kParametersMax; ++j)
        found.bend[i][j] = bend_[j][i];
    }
    return found;
  }

 private:
  const BgNbd m_;
  double value_ = 0;
  Parameters slope_{};
  std::array<Parameters, kParametersMax> bend_{};
};

// How many buyers there are for each number of repeats.
using Repeats = boost::unordered_flat_map<std::uint32_t, double>;

Repeats repeats_of(std::span<const BuyerGroup> groups) {
  Repeats buyers;
  for (const BuyerGroup& group : groups)
    buyers[group.repeats] += group.buyers;
  return buyers;
}

Likelihood likelihood_of(const BgNbd& model, std::span<const BuyerGroup> groups,
                         const Repeats& repeats) {
  Sum sum(model);
  for (const auto& [x, buyers] : repeats)
    sum.add_repeats(x, buyers);
  for (const BuyerGroup& group : groups)
    sum.add_times(group);
  return sum.all();
}

std::optional<Maximum> fit(std::span<const BuyerGroup> groups, const Parameters& start) {
  const Repeats repeats = repeats_of(groups);
  return maximum_of(
      [&](const Parameters& at) { return likelihood_of(model_of(at), groups, repeats); }, 4, start);
}

// Customers buy about as often as they did, and few have left.
Parameters start_of(std::span<const BuyerGroup> groups) {
  double repeats = 0;
  double weeks = 0;
  for (const BuyerGroup& group : groups) {
    repeats += group.buyers * group.repeats;
    weeks += group.buyers * group.age_w;
  }
  return {0.5, std::max(0.5 * weeks / repeats, 1e-3), 0.5, 2};
}

// ln of the odds that the customer has left, by those that they have not.
double left_odds(const BgNbd& model, const BuyerGroup& buyer) {
  const double x = buyer.repeats;
  const double longer = (model.alpha + buyer.age_w) / (model.alpha + buyer.last_w);
  return std::log(model.a / (model.b + x - 1)) + (model.r + x) * std::log(longer);
}

// The part of the purchases to come, c / (a - 1) of them, that a customer who is there makes by
// then: 1 - (1 - z)^(r + x) · 2F1(r + x, b + x; c; z), the series as it was published. Its terms
// are positive; what they are too large for is kept as a logarithm.
double part_by_then(const BgNbd& model, double x, double z) {
  const double c = model.a + model.b + x - 1;
  double term = 1;
  double sum = 1;
  double log_scale = (model.r + x) * std::log1p(-z);
  for (int n = 0; n < kTermsMax; ++n) {
    const double grows = (model.r + x + n) * (model.b + x + n) * z / ((c + n) * (n + 1));
    term *= grows;
    sum += term;
    if (grows < 1 && term <= kTermLeast * sum) break;
    if (sum < kRescaled) continue;
    term /= kRescaled;
    sum /= kRescaled;
    log_scale += std::log(kRescaled);
  }
  return 1 - std::exp(log_scale + std::log(sum));
}

}  // namespace

Likelihood likelihood_of(const BgNbd& model, std::span<const BuyerGroup> groups) {
  return likelihood_of(model, groups, repeats_of(groups));
}

Result<BgNbd> fit_bg_nbd(std::span<const BuyerGroup> groups) {
  if (groups.empty()) return refuse(MethodRefusal::no_buyers);
  const bool repeated =
      std::ranges::any_of(groups, [](const BuyerGroup& group) { return group.repeats > 0; });
  if (!repeated) return refuse(MethodRefusal::no_repeats);
  const auto part = part_of(groups, kFirstFit);
  Parameters start = start_of(groups);
  if (part.size() < groups.size()) {
    if (const auto first = fit(part, start)) start = first->at;
  }
  const auto found = fit(groups, start);
  if (!found) return refuse(MethodRefusal::not_settled, "BG/NBD");
  BgNbd model = model_of(found->at);
  model.log_likelihood = found->log_likelihood;
  model.at_limit = found->at_limit;
  return model;
}

double alive(const BgNbd& model, const BuyerGroup& buyer) {
  if (buyer.repeats == 0) return 1;
  return 1 / (1 + std::exp(left_odds(model, buyer)));
}

// E[Y(t)] of Fader, Hardie and Lee (2005), equation 10. Its hypergeometric function is turned by
// Euler's transformation (DLMF 15.8.1), so that with z = t / (alpha + T + t)
//   E = (a + b + x - 1) / (a - 1) · (1 - (1 - z)^(a - 1) · F) · P(alive),
//   F = 2F1(a + b - 1 - r, a - 1; a + b + x - 1; z) = 1 + (a - 1) · G,
// which holds for many repeats too and needs no division by a - 1. All spans share the
// coefficients of G. Where customers leave much alike, a is large and its terms are, too; then the
// series is taken as it was published.
void expect_orders(const BgNbd& model, const BuyerGroup& buyer, std::span<const double> spans_w,
                   std::span<double> orders) {
  std::array<double, kSpansMost> z{};
  std::array<double, kSpansMost> power{};
  std::array<double, kSpansMost> sums{};
  const std::size_t count = spans_w.size();
  double widest = 0;
  for (std::size_t k = 0; k < count; ++k) {
    z[k] = spans_w[k] / (model.alpha + buyer.age_w + spans_w[k]);
    power[k] = 1;
    widest = std::max(widest, z[k]);
  }
  const double c = model.a + model.b + buyer.repeats - 1;
  const double there = alive(model, buyer);
  if (model.a > kTransformedMost) {
    for (std::size_t k = 0; k < count; ++k)
      orders[k] = there * c / (model.a - 1) * part_by_then(model, buyer.repeats, z[k]);
    return;
  }
  const double rise = model.a + model.b - 1 - model.r;
  double coefficient = rise / c;
  double largest = widest;
  for (int n = 1; n < kTermsMax; ++n) {
    for (std::size_t k = 0; k < count; ++k) {
      power[k] *= z[k];
      sums[k] += coefficient * power[k];
    }
    if (std::abs(coefficient) * largest <= kTermLeast) break;
    coefficient *= (rise + n) * (model.a - 1 + n) / ((c + n) * (n + 1));
    largest *= widest;
  }
  for (std::size_t k = 0; k < count; ++k) {
    const double fades = (model.a - 1) * std::log1p(-z[k]);
    const double gone =
        std::abs(model.a - 1) < 1e-9 ? -std::log1p(-z[k]) : -std::expm1(fades) / (model.a - 1);
    orders[k] = std::max(0.0, there * c * (gone - std::exp(fades) * sums[k]));
  }
}

double expected_orders(const BgNbd& model, const BuyerGroup& buyer, double span_w) {
  double orders = 0;
  expect_orders(model, buyer, {&span_w, 1}, {&orders, 1});
  return orders;
}

OrderRange order_range(const BgNbd& model, const BuyerGroup& buyer, double expected) {
  const double there = alive(model, buyer);
  if (!(expected > 0) || !(there > 0)) return {};
  const double shape = model.r + buyer.repeats;
  const double mean = expected / there;
  const double p = mean / (mean + shape);
  double chance = there * std::exp(shape * std::log1p(-p));
  double sum = 1 - there + chance;
  OrderRange range;
  bool has_low = sum >= kTail;
  double count = 0;
  while (sum < 1 - kTail && count < kOrdersMax) {
    chance *= p * (shape + count) / (count + 1);
    sum += chance;
    ++count;
    if (!has_low && sum >= kTail) {
      range.low = count;
      has_low = true;
    }
  }
  range.high = count;
  return range;
}

}  // namespace sluis::methods
