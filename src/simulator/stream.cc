#include "simulator/stream.h"

#include <algorithm>

#include "simulator/calendar.h"

namespace sluis::simulator {

Stream::Stream(const Settings& settings, Instant from) : simulation_(settings) {
  const Date day = local_day(from);
  while (simulation_.date() < day)
    simulation_.next_day();
  live();
  const auto first = std::ranges::lower_bound(today_, from, {}, &Event::ts);
  at_ = static_cast<std::size_t>(first - today_.begin());
}

void Stream::live() {
  today_ = simulation_.next_day();
  at_ = 0;
}

const Event& Stream::next() {
  while (at_ == today_.size())
    live();
  return today_[at_++];
}

}  // namespace sluis::simulator
