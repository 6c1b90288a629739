#include "platform/clock.h"

namespace sluis::platform {

Instant ProgramClock::now() const {
  if (stands_) return Instant(micros_);
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Instant(std::chrono::duration_cast<Duration>(now).count());
}

}  // namespace sluis::platform
