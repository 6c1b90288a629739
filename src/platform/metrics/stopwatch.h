// How long the steps of some work take, one after the other.
#pragma once

#include <chrono>
#include <cstdint>

namespace sluis::metrics {

class Stopwatch {
 public:
  // Nanoseconds since it was made, or since the lap before.
  std::uint64_t lap_ns() {
    const auto now = std::chrono::steady_clock::now();
    const auto lap = std::chrono::duration_cast<std::chrono::nanoseconds>(now - last_);
    last_ = now;
    return static_cast<std::uint64_t>(lap.count());
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace sluis::metrics
