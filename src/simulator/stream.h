// A sample going on after its last day: the same company with the same customers, event by event,
// from a moment on.
#pragma once

#include "simulator/simulation.h"

namespace sluis::simulator {

class Stream {
 public:
  // Lives through all days before `from`, so that what was ordered then may still come back.
  Stream(const Settings& settings, Instant from);

  // The next event; there is always one.
  const Event& next();

 private:
  void live();

  Simulation simulation_;
  std::vector<Event> today_;
  std::size_t at_ = 0;
};

}  // namespace sluis::simulator
