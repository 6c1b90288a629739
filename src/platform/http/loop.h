// One thread's event loop, and what its connections share. Everything here belongs to that thread,
// except post().
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_set>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "platform/http/conversation.h"
#include "platform/http/wheel.h"

namespace sluis::http {

namespace asio = boost::asio;
using Error = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Tcp = asio::basic_stream_socket<asio::ip::tcp, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;
// Errors of the network are values: a peer that goes away is no exception.
inline constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> kAwait;

// For co_spawn: what a connection throws is a fault of ours, and ends the program.
inline void rethrow(std::exception_ptr fault) {
  if (fault) std::rethrow_exception(fault);
}

// A connection, as its loop sees it.
class Live {
 public:
  virtual ~Live() = default;
  // Ends when the request under way is answered.
  virtual void finish() = 0;
  // Ends now.
  virtual void abort() = 0;
};

class Loop {
 public:
  explicit Loop(const Setting& setting);

  // Until finish() was called and every connection is gone.
  void run();
  bool on_thread() const { return std::this_thread::get_id() == thread_; }
  // From any thread. When the loop has ended the task is run at once, by the caller.
  void post(std::move_only_function<void()> task);

  void add(Live& live);
  void remove(Live& live);
  std::size_t live() const { return live_count_.load(std::memory_order_relaxed); }
  // Once, by the connection that accepts: called when finish() is.
  void on_finish(std::move_only_function<void()> task) { on_finish_.push_back(std::move(task)); }
  void finish();
  void abort();

  Executor executor() { return io_.get_executor(); }
  Surroundings& around() { return around_; }
  Wheel& wheel() { return wheel_; }

 private:
  void tick();
  void end_if_idle();

  asio::io_context io_{1};
  asio::executor_work_guard<Executor> work_{io_.get_executor()};
  asio::basic_waitable_timer<std::chrono::steady_clock,
                             asio::wait_traits<std::chrono::steady_clock>, Executor>
      timer_{io_.get_executor()};
  std::thread::id thread_;
  Surroundings around_;
  Wheel wheel_;
  bool ticking_ = false;
  bool finishing_ = false;
  std::unordered_set<Live*> lives_;
  std::atomic<std::size_t> live_count_ = 0;
  std::vector<std::move_only_function<void()>> on_finish_;

  std::mutex mutex_;
  bool ended_ = false;
};

}  // namespace sluis::http
