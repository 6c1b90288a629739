// Wakes those who wait for something to happen; what happened they look up themselves.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace sluis::store {

class Bell {
 public:
  void ring() {
    {
      const std::lock_guard lock(mutex_);
      ++rung_;
    }
    wake_.notify_all();
  }
  // How often it has been rung; take it before looking, so that nothing is missed.
  std::uint64_t count() const {
    const std::lock_guard lock(mutex_);
    return rung_;
  }
  // Until it has been rung more than `seen` times, or `longest` has passed.
  void wait(std::uint64_t seen, std::chrono::microseconds longest) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, longest, [&] { return rung_ > seen; });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::uint64_t rung_ = 0;
};

}  // namespace sluis::store
