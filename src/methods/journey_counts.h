// The same questions over journeys that are handed over one by one: of some customers, or of some
// time. Each counter is fed with add() and then asked.
#pragma once

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include "methods/funnel_walk.h"

namespace sluis::methods {

// What is counted of everybody.
struct Fed {
  std::int64_t customers = 0;
  std::int64_t steps = 0;
  void add(const Journey& journey) {
    ++customers;
    steps += static_cast<std::int64_t>(journey.size());
  }
};

// How often a step on one channel (the row) was followed by one on another.
class TransitionCounter {
 public:
  explicit TransitionCounter(std::size_t channels) : even_(channels), odd_(channels) {}
  void add(const Journey& journey);
  std::int64_t times(std::size_t from, std::size_t to) const {
    return even_.at(from, to) + odd_.at(from, to);
  }

 private:
  // Two squares in turn, so that a count seldom waits for the one before it.
  ChannelCounts even_;
  ChannelCounts odd_;
};

// How many customers used both channels; on the diagonal, how many used the one.
class OverlapCounter {
 public:
  explicit OverlapCounter(std::size_t channels) : counts_(channels), met_(channels) {}
  void add(const Journey& journey);
  std::int64_t customers(std::size_t one, std::size_t other) const {
    return counts_.at(one, other);
  }

 private:
  ChannelCounts counts_;
  std::vector<std::uint64_t> met_;  // by whom last
  std::uint64_t customer_ = 0;
  std::vector<Channel> used_;
};

// How long it took from a step on one channel to the next on another. Kept as how many of about
// what length, each class a ninth longer than the one before: a quantile is right to 6 %.
class GapCounter {
 public:
  explicit GapCounter(std::size_t channels) : channels_(channels), pairs_(channels * channels) {}
  void add(const Journey& journey);
  std::int64_t times(std::size_t from, std::size_t to) const;
  // Seconds; of none there is none.
  std::optional<double> quantile(std::size_t from, std::size_t to, double part) const;

 private:
  static constexpr std::size_t kClassesPerOctave = 6;
  static constexpr std::size_t kClasses = 32 * kClassesPerOctave + 1;
  using Lengths = std::array<std::uint32_t, kClasses>;
  static std::size_t class_of(std::uint32_t seconds);

  std::size_t channels_;
  std::vector<std::unique_ptr<Lengths>> pairs_;
};

// Through which channels customers went: visits in a row on one channel are one.
inline constexpr std::size_t kPathStepsMax = 8;
class PathCounter {
 public:
  PathCounter(std::size_t channels, std::size_t steps);
  // `converts`: what makes a path one that led to something; it ends there.
  void add(const Journey& journey, const KindSet& converts);

  // Of the paths that have a step with this number on this channel: which channel is the next one.
  std::int64_t links(std::size_t step, std::size_t from, std::size_t to) const {
    return links_[(step * (channels_ + 1) + from) * (channels_ + 1) + to];
  }
  std::int64_t starts(std::size_t channel) const { return starts_[channel]; }
  // Where paths ended at this step.
  std::int64_t ends(std::size_t step, std::size_t from) const {
    return links(step, from, channels_);
  }
  struct Whole {
    std::vector<Channel> channels;
    std::int64_t customers = 0;
    std::int64_t converted = 0;
    bool cut = false;  // there were more steps
  };
  // The most frequent ones.
  std::vector<Whole> most_frequent(std::size_t most) const;
  std::int64_t converted() const { return converted_; }

 private:
  struct Key {
    std::array<Channel, kPathStepsMax> channels{};
    std::uint8_t length = 0;
    bool cut = false;
    bool operator==(const Key&) const = default;
    friend std::size_t hash_value(const Key& key) {
      std::size_t seed = boost::hash_range(key.channels.begin(), key.channels.end());
      boost::hash_combine(seed, key.length + (key.cut ? 2 * kPathStepsMax : 0));
      return seed;
    }
  };
  struct Count {
    std::int64_t customers = 0;
    std::int64_t converted = 0;
  };

  std::size_t channels_;
  std::size_t steps_;
  std::vector<std::int64_t> links_;
  std::vector<std::int64_t> starts_;
  boost::unordered_flat_map<Key, Count> whole_;
  std::int64_t converted_ = 0;
};

// How many customers came how far, how long that took, and on which channel they stayed behind.
class FunnelCounter {
 public:
  FunnelCounter(std::span<const KindSet> steps, std::uint32_t window_s, std::size_t channels);
  // A funnel begins before `end_ts`.
  void add(const Journey& journey, std::uint64_t end_ts);
  std::vector<FunnelStep> steps();
  // How many came to this step on this channel, and no further.
  std::int64_t stayed(std::size_t step, std::size_t channel) const {
    return stayed_[step * channels_ + channel];
  }

 private:
  FunnelWalk walk_;
  std::size_t channels_;
  std::array<std::vector<std::uint32_t>, kStepsMax> seconds_;
  std::vector<std::int64_t> stayed_;
};

}  // namespace sluis::methods
