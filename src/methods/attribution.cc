#include "methods/attribution.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "kernel/assert.h"

namespace sluis::methods {
namespace {

std::optional<Rule> rule_of(Model model) {
  switch (model) {
    case Model::first:
      return Rule::first;
    case Model::last:
      return Rule::last;
    case Model::linear:
      return Rule::linear;
    case Model::position:
      return Rule::position;
    case Model::time_decay:
      return Rule::time_decay;
    case Model::last_non_direct:
      return Rule::last_non_direct;
    case Model::markov:
      return std::nullopt;
    case Model::shapley:
      return Rule::shapley;
  }
  __builtin_unreachable();
}

RuleSettings rules_of(const AttributionSettings& settings) {
  RuleSettings rules{.rules = {}, .direct = {}, .half_life = settings.half_life};
  for (const Model model : settings.models) {
    if (const auto rule = rule_of(model)) rules.rules.push_back(*rule);
  }
  return rules;
}

std::string whole(double number) {
  return std::to_string(static_cast<std::int64_t>(number));
}

}  // namespace

Attribution::Attribution(AttributionSettings settings)
    : settings_(std::move(settings)), rules_(rules_of(settings_)) {
  SLUIS_ASSERT(settings_.order >= 1 && settings_.order <= StateChain::kOrderMax);
  if (std::ranges::find(settings_.models, Model::markov) == settings_.models.end()) return;
  if (settings_.order == 1) {
    order_1_.emplace(settings_.with_nulls);
  } else {
    order_k_.emplace(settings_.order, settings_.with_nulls);
  }
}

void Attribution::add(const Paths& batch, std::size_t channels) {
  channels_ = std::max(channels_, channels);
  totals_.add(batch);
  rules_.add(batch, channels_);
  if (order_1_) order_1_->add(batch, channels_);
  if (order_k_) order_k_->add(batch);
}

Result<Removal> Attribution::removal() const {
  return order_1_ ? order_1_->removal(totals_) : order_k_->removal(totals_, channels_);
}

Result<std::vector<ModelCredit>> Attribution::credits() const {
  if (channels_ == 0) return refuse(MethodRefusal::no_paths);
  if (totals_.conversions <= 0) {
    return refuse(MethodRefusal::no_conversions, whole(totals_.paths));
  }
  std::vector<ModelCredit> credits;
  for (const Model model : settings_.models) {
    ModelCredit& credit = credits.emplace_back(ModelCredit{.model = model});
    if (const auto rule = rule_of(model)) {
      credit.credit = rules_.of(*rule);
      credit.credit.resize(channels_);
    } else {
      Removal solved = TRY(removal());
      credit.credit = std::move(solved.credit);
      credit.removal_effects = std::move(solved.of_conversions);
    }
  }
  return credits;
}

double agreement(const Credit& a, const Credit& b) {
  const auto total = [](const Credit& credit) {
    return std::accumulate(credit.conversions.begin(), credit.conversions.end(), 0.0);
  };
  const double of_a = total(a);
  const double of_b = total(b);
  double shared = 0;
  for (std::size_t i = 0; i < a.conversions.size(); ++i)
    shared += std::min(a.conversions[i] / of_a, b.conversions[i] / of_b);
  return shared;
}

Intervals bootstrap(const Paths& paths, const AttributionSettings& settings,
                    const BootstrapSettings& how) {
  Random random(how.seed);
  std::vector<std::vector<std::vector<double>>> drawn(
      settings.models.size(), std::vector<std::vector<double>>(how.channels));
  for (int round = 0; round < how.rounds; ++round) {
    Attribution attribution(settings);
    if (how.direct) attribution.set_direct(*how.direct);
    attribution.add(resampled(paths, random), how.channels);
    // A sample without a conversion credits nobody.
    const auto credits = attribution.credits();
    for (std::size_t model = 0; model < drawn.size(); ++model) {
      for (std::size_t channel = 0; channel < how.channels; ++channel) {
        drawn[model][channel].push_back(credits ? (*credits)[model].credit.conversions[channel]
                                                : 0);
      }
    }
  }
  Intervals intervals(drawn.size());
  for (std::size_t model = 0; model < drawn.size(); ++model) {
    for (auto& numbers : drawn[model])
      intervals[model].push_back(middle_95(std::move(numbers)));
  }
  return intervals;
}

}  // namespace sluis::methods
