#include "methods/journey_questions.h"

#include <algorithm>

#include "kernel/assert.h"
#include "methods/funnel_walk.h"

namespace sluis::methods {
namespace {

constexpr std::uint32_t kDayS = 86'400;
constexpr std::int64_t kNever = -(std::int64_t{1} << 40);

// A bit for each step that a kind of event takes.
std::array<std::uint8_t, 256> bits_of(std::span<const KindSet> steps) {
  SLUIS_ASSERT(steps.size() <= kStepsMax);
  std::array<std::uint8_t, 256> bits{};
  for (std::size_t kind = 0; kind < bits.size(); ++kind) {
    for (std::size_t step = 0; step < steps.size(); ++step) {
      if (steps[step].holds(static_cast<EventKind>(kind)))
        bits[kind] = static_cast<std::uint8_t>(bits[kind] | 1u << step);
    }
  }
  return bits;
}

template <class Reach>
void walk(const JourneyIndex& index, std::span<const KindSet> steps, std::uint32_t window_s,
          const Reach& reach) {
  const FunnelWalk funnel(steps, window_s);
  for (std::size_t customer = 0; customer < index.customers(); ++customer)
    funnel.walk(index[customer], ~std::uint64_t{0}, reach);
}

}  // namespace

ChannelCounts transitions(const JourneyIndex& index, std::size_t channels) {
  // Two squares in turn, so that a count seldom waits for the one before it.
  ChannelCounts even(channels);
  ChannelCounts odd(channels);
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const Journey journey = index[customer];
    const Channel* channel = journey.channels.data();
    std::size_t i = 1;
    for (; i + 1 < journey.size(); i += 2) {
      ++odd.row(channel[i - 1])[channel[i]];
      ++even.row(channel[i])[channel[i + 1]];
    }
    if (i < journey.size()) ++odd.row(channel[i - 1])[channel[i]];
  }
  for (std::size_t row = 0; row < channels; ++row) {
    for (std::size_t column = 0; column < channels; ++column)
      even.row(row)[column] += odd.at(row, column);
  }
  return even;
}

ChannelCounts overlap(const JourneyIndex& index, std::size_t channels) {
  ChannelCounts counts(channels);
  std::vector<std::size_t> met(channels);  // by whom last, counted from 1
  std::vector<Channel> used;
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    used.clear();
    for (const Channel channel : index[customer].channels) {
      if (met[channel] == customer + 1) continue;
      met[channel] = customer + 1;
      used.push_back(channel);
    }
    for (const Channel one : used) {
      std::int64_t* row = counts.row(one);
      for (const Channel other : used)
        ++row[other];
    }
  }
  return counts;
}

std::vector<std::int64_t> funnel(const JourneyIndex& index, std::span<const KindSet> steps,
                                 std::uint32_t window_s) {
  std::array<std::int64_t, kStepsMax> customers{};
  walk(index, steps, window_s,
       [&](std::size_t step, std::uint32_t, std::size_t) { ++customers[step]; });
  return {customers.begin(), customers.begin() + static_cast<std::ptrdiff_t>(steps.size())};
}

std::vector<FunnelStep> funnel_with_times(const JourneyIndex& index, std::span<const KindSet> steps,
                                          std::uint32_t window_s) {
  std::array<std::vector<std::uint32_t>, kStepsMax> seconds;
  walk(index, steps, window_s,
       [&](std::size_t step, std::uint32_t since, std::size_t) { seconds[step].push_back(since); });
  std::vector<FunnelStep> found(steps.size());
  for (std::size_t step = 0; step < steps.size(); ++step) {
    auto& all = seconds[step];
    found[step].customers = static_cast<std::int64_t>(all.size());
    if (all.empty()) continue;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::ranges::nth_element(all, middle);
    found[step].median_s = *middle;
  }
  return found;
}

std::vector<Touched> last_touches(const JourneyIndex& index, std::size_t channels,
                                  const TouchRules& rules) {
  std::vector<Touched> touched(channels + 1);
  const auto bits = bits_of(std::array{rules.touches, rules.orders});
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const Journey journey = index[customer];
    const EventKind* kinds = journey.kinds.data();
    std::size_t last = channels;
    std::int64_t last_ts = kNever;
    for (std::size_t i = 0; i < journey.size(); ++i) {
      const unsigned part = bits[kinds[i]];
      if (part == 0) continue;
      const std::int64_t now = journey.times.data()[i];
      if ((part & 2) != 0) {
        Touched& credited = touched[now - last_ts <= rules.window_s ? last : channels];
        ++credited.orders;
        credited.value += journey.values.data()[i];
      }
      const Channel channel = journey.channels.data()[i];
      if ((part & 1) == 0 || channel == rules.direct) continue;
      last = channel;
      last_ts = now;
    }
  }
  return touched;
}

Days days_of(const JourneyIndex& index) {
  std::uint32_t first = ~std::uint32_t{0};
  std::uint32_t last = 0;
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const Journey journey = index[customer];
    if (journey.size() == 0) continue;
    first = std::min(first, journey.times.front());
    last = std::max(last, journey.times.back());
  }
  if (first > last) return {};
  return {first / kDayS, last / kDayS - first / kDayS + 1};
}

std::vector<DayChannel> daily(const JourneyIndex& index, std::size_t channels, const Days& days,
                              const KindSet& orders) {
  std::vector<DayChannel> cells(days.days * channels);
  DayChannel* all = cells.data();
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const Journey journey = index[customer];
    for (std::size_t i = 0; i < journey.size(); ++i) {
      const std::size_t day = journey.times.data()[i] / kDayS - days.first_day;
      DayChannel& cell = all[day * channels + journey.channels.data()[i]];
      ++cell.events;
      cell.orders += orders.holds(journey.kinds.data()[i]);
      cell.value += journey.values.data()[i];
    }
  }
  return cells;
}

std::vector<std::int64_t> daily_customers(const JourneyIndex& index, std::size_t channels,
                                          const Days& days) {
  std::vector<std::int64_t> cells(days.days * channels);
  std::vector<std::uint64_t> met(channels);  // on which day of which customer last
  std::uint64_t* stamps = met.data();
  std::uint64_t stamp = 0;
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const Journey journey = index[customer];
    std::size_t before = ~std::size_t{0};
    for (std::size_t i = 0; i < journey.size(); ++i) {
      const std::size_t day = journey.times.data()[i] / kDayS - days.first_day;
      stamp += day != before;
      before = day;
      const Channel channel = journey.channels.data()[i];
      if (stamps[channel] == stamp) continue;
      stamps[channel] = stamp;
      ++cells[day * channels + channel];
    }
  }
  return cells;
}

}  // namespace sluis::methods
