// Where the coroutine of a connection waits for something other than its socket.
#pragma once

#include <functional>
#include <utility>

#include <boost/asio/async_result.hpp>

#include "platform/http/loop.h"

namespace sluis::http {

// On the thread of its loop only. A wake() that comes before wait() is not lost.
class Suspension {
 public:
  Task<void> wait() {
    constexpr asio::use_awaitable_t<Executor> kResumed;
    if (!std::exchange(woken_, false)) {
      co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
          [this](auto handler) { resume_ = std::move(handler); }, kResumed);
    }
    woken_ = false;
  }
  void wake() {
    woken_ = true;
    if (resume_) std::exchange(resume_, nullptr)();
  }
  bool waiting() const { return resume_ != nullptr; }

 private:
  std::move_only_function<void()> resume_;
  bool woken_ = false;
};

}  // namespace sluis::http
