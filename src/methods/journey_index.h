// What all customers did, in memory, sorted by customer and then by time: the columns that
// questions read take seven bytes an event (time, channel, kind), the value of an event lies beside
// them. A question is one pass.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "methods/paths.h"

namespace sluis::methods {

using EventKind = std::uint8_t;
inline constexpr std::size_t kKindsMax = 250;

// Kinds of event that play a part in a question.
class KindSet {
 public:
  void add(EventKind kind) { kinds_[kind] = true; }
  bool holds(EventKind kind) const { return kinds_[kind]; }
  bool empty() const { return kinds_ == std::array<bool, 256>(); }

 private:
  std::array<bool, 256> kinds_{};
};

struct JourneyEvent {
  std::uint32_t customer = 0;
  std::uint32_t ts = 0;  // seconds since 1970
  Channel channel = 0;
  EventKind kind = 0;
  double value = 0;
};

// The events of one customer.
struct Journey {
  std::span<const std::uint32_t> times;
  std::span<const Channel> channels;
  std::span<const EventKind> kinds;
  std::span<const double> values;

  std::size_t size() const { return times.size(); }
};

class JourneyIndex {
 public:
  JourneyIndex() = default;

  // Customers are counted from 0 on; one without events has an empty journey.
  std::size_t customers() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  std::size_t events() const { return times_.size(); }
  Journey operator[](std::size_t customer) const {
    const std::size_t begin = begins_[customer];
    const std::size_t length = begins_[customer + 1] - begin;
    return {{times_.data() + begin, length},
            {channels_.data() + begin, length},
            {kinds_.data() + begin, length},
            {values_.data() + begin, length}};
  }

 private:
  friend class JourneyBuilder;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> times_;
  std::vector<Channel> channels_;
  std::vector<EventKind> kinds_;
  std::vector<double> values_;
};

// Takes events in any order, and gives each customer theirs in order of time; events of the same
// second stay in the order in which they came.
class JourneyBuilder {
 public:
  static constexpr std::size_t kEventsMax = 4'000'000'000;

  void reserve(std::size_t events);
  void add(const JourneyEvent& event);
  JourneyIndex build() &&;

 private:
  void place();
  void sort_times();

  std::size_t customers_ = 0;
  std::vector<std::uint32_t> owners_;
  JourneyIndex index_;
};

}  // namespace sluis::methods
