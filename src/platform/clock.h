// What tells the time to the program: the machine's clock, or for tests one that stands still until
// it is moved.
#pragma once

#include <atomic>
#include <optional>

#include "kernel/time.h"

namespace sluis::platform {

class ProgramClock : public Clock {
 public:
  explicit ProgramClock(std::optional<Instant> stands_at)
      : stands_(stands_at.has_value()), micros_(stands_at.value_or(Instant()).micros()) {}

  Instant now() const override;
  bool stands_still() const { return stands_; }
  // Only of a clock that stands still.
  void set(Instant now) { micros_ = now.micros(); }
  void advance(Duration by) { micros_ += by.count(); }

 private:
  const bool stands_;
  std::atomic<std::int64_t> micros_;
};

}  // namespace sluis::platform
