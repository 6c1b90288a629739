// How far one customer comes through the steps of a funnel.
#pragma once

#include <algorithm>
#include <bit>

#include "kernel/assert.h"
#include "methods/journey_questions.h"

namespace sluis::methods {

class FunnelWalk {
 public:
  FunnelWalk(std::span<const KindSet> steps, std::uint32_t window_s)
      : steps_(steps.size()), window_s_(window_s) {
    SLUIS_ASSERT(steps.size() <= kStepsMax);
    for (std::size_t kind = 0; kind < bits_.size(); ++kind) {
      for (std::size_t step = 0; step < steps.size(); ++step) {
        if (steps[step].holds(static_cast<EventKind>(kind)))
          bits_[kind] = static_cast<std::uint8_t>(bits_[kind] | 1u << step);
      }
    }
  }

  // Calls reach(step, seconds since the first one, place) when the customer comes further than
  // before. Each step remembers when its chain began; the latest beginning is the best one, as what
  // follows has the most time left. A chain begins before `end_ts`. Returns how many steps were
  // reached.
  template <class Reach>
  std::size_t walk(const Journey& journey, std::uint64_t end_ts, const Reach& reach) const {
    constexpr std::int64_t kNever = -(std::int64_t{1} << 40);
    const std::uint32_t* times = journey.times.data();
    const EventKind* kinds = journey.kinds.data();
    std::array<std::int64_t, kStepsMax> begun;
    begun.fill(kNever);
    std::size_t reached = 0;
    for (std::size_t i = 0; i < journey.size() && reached < steps_; ++i) {
      // From the last step down, so that one event never takes two of them.
      for (unsigned taken = bits_[kinds[i]]; taken != 0;) {
        const auto step = static_cast<std::size_t>(31 - std::countl_zero(taken));
        taken ^= 1u << step;
        const std::int64_t now = times[i];
        if (step == 0 && times[i] >= end_ts) continue;
        const std::int64_t start = step == 0 ? now : begun[step - 1];
        if (now - start > window_s_) continue;
        begun[step] = start;
        if (step < reached) continue;
        reached = step + 1;
        reach(step, static_cast<std::uint32_t>(now - start), i);
      }
    }
    return reached;
  }

  std::size_t steps() const { return steps_; }

 private:
  std::size_t steps_;
  std::uint32_t window_s_;
  std::array<std::uint8_t, 256> bits_{};
};

}  // namespace sluis::methods
