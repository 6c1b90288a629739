// Questions over the journeys of all customers, each answered in one pass over the index.
#pragma once

#include <optional>

#include "methods/journey_index.h"

namespace sluis::methods {

// A square of counts, a row and a column for each channel.
class ChannelCounts {
 public:
  explicit ChannelCounts(std::size_t channels)
      : channels_(channels), counts_(channels * channels) {}
  std::int64_t at(std::size_t row, std::size_t column) const {
    return counts_[row * channels_ + column];
  }
  std::size_t channels() const { return channels_; }
  std::int64_t* row(std::size_t row) { return counts_.data() + row * channels_; }

 private:
  std::size_t channels_;
  std::vector<std::int64_t> counts_;
};

// How often an event on one channel (the row) was followed by one on another.
ChannelCounts transitions(const JourneyIndex& index, std::size_t channels);

// How many customers used both channels; on the diagonal, how many used the one.
ChannelCounts overlap(const JourneyIndex& index, std::size_t channels);

// How many customers came how far through steps in this order, all within the window after the
// first one; other events may lie between them. A later start counts as well.
inline constexpr std::size_t kStepsMax = 8;
struct FunnelStep {
  std::int64_t customers = 0;
  std::optional<std::uint32_t> median_s;  // from the first step to this one; none for nobody
};
std::vector<std::int64_t> funnel(const JourneyIndex& index, std::span<const KindSet> steps,
                                 std::uint32_t window_s);
std::vector<FunnelStep> funnel_with_times(const JourneyIndex& index, std::span<const KindSet> steps,
                                          std::uint32_t window_s);

// Orders by the channel of the last touch before each of them: strictly earlier, at most the window
// ago, and not on the channel of direct visits.
struct TouchRules {
  KindSet touches;
  KindSet orders;
  std::optional<Channel> direct;
  std::uint32_t window_s = 0;
};
struct Touched {
  std::int64_t orders = 0;
  double value = 0;
};
// The last one is for orders without a touch.
std::vector<Touched> last_touches(const JourneyIndex& index, std::size_t channels,
                                  const TouchRules& rules);

// Per day (in UTC, from `first_day` on) and channel.
struct DayChannel {
  std::int64_t events = 0;
  std::int64_t orders = 0;
  double value = 0;
};
struct Days {
  std::uint32_t first_day = 0;  // since 1970
  std::size_t days = 0;
};
Days days_of(const JourneyIndex& index);
std::vector<DayChannel> daily(const JourneyIndex& index, std::size_t channels, const Days& days,
                              const KindSet& orders);
// How many different customers.
std::vector<std::int64_t> daily_customers(const JourneyIndex& index, std::size_t channels,
                                          const Days& days);

}  // namespace sluis::methods
