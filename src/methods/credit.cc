#include "methods/credit.h"

#include <algorithm>
#include <cmath>

namespace sluis::methods {
namespace {

constexpr double kPositionEnd = 0.4;  // to the first, and as much to the last

}  // namespace

void RuleCredits::add(const Paths& batch, std::size_t channels) {
  for (const Rule rule : settings_.rules)
    credits_[static_cast<std::size_t>(rule)].resize(channels);
  met_.resize(channels);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Path path = batch[i];
    const bool nothing = path.conversions == 0 && path.value == 0;
    if (nothing || path.steps.empty()) continue;
    for (const Rule rule : settings_.rules)
      add(rule, path);
  }
}

void RuleCredits::add(Rule rule, const Path& path) {
  Credit& credit = credits_[static_cast<std::size_t>(rule)];
  switch (rule) {
    case Rule::first:
      return credit.give(path.steps.front(), 1, path);
    case Rule::last:
      return credit.give(path.steps.back(), 1, path);
    case Rule::linear:
      for (const Channel channel : path.steps)
        credit.give(channel, 1 / static_cast<double>(path.steps.size()), path);
      return;
    case Rule::position:
      return add_position(credit, path);
    case Rule::time_decay:
      return add_time_decay(credit, path);
    case Rule::last_non_direct: {
      const auto meant = std::find_if(path.steps.rbegin(), path.steps.rend(),
                                      [&](Channel channel) { return channel != settings_.direct; });
      return credit.give(meant == path.steps.rend() ? path.steps.back() : *meant, 1, path);
    }
    case Rule::shapley:
      return add_shapley(credit, path);
  }
}

void RuleCredits::add_position(Credit& credit, const Path& path) const {
  const std::size_t length = path.steps.size();
  if (length <= 2) {
    for (const Channel channel : path.steps)
      credit.give(channel, 1 / static_cast<double>(length), path);
    return;
  }
  credit.give(path.steps.front(), kPositionEnd, path);
  credit.give(path.steps.back(), kPositionEnd, path);
  const double between = (1 - 2 * kPositionEnd) / static_cast<double>(length - 2);
  for (const Channel channel : path.steps.subspan(1, length - 2))
    credit.give(channel, between, path);
}

void RuleCredits::add_time_decay(Credit& credit, const Path& path) {
  const std::size_t length = path.steps.size();
  weights_.resize(length);
  double sum = 0;
  for (std::size_t i = 0; i < length; ++i) {
    const double age = path.ages_d.empty() ? static_cast<double>(length - 1 - i) : path.ages_d[i];
    sum += weights_[i] = std::exp2(-age / settings_.half_life);
  }
  // When all steps are so old that nothing is left of them, the last one stands for them.
  if (sum <= 0) return credit.give(path.steps.back(), 1, path);
  for (std::size_t i = 0; i < length; ++i)
    credit.give(path.steps[i], weights_[i] / sum, path);
}

void RuleCredits::add_shapley(Credit& credit, const Path& path) {
  ++path_;
  distinct_.clear();
  for (const Channel channel : path.steps) {
    if (met_[channel] == path_) continue;
    met_[channel] = path_;
    distinct_.push_back(channel);
  }
  for (const Channel channel : distinct_)
    credit.give(channel, 1 / static_cast<double>(distinct_.size()), path);
}

}  // namespace sluis::methods
