// What a million customers are worth: BG/NBD and Gamma-Gamma fitted, and the value of each.
//   bench_value [CUSTOMERS]
#include <cstdio>

#include "kernel/text_form.h"
#include "methods/lifetime.h"
#include "workload.h"

namespace sluis {
namespace {

constexpr int kRuns = 3;

// Customers who buy as those of CDNOW did; on whole days, or at any moment.
std::vector<methods::Buyer> buyers_of(std::int64_t count, bool whole_days) {
  workload::Draws draws(11);
  const auto exponential = [&] { return -std::log(1 - draws.unit()); };
  std::vector<methods::Buyer> buyers(static_cast<std::size_t>(count));
  for (methods::Buyer& buyer : buyers) {
    const double unit = draws.unit();
    const double rate = unit * unit * unit * 0.4;  // a week
    const double leaves = draws.unit() * 0.5;
    const auto moment = [&](double weeks) {
      return whole_days ? std::floor(weeks * 7) / 7 : weeks;
    };
    buyer.age_w = moment(26 + 13 * draws.unit());
    for (double at = 0; buyer.repeats == 0 || draws.unit() >= leaves;) {
      at += exponential() / rate;
      if (!(at < buyer.age_w)) break;
      ++buyer.repeats;
      buyer.last_w = moment(at);
      buyer.spend += 10 + 20 * exponential();
    }
  }
  return buyers;
}

double value_all(const std::vector<methods::Buyer>& buyers) {
  const methods::BuyerGroups groups = methods::grouped(buyers);
  const auto orders = methods::fit_bg_nbd(groups.groups);
  const auto amounts = methods::fit_gamma_gamma(buyers);
  if (!orders || !amounts) return -1;
  const auto lifetimes = methods::lifetimes_of(*orders, groups.groups, {});
  double sum = 0;
  for (std::size_t i = 0; i < buyers.size(); ++i)
    sum += lifetimes[groups.group_of[i]].discounted * methods::expected_amount(*amounts, buyers[i]);
  return sum;
}

void measure(std::int64_t count, bool whole_days) {
  const auto buyers = buyers_of(count, whole_days);
  double best = 1e9;
  double worth = 0;
  for (int run = 0; run < kRuns; ++run) {
    const double begun = workload::cpu_s();
    worth = value_all(buyers);
    best = std::min(best, workload::cpu_s() - begun);
  }
  std::printf(
      "%ld customers, %zu of them different, worth %.0f: %.3f CPU-s (at most %.1f for a "
      "million)\n",
      count, methods::grouped(buyers).groups.size(), worth, best, whole_days ? 1.0 : 3.0);
}

}  // namespace
}  // namespace sluis

int main(int argc, char** argv) {
  const auto count = argc > 1 ? sluis::TextForm<std::int64_t>::parse(argv[1]) : 1'000'000;
  sluis::measure(count.value_or(1'000'000), true);
  sluis::measure(count.value_or(1'000'000), false);
}
