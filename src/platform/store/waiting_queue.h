// What waits to be done by the store's threads: interactive work first, but background work gets
// its turn now and then.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "platform/store/store.h"

namespace sluis::store {

template <class Work>
class WaitingQueue {
 public:
  explicit WaitingQueue(std::size_t limit) : limit_(limit) {}

  // The failure to answer with when it cannot wait here; `work` is then left alone.
  std::optional<Failure> push(Priority priority, Work& work) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_) return Failure::unavailable;
      if (interactive_.size() + background_.size() >= limit_) return Failure::overloaded;
      (priority == Priority::interactive ? interactive_ : background_).push_back(std::move(work));
    }
    wake_.notify_one();
    return std::nullopt;
  }

  // Waits for work; nothing once the queue is closed and empty.
  std::optional<Work> take() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return closed_ || !interactive_.empty() || !background_.empty(); });
    return next();
  }

  std::optional<Work> take_if_any() {
    const std::lock_guard lock(mutex_);
    return next();
  }

  // What waits is still handed out.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    wake_.notify_all();
  }

  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return interactive_.size() + background_.size();
  }

 private:
  static constexpr int kInteractiveInARow = 512;

  std::optional<Work> next() {
    const bool turn_of_background = in_a_row_ >= kInteractiveInARow && !background_.empty();
    if (!interactive_.empty() && !turn_of_background) {
      ++in_a_row_;
      return pop(interactive_);
    }
    in_a_row_ = 0;
    return pop(background_);
  }

  static std::optional<Work> pop(std::deque<Work>& waiting) {
    if (waiting.empty()) return std::nullopt;
    std::optional<Work> first(std::move(waiting.front()));
    waiting.pop_front();
    return first;
  }

  const std::size_t limit_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Work> interactive_;
  std::deque<Work> background_;
  int in_a_row_ = 0;
  bool closed_ = false;
};

}  // namespace sluis::store
