// What some thousands of identities did, as columns sorted by identity and time. A step is what
// somebody did: seven bytes. What few steps have (a campaign, a product) and money lie beside them,
// a row only where there is something to say.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "methods/journey_index.h"

namespace sluis::journeys {

using methods::Channel;
using methods::EventKind;

// Numbers of names; 0 is none.
using Name = std::uint32_t;

struct Step {
  std::uint32_t ts = 0;  // seconds since 1970
  Channel channel = 0;
  EventKind kind = 0;
  bool is_order = false;  // of what happened in the same second the orders come last
  Name campaign = 0;
  Name product = 0;

  // In this order steps lie in a journey, wherever they came from.
  std::uint64_t place() const {
    return std::uint64_t{ts} << 32 | std::uint64_t{is_order} << 24 | std::uint64_t{kind} << 16 |
           channel;
  }
  bool has_mark() const { return campaign != 0 || product != 0; }
};
inline Step step_at(std::uint64_t place) {
  return {.ts = static_cast<std::uint32_t>(place >> 32),
          .channel = static_cast<Channel>(place),
          .kind = static_cast<EventKind>(place >> 16),
          .is_order = (place >> 24 & 1) != 0};
}

// Of the step at this place of its journey.
struct Mark {
  std::uint32_t at = 0;
  Name campaign = 0;
  Name product = 0;
};

// Money that moved: of an order, its lines, and what was taken back. In micro-units.
struct Booking {
  std::uint32_t ts = 0;
  Name product = 0;
  EventKind kind = 0;
  std::int64_t revenue = 0;
  std::int64_t cost = 0;
  bool operator==(const Booking&) const = default;
};

// What one identity, or all those of a customer, did.
struct Track {
  methods::Journey steps;  // without values
  std::span<const Mark> marks;
  std::span<const Booking> bookings;
};

struct Sizes {
  std::uint32_t steps = 0;
  std::uint32_t marks = 0;
  std::uint32_t bookings = 0;
};

class Columns {
 public:
  Columns() = default;
  // Room for identities with so much each. Then put() all of it in any order, and settle().
  explicit Columns(std::span<const Sizes> sizes);
  void put(std::size_t identity, const Step& step);
  void put(std::size_t identity, const Booking& booking);
  void settle(const methods::KindSet& orders);

  std::size_t identities() const { return steps_.empty() ? 0 : steps_.size() - 1; }
  std::size_t steps() const { return times_.size(); }
  std::size_t bytes() const;
  Track operator[](std::size_t identity) const;

 private:
  void sort_steps(std::size_t identity, const methods::KindSet& orders);

  std::vector<std::uint32_t> steps_;  // where each identity begins
  std::vector<std::uint32_t> of_marks_;
  std::vector<std::uint32_t> of_bookings_;
  std::vector<std::uint32_t> times_;
  std::vector<Channel> channels_;
  std::vector<EventKind> kinds_;
  std::vector<Mark> marks_;
  std::vector<Booking> bookings_;
};

// Tracks put together, and sorted.
class Gathered {
 public:
  explicit Gathered(const methods::KindSet& orders) : orders_(orders) {}

  void clear();
  void add(const Track& track);
  void add(const Step& step) { steps_.push_back({step.place(), step.campaign, step.product}); }
  void add(const Booking& booking) { bookings_.push_back(booking); }
  Track sorted();

 private:
  struct Placed {
    std::uint64_t place;
    Name campaign;
    Name product;
    auto operator<=>(const Placed&) const = default;
  };

  const methods::KindSet& orders_;
  std::vector<Placed> steps_;
  std::vector<std::uint32_t> times_;
  std::vector<Channel> channels_;
  std::vector<EventKind> kinds_;
  std::vector<Mark> marks_;
  std::vector<Booking> bookings_;
};

// The steps of a track one by one, with what lies beside them.
template <class Take>
void each_step(const Track& track, const methods::KindSet& orders, const Take& take) {
  auto mark = track.marks.begin();
  for (std::size_t i = 0; i < track.steps.size(); ++i) {
    const EventKind kind = track.steps.kinds[i];
    Step step{.ts = track.steps.times[i],
              .channel = track.steps.channels[i],
              .kind = kind,
              .is_order = orders.holds(kind)};
    if (mark != track.marks.end() && mark->at == i) {
      step.campaign = mark->campaign;
      step.product = mark->product;
      ++mark;
    }
    take(step);
  }
}

}  // namespace sluis::journeys
