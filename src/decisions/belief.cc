#include "decisions/belief.h"

#include <algorithm>

#include "kernel/assert.h"
#include "methods/draws.h"

namespace sluis::decisions {
namespace {

// A chance that a multiplication may not push beyond what a chance can be.
constexpr double kConversionMost = 0.95;

}  // namespace

Belief::Belief(const Prior& prior, std::size_t cells, std::size_t arms)
    : prior_(prior), arms_(arms), seen_(cells * arms) {}

void Belief::observe(std::size_t cell, std::size_t arm, bool bought, double margin) {
  SLUIS_ASSERT(arm < arms_ && cell < cells());
  Seen& seen = seen_[cell * arms_ + arm];
  const double kept = 1 - prior_.forgetting;
  seen = {.visits = seen.visits * kept + 1,
          .sales = seen.sales * kept + (bought ? 1 : 0),
          .margin = seen.margin * kept + (bought ? std::max(margin, 0.0) : 0),
          .losses = seen.losses * kept + (bought ? std::max(-margin, 0.0) : 0)};
}

void Belief::amend(std::size_t cell, std::size_t arm, double sales, double margin) {
  SLUIS_ASSERT(arm < arms_ && cell < cells());
  Seen& seen = seen_[cell * arms_ + arm];
  seen.sales += sales;
  seen.margin += std::max(margin, 0.0);
  seen.losses += std::max(-margin, 0.0);
}

std::vector<std::vector<Draws>> Belief::draw(Random& random) const {
  const std::vector<Rate> base = bases();
  std::vector<std::vector<Draws>> version(cells(), std::vector<Draws>(arms_));
  for (std::size_t arm = 0; arm < arms_; ++arm) {
    const Rate times = arm == 0 ? Rate{1, 1} : effect(arm, base);
    for (std::size_t cell = 0; cell < cells(); ++cell) {
      const Rate expected{
          .conversion = std::min(base[cell].conversion * times.conversion, kConversionMost),
          .margin = base[cell].margin * times.margin};
      const double prior_sales = arm == 0 ? prior_.sales : prior_.sales_with_arm;
      version[cell][arm] = draw(expected, prior_sales, seen(cell, arm), random);
    }
  }
  return version;
}

Belief::Seen Belief::everywhere(std::size_t arm) const {
  Seen all;
  for (std::size_t cell = 0; cell < cells(); ++cell) {
    const Seen& here = seen(cell, arm);
    all = {all.visits + here.visits, all.sales + here.sales, all.margin + here.margin,
           all.losses + here.losses};
  }
  return all;
}

Belief::Rate Belief::held(const Rate& towards, const Seen& seen) const {
  return {.conversion =
              (towards.conversion * prior_.visits + seen.sales) / (prior_.visits + seen.visits),
          .margin = (towards.margin * prior_.sales + seen.margin) / (prior_.sales + seen.sales)};
}

std::vector<Belief::Rate> Belief::bases() const {
  const Rate all = held({prior_.conversion, prior_.margin}, everywhere(0));
  std::vector<Rate> bases;
  for (std::size_t cell = 0; cell < cells(); ++cell)
    bases.push_back(held(all, seen(cell, 0)));
  return bases;
}

// Sales beside those expected without the arm in the same cells, so that an arm which is given
// where much is bought anyway gets no credit for that (indirect standardisation).
Belief::Rate Belief::effect(std::size_t arm, const std::vector<Rate>& bases) const {
  double sales_expected = prior_.visits * prior_.conversion;
  double margin_expected = prior_.sales * prior_.margin;
  for (std::size_t cell = 0; cell < cells(); ++cell) {
    sales_expected += seen(cell, arm).visits * bases[cell].conversion;
    margin_expected += seen(cell, arm).sales * bases[cell].margin;
  }
  const Seen all = everywhere(arm);
  return {.conversion = (prior_.visits * prior_.conversion + all.sales) / sales_expected,
          .margin = (prior_.sales * prior_.margin + all.margin) / margin_expected};
}

// The rate at which sales come for each unit of margin is Gamma distributed.
Draws Belief::draw(const Rate& expected, double prior_sales, const Seen& seen,
                   Random& random) const {
  const double bought = expected.conversion * prior_.visits + seen.sales;
  const double left = (1 - expected.conversion) * prior_.visits + seen.visits - seen.sales;
  const double sales = prior_sales + seen.sales;
  const double margin = expected.margin * prior_sales + seen.margin;
  const double loss = seen.losses / (prior_.visits + seen.visits);
  Draws draws;
  for (float& draw : draws) {
    const double conversion = methods::draw_beta(random, bought, left);
    const double of_a_sale = margin / methods::draw_gamma(random, sales);
    draw = static_cast<float>(conversion * of_a_sale - loss);
  }
  return draws;
}

}  // namespace sluis::decisions
