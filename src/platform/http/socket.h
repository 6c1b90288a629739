// A WebSocket, as the services see it: a bounded queue of messages that any thread may send into,
// and callbacks on the connection's thread. A peer that is too slow for the queue is cut off.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace sluis::http {

class Socket {
 public:
  enum class Kind : std::uint8_t { text, binary };

  struct Message {
    Kind kind = Kind::text;
    std::string bytes;
  };

  struct Options {
    std::size_t message_bytes_max = 1 << 20;  // a larger one from the peer closes with 1009
    std::size_t queued_bytes_max = 1 << 20;
    std::chrono::milliseconds idle_timeout{60'000};  // a ping is sent at half of it
    std::string protocol;                            // chosen subprotocol; none if empty
  };

  // On the connection's thread. `on_close` is called once, whoever closed; code 1006 when the peer
  // vanished.
  struct Handlers {
    std::move_only_function<void()> on_open;
    std::move_only_function<void(Kind, std::string_view)> on_message;
    std::move_only_function<void(std::uint16_t code, std::string_view reason)> on_close;
  };

  Socket(Options options, Handlers handlers)
      : options_(std::move(options)), handlers_(std::move(handlers)) {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  // False once the socket is closing.
  bool send(Kind kind, std::string bytes);
  // After what is queued. 1000 is a normal closure; at most 123 bytes of reason are sent.
  void close(std::uint16_t code, std::string reason = {});

  // For the connection: `wake` is called, from any thread, when there is something to send.
  enum class State : std::uint8_t { open, closing, cut };
  void attach(std::move_only_function<void()> wake);
  // Moves what is queued behind `messages`.
  State take(std::deque<Message>& messages);
  State state() const;
  struct Closing {
    std::uint16_t code = 1000;
    std::string reason;
  };
  Closing closing() const;
  // The connection is gone: calls on_close.
  void detach(const Closing& how);
  const Options& options() const { return options_; }
  Handlers& handlers() { return handlers_; }

 private:
  void wake();

  const Options options_;
  Handlers handlers_;

  mutable std::mutex mutex_;
  std::move_only_function<void()> wake_;
  std::deque<Message> queued_;
  std::size_t queued_bytes_ = 0;
  bool woken_ = false;
  State state_ = State::open;
  Closing closing_;
};

}  // namespace sluis::http
