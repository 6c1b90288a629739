#include "methods/journey_counts.h"

#include <cmath>

namespace sluis::methods {

void TransitionCounter::add(const Journey& journey) {
  const Channel* channel = journey.channels.data();
  std::size_t i = 1;
  for (; i + 1 < journey.size(); i += 2) {
    ++odd_.row(channel[i - 1])[channel[i]];
    ++even_.row(channel[i])[channel[i + 1]];
  }
  if (i < journey.size()) ++odd_.row(channel[i - 1])[channel[i]];
}

void OverlapCounter::add(const Journey& journey) {
  ++customer_;
  used_.clear();
  for (const Channel channel : journey.channels) {
    if (met_[channel] == customer_) continue;
    met_[channel] = customer_;
    used_.push_back(channel);
  }
  for (const Channel one : used_) {
    std::int64_t* row = counts_.row(one);
    for (const Channel other : used_)
      ++row[other];
  }
}

std::size_t GapCounter::class_of(std::uint32_t seconds) {
  if (seconds == 0) return 0;
  return 1 + static_cast<std::size_t>(std::log2(static_cast<double>(seconds)) * kClassesPerOctave);
}

void GapCounter::add(const Journey& journey) {
  for (std::size_t i = 1; i < journey.size(); ++i) {
    auto& lengths = pairs_[journey.channels[i - 1] * channels_ + journey.channels[i]];
    if (!lengths) lengths = std::make_unique<Lengths>();
    ++(*lengths)[class_of(journey.times[i] - journey.times[i - 1])];
  }
}

std::int64_t GapCounter::times(std::size_t from, std::size_t to) const {
  const auto& lengths = pairs_[from * channels_ + to];
  std::int64_t sum = 0;
  if (!lengths) return sum;
  for (const std::uint32_t count : *lengths)
    sum += count;
  return sum;
}

std::optional<double> GapCounter::quantile(std::size_t from, std::size_t to, double part) const {
  const double all = static_cast<double>(times(from, to));
  if (all == 0) return std::nullopt;
  double below = 0;
  for (std::size_t one = 0; one < kClasses; ++one) {
    const double here = (*pairs_[from * channels_ + to])[one];
    if (here == 0 || below + here < part * all) {
      below += here;
      continue;
    }
    if (one == 0) return 0;
    const double inside = (part * all - below) / here;
    return std::exp2((static_cast<double>(one - 1) + inside) / kClassesPerOctave);
  }
  return std::nullopt;
}

PathCounter::PathCounter(std::size_t channels, std::size_t steps)
    : channels_(channels),
      steps_(steps),
      links_(steps * (channels + 1) * (channels + 1)),
      starts_(channels) {
  SLUIS_ASSERT(steps >= 1 && steps <= kPathStepsMax);
}

void PathCounter::add(const Journey& journey, const KindSet& converts) {
  if (journey.size() == 0) return;
  Key key;
  bool converted = false;
  for (std::size_t i = 0; i < journey.size() && !converted; ++i) {
    converted = converts.holds(journey.kinds[i]);
    const Channel channel = journey.channels[i];
    if (key.length > 0 && key.channels[key.length - 1] == channel) continue;
    if (key.length < steps_) {
      key.channels[key.length++] = channel;
    } else if (!key.cut) {
      key.cut = true;
    }
  }
  ++starts_[key.channels[0]];
  for (std::size_t step = 0; step < key.length; ++step) {
    const bool last = step + 1 == key.length;
    if (last && key.cut) break;
    const std::size_t to = last ? channels_ : key.channels[step + 1];
    ++links_[(step * (channels_ + 1) + key.channels[step]) * (channels_ + 1) + to];
  }
  Count& count = whole_[key];
  ++count.customers;
  count.converted += converted;
  converted_ += converted;
}

std::vector<PathCounter::Whole> PathCounter::most_frequent(std::size_t most) const {
  std::vector<Whole> all;
  for (const auto& [key, count] : whole_)
    all.push_back({{key.channels.begin(), key.channels.begin() + key.length},
                   count.customers,
                   count.converted,
                   key.cut});
  const auto order = [](const Whole& one) {
    return std::tuple(-one.customers, one.channels, one.cut);
  };
  const std::size_t shown = std::min(most, all.size());
  std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(shown), {}, order);
  all.resize(shown);
  return all;
}

FunnelCounter::FunnelCounter(std::span<const KindSet> steps, std::uint32_t window_s,
                             std::size_t channels)
    : walk_(steps, window_s), channels_(channels), stayed_(steps.size() * channels) {}

void FunnelCounter::add(const Journey& journey, std::uint64_t end_ts) {
  std::size_t place = 0;
  const std::size_t reached =
      walk_.walk(journey, end_ts, [&](std::size_t step, std::uint32_t since, std::size_t at) {
        seconds_[step].push_back(since);
        place = at;
      });
  if (reached > 0) ++stayed_[(reached - 1) * channels_ + journey.channels[place]];
}

std::vector<FunnelStep> FunnelCounter::steps() {
  std::vector<FunnelStep> found(walk_.steps());
  for (std::size_t step = 0; step < found.size(); ++step) {
    auto& all = seconds_[step];
    found[step].customers = static_cast<std::int64_t>(all.size());
    if (all.empty()) continue;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::ranges::nth_element(all, middle);
    found[step].median_s = *middle;
  }
  return found;
}

}  // namespace sluis::methods
