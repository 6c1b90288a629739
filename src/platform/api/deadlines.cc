#include "platform/api/deadlines.h"

#include <vector>

namespace sluis::api {
namespace {

// So many come in that each is not worth a wake-up.
constexpr std::chrono::milliseconds kRhythm{20};

}  // namespace

void Deadlines::after(std::chrono::milliseconds time, std::function<void()> action) {
  const std::lock_guard lock(mutex_);
  if (stopping_) return;
  waiting_.emplace(std::chrono::steady_clock::now() + time, std::move(action));
  if (!thread_.joinable()) thread_ = std::jthread([this] { run(); });
  if (waiting_.size() == 1) changed_.notify_one();
}

void Deadlines::finish() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Deadlines::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (waiting_.empty()) {
      changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    } else {
      changed_.wait_for(lock, kRhythm, [&] { return stopping_; });
    }
    std::vector<std::function<void()>> due;
    const Moment now = std::chrono::steady_clock::now();
    while (!waiting_.empty() && waiting_.begin()->first <= now) {
      due.push_back(std::move(waiting_.begin()->second));
      waiting_.erase(waiting_.begin());
    }
    lock.unlock();
    for (const auto& action : due)
      action();
    due.clear();
    lock.lock();
  }
}

}  // namespace sluis::api
