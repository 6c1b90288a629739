#include "methods/gamma_gamma.h"

#include <cmath>

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

#include "methods/special.h"

namespace sluis::methods {
namespace {

constexpr std::size_t kP = 0;
constexpr std::size_t kQ = 1;
constexpr std::size_t kGamma = 2;

bool counts(const Buyer& buyer) {
  return buyer.repeats > 0 && buyer.spend > 0;
}

// What the likelihood needs of the buyers: per number of repeats, and the spend of each.
struct Spending {
  struct Repeats {
    double buyers = 0;
    double logs = 0;  // of their spend
  };
  boost::unordered_flat_map<std::uint32_t, Repeats> repeats;
  std::vector<std::pair<double, double>> spends;  // with their repeats
  double log_means = 0;
};

Spending spending_of(std::span<const Buyer> buyers) {
  Spending all;
  for (const Buyer& buyer : buyers) {
    if (!counts(buyer)) continue;
    const double x = buyer.repeats;
    auto& same = all.repeats[buyer.repeats];
    const double log = std::log(buyer.spend);
    same.buyers += 1;
    same.logs += log;
    all.spends.emplace_back(buyer.spend, x);
    all.log_means += log - std::log(x);
  }
  return all;
}

Likelihood likelihood_of(const Parameters& at, const Spending& all) {
  const double p = at[kP];
  const double q = at[kQ];
  const double scale = at[kGamma];
  const double log_scale = std::log(scale);
  const double of_q = digamma(q);
  const double bend_q = trigamma(q);
  Likelihood sum{.value = -all.log_means, .slope = {}, .bend = {}};
  for (const auto& [repeats, same] : all.repeats) {
    const double x = repeats;
    const double n = same.buyers;
    const double more = digamma(p * x + q);
    const double more_bend = trigamma(p * x + q);
    sum.value += n * (log_gamma(p * x + q) - log_gamma(p * x) - log_gamma(q) + q * log_scale) +
                 p * x * same.logs;
    sum.slope[kP] += n * x * (more - digamma(p * x)) + x * same.logs;
    sum.slope[kQ] += n * (more - of_q + log_scale);
    sum.slope[kGamma] += n * q / scale;
    sum.bend[kP][kP] += n * x * x * (more_bend - trigamma(p * x));
    sum.bend[kQ][kP] += n * x * more_bend;
    sum.bend[kQ][kQ] += n * (more_bend - bend_q);
    sum.bend[kGamma][kQ] += n / scale;
    sum.bend[kGamma][kGamma] -= n * q / (scale * scale);
  }
  for (const auto& [spend, x] : all.spends) {
    const double log = std::log(scale + spend);
    const double per = 1 / (scale + spend);
    const double power = p * x + q;
    sum.value -= power * log;
    sum.slope[kP] -= x * log;
    sum.slope[kQ] -= log;
    sum.slope[kGamma] -= power * per;
    sum.bend[kGamma][kP] -= x * per;
    sum.bend[kGamma][kQ] -= per;
    sum.bend[kGamma][kGamma] += power * per * per;
  }
  sum.bend[kP][kQ] = sum.bend[kQ][kP];
  sum.bend[kP][kGamma] = sum.bend[kGamma][kP];
  sum.bend[kQ][kGamma] = sum.bend[kGamma][kQ];
  return sum;
}

double mean_seen(std::span<const Buyer> buyers) {
  double n = 0;
  double sum = 0;
  for (const Buyer& buyer : buyers) {
    if (!counts(buyer)) continue;
    n += 1;
    sum += buyer.spend / buyer.repeats;
  }
  return sum / n;
}

std::string hundredths(double number) {
  return fmt::format("{:.2f}", number);
}

}  // namespace

Result<GammaGamma> fit_gamma_gamma(std::span<const Buyer> buyers) {
  const Spending all = spending_of(buyers);
  if (all.spends.empty()) return refuse(MethodRefusal::no_repeats);
  const double mean = std::exp(all.log_means / static_cast<double>(all.spends.size()));
  // A mean amount is p · gamma / (q - 1).
  const auto found = maximum_of([&](const Parameters& at) { return likelihood_of(at, all); }, 3,
                                {2, 3, std::max(mean, 1e-6), 0});
  if (!found) return refuse(MethodRefusal::not_settled, "Gamma-Gamma");
  const GammaGamma model{.p = found->at[kP],
                         .q = found->at[kQ],
                         .gamma = found->at[kGamma],
                         .log_likelihood = found->log_likelihood,
                         .buyers = static_cast<double>(all.spends.size()),
                         .at_limit = found->at_limit};
  TRY_VOID(carries_money(model, buyers));
  return model;
}

Result<void> carries_money(const GammaGamma& model, std::span<const Buyer> buyers) {
  if (model.q <= 1) return refuse(MethodRefusal::no_finite_mean, hundredths(model.q));
  const double expected = mean_amount(model);
  const double seen = mean_seen(buyers);
  if (std::abs(expected - seen) > kMeanOffMost * seen) {
    return refuse(MethodRefusal::mean_far_off, hundredths(expected), hundredths(seen),
                  hundredths(model.q), std::to_string(std::lround(100 * kMeanOffMost)));
  }
  const double together = correlation_of_amount(buyers);
  if (std::abs(together) > kCorrelationMost) {
    return refuse(MethodRefusal::amounts_go_with_orders, hundredths(together),
                  hundredths(kCorrelationMost));
  }
  return {};
}

double mean_amount(const GammaGamma& model) {
  return model.p * model.gamma / (model.q - 1);
}

double expected_amount(const GammaGamma& model, const Buyer& buyer) {
  if (!counts(buyer)) return mean_amount(model);
  return model.p * (model.gamma + buyer.spend) / (model.p * buyer.repeats + model.q - 1);
}

double correlation_of_amount(std::span<const Buyer> buyers) {
  double n = 0;
  double x = 0;
  double y = 0;
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (const Buyer& buyer : buyers) {
    if (!counts(buyer)) continue;
    const double repeats = buyer.repeats;
    const double mean = buyer.spend / repeats;
    n += 1;
    // Welford (1962): moments around means that move along.
    const double from_x = repeats - x;
    const double from_y = mean - y;
    x += from_x / n;
    y += from_y / n;
    xx += from_x * (repeats - x);
    yy += from_y * (mean - y);
    xy += from_x * (mean - y);
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

}  // namespace sluis::methods
