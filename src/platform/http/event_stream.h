// Server-sent events to one subscriber: a bounded queue that any thread may push into. A reader who
// is too slow for it is cut off, and comes back with Last-Event-ID (a header of its request).
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace sluis::http {

class EventStream {
 public:
  struct Options {
    std::size_t queued_bytes_max = 256 * 1024;
    std::chrono::milliseconds heartbeat{15'000};  // a comment, when there was nothing else to send
  };

  explicit EventStream(Options options) : options_(options) {}
  EventStream() : EventStream(Options{}) {}
  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;

  // Empty `event` and `id` are left out. False once the stream is closed.
  bool push(std::string_view event, std::string_view id, std::string_view data);
  // Sends what is queued, then ends.
  void close();
  // Called once, when the stream has ended for whatever reason; never while push() or close() runs.
  // Set before the stream is handed to the Responder.
  void on_closed(std::move_only_function<void()> callback) { on_closed_ = std::move(callback); }

  // For the connection: `wake` is called, from any thread, when there is something to do.
  enum class State : std::uint8_t { open, closing, cut };
  void attach(std::move_only_function<void()> wake);
  State take(std::string& bytes);
  State state() const;
  void detach();
  const Options& options() const { return options_; }

 private:
  void wake();

  const Options options_;
  std::move_only_function<void()> on_closed_;

  mutable std::mutex mutex_;
  std::move_only_function<void()> wake_;
  std::string queued_;
  bool woken_ = false;
  State state_ = State::open;
};

}  // namespace sluis::http
