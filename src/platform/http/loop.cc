#include "platform/http/loop.h"

#include <boost/asio/post.hpp>

namespace sluis::http {

Loop::Loop(const Setting& setting) : around_(setting) {}

void Loop::run() {
  thread_ = std::this_thread::get_id();
  io_.run();
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  // What was posted meanwhile comes too late, but must not keep its connection alive.
  io_.restart();
  io_.poll();
}

void Loop::post(std::move_only_function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (!ended_) return asio::post(io_, std::move(task));
  }
  task();
}

void Loop::add(Live& live) {
  lives_.insert(&live);
  live_count_.store(lives_.size(), std::memory_order_relaxed);
  if (!ticking_) tick();
}

void Loop::remove(Live& live) {
  lives_.erase(&live);
  live_count_.store(lives_.size(), std::memory_order_relaxed);
  end_if_idle();
}

// Ticks only while there are connections: an idle server sleeps.
void Loop::tick() {
  ticking_ = true;
  timer_.expires_after(Wheel::kTick);
  timer_.async_wait([this](Error error) {
    ticking_ = false;
    if (error) return;
    wheel_.turn();
    if (!lives_.empty()) tick();
  });
}

void Loop::finish() {
  finishing_ = true;
  for (auto& task : std::exchange(on_finish_, {}))
    task();
  for (Live* const live : std::vector(lives_.begin(), lives_.end()))
    live->finish();
  end_if_idle();
}

void Loop::abort() {
  for (Live* const live : std::vector(lives_.begin(), lives_.end()))
    live->abort();
}

void Loop::end_if_idle() {
  if (!finishing_ || !lives_.empty()) return;
  timer_.cancel();
  work_.reset();
}

}  // namespace sluis::http
