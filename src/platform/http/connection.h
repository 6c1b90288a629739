// One connection: a coroutine that reads, lets the conversation serve, and writes, until either
// side has had enough. The stream is plain TCP or TLS over it.
#pragma once

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/write.hpp>

#include "platform/http/conversation.h"
#include "platform/http/departure.h"
#include "platform/http/event_stream.h"
#include "platform/http/loop.h"
#include "platform/http/occupancy.h"
#include "platform/http/socket.h"
#include "platform/http/suspension.h"
#include "platform/http/websocket.h"

namespace sluis::http {

// What a connection begins with.
struct Arrival {
  std::shared_ptr<Loop> loop;
  Tcp socket;
  Peer peer;
  std::unique_ptr<Occupancy::Place> place;
};

// `Transport` owns the stream and knows what is special about it.
template <class Transport>
class Connection final : public Answering,
                         public Live,
                         private Wheel::Entry,
                         public std::enable_shared_from_this<Connection<Transport>> {
 public:
  template <class... Arguments>
  explicit Connection(Arrival arrival, Arguments&&... arguments)
      : loop_(std::move(arrival.loop)),
        place_(std::move(arrival.place)),
        transport_(std::move(arrival.socket), std::forward<Arguments>(arguments)...),
        conversation_(loop_->around(), std::move(arrival.peer)) {
    loop_->add(*this);
    loop_->wheel().add(*this);
  }

  static void begin(std::shared_ptr<Connection> connection) {
    const Executor executor = connection->loop_->executor();
    asio::co_spawn(executor, live(std::move(connection)), rethrow);
  }

  void answer(Answer answer) override;
  std::stop_token departure() override;
  void finish() override;
  void abort() override;

 private:
  using Next = Conversation::Next;
  using Awaiting = Conversation::Awaiting;
  static constexpr std::chrono::milliseconds kLinger{1'000};
  static constexpr std::size_t kLingerBytesMax = 1 << 20;
  static constexpr std::chrono::milliseconds kLook{200};  // for a peer that left

  static Task<void> live(std::shared_ptr<Connection> self);
  Task<bool> talk(std::shared_ptr<Connection> self);
  Task<bool> send();
  bool send_now();
  bool received(Error error, std::size_t bytes);
  Task<void> answered();
  Task<void> stream_events(std::shared_ptr<Connection> self);
  Task<void> speak_websocket(std::shared_ptr<Connection> self);
  Task<void> linger();
  static Task<void> watch(std::shared_ptr<Connection> self);
  void end();

  void deliver(Answer answer);
  static void discard(Answer& answer);
  std::move_only_function<void()> waker(std::shared_ptr<Connection> self);

  void on_due() override;
  void due_in(std::chrono::milliseconds time) {
    Wheel& wheel = loop_->wheel();
    wheel.set(*this, wheel.now() + Wheel::ticks(time));
  }
  void set_read_deadline();
  std::chrono::milliseconds time_for(std::uint64_t bytes) const {
    return std::chrono::milliseconds(bytes * 1000 / loop_->around().limits.bytes_per_s_min);
  }

  // First in, last out: everything below needs the loop, also when a Responder on another thread
  // was the last to let go of the connection.
  const std::shared_ptr<Loop> loop_;
  std::unique_ptr<Occupancy::Place> place_;
  Transport transport_;
  Conversation conversation_;
  Suspension suspension_;

  bool reading_ = false;
  bool expired_ = false;
  bool aborted_ = false;
  bool ended_ = false;
  bool peer_gone_ = false;
  std::stop_source departure_{std::nostopstate};  // made when somebody wants to know

  // Since when the same thing is being waited for.
  Awaiting awaiting_ = Awaiting::request;
  std::uint64_t awaiting_request_ = 0;
  std::uint64_t awaiting_since_ = 0;
};

template <class Transport>
Task<void> Connection<Transport>::live(std::shared_ptr<Connection> self) {
  self->due_in(self->loop_->around().limits.header_timeout);
  const bool greeted = co_await self->transport_.greet();
  bool linger = false;
  if (greeted && !self->aborted_) {
    self->awaiting_since_ = self->loop_->wheel().now();
    linger = co_await self->talk(self);
  }
  if (linger && !self->aborted_) co_await self->linger();
  self->end();
}

// True if the peer may still be sending: then it must be heard out, or what it was told is lost.
template <class Transport>
Task<bool> Connection<Transport>::talk(std::shared_ptr<Connection> self) {
  while (!aborted_) {
    const Next next = conversation_.proceed(self);
    if (!conversation_.out().empty() && !send_now()) {
      const bool sent = co_await send();
      if (!sent) co_return false;
    }
    switch (next) {
      case Next::read: {
        set_read_deadline();
        const std::span<char> space = conversation_.space();
        reading_ = true;
        const auto [error, bytes] = co_await transport_.stream().async_read_some(
            asio::buffer(space.data(), space.size()), kAwait);
        reading_ = false;
        if (!received(error, bytes)) co_return false;
        break;
      }
      case Next::proceed:
        break;
      case Next::answer:
        co_await answered();
        break;
      case Next::stream:
        co_await stream_events(self);
        co_return false;
      case Next::upgrade:
        co_await speak_websocket(self);
        co_return false;
      case Next::close:
        co_return !peer_gone_;
    }
  }
  co_return false;
}

template <class Transport>
bool Connection<Transport>::received(Error error, std::size_t bytes) {
  if (bytes > 0) {
    conversation_.received(bytes);
    return true;
  }
  if (std::exchange(expired_, false)) {
    if (conversation_.awaiting() == Awaiting::request) return false;
    conversation_.timed_out();
    return true;
  }
  if (error == asio::error::eof) {
    peer_gone_ = true;
    conversation_.ended();
    return true;
  }
  // Cancelled by finish(): a request that has begun goes on.
  return error == asio::error::operation_aborted && !aborted_ &&
         conversation_.awaiting() != Awaiting::request;
}

// Nearly every answer fits into the buffer of the socket: no waiting, no deadline.
template <class Transport>
bool Connection<Transport>::send_now() {
  if constexpr (Transport::kSendsNow) {
    Outgoing& out = conversation_.out();
    std::array<std::string_view, 2> pieces;
    const auto front = out.front(pieces);
    std::array<asio::const_buffer, 2> buffers;
    for (std::size_t i = 0; i < front.size(); ++i)
      buffers[i] = asio::buffer(front[i].data(), front[i].size());
    Error error;
    const std::size_t bytes = transport_.stream().write_some(buffers, error);
    loop_->around().counters.bytes_sent.add(bytes);
    out.sent(bytes);
    return out.empty();
  }
  return false;
}

template <class Transport>
Task<bool> Connection<Transport>::send() {
  Outgoing& out = conversation_.out();
  due_in(loop_->around().limits.write_timeout + time_for(out.size()));
  while (!out.empty()) {
    std::array<std::string_view, 8> pieces;
    std::vector<asio::const_buffer> buffers;
    for (const std::string_view piece : out.front(pieces))
      buffers.push_back(asio::buffer(piece.data(), piece.size()));
    const auto [error, bytes] = co_await transport_.stream().async_write_some(buffers, kAwait);
    if (error) co_return false;
    loop_->around().counters.bytes_sent.add(bytes);
    out.sent(bytes);
  }
  co_return true;
}

template <class Transport>
void Connection<Transport>::set_read_deadline() {
  const Limits& limits = loop_->around().limits;
  const Awaiting awaiting = conversation_.awaiting();
  const std::uint64_t request = conversation_.requests_begun();
  if (awaiting != awaiting_ || request != awaiting_request_) {
    awaiting_ = awaiting;
    awaiting_request_ = request;
    awaiting_since_ = loop_->wheel().now();
  }
  std::chrono::milliseconds time = limits.idle_timeout;
  if (awaiting == Awaiting::head) time = limits.header_timeout;
  if (awaiting == Awaiting::body) time = limits.body_timeout + time_for(conversation_.body_bytes());
  loop_->wheel().set(*this, awaiting_since_ + Wheel::ticks(time));
}

template <class Transport>
Task<void> Connection<Transport>::answered() {
  loop_->wheel().clear(*this);
  while (!conversation_.answered() && !aborted_) {
    if (departure_.stop_possible() && !departure_.stop_requested()) due_in(kLook);
    co_await suspension_.wait();
    if (std::exchange(expired_, false) && has_left(transport_.socket().native_handle()))
      departure_.request_stop();
  }
  loop_->wheel().clear(*this);
}

template <class Transport>
Task<void> Connection<Transport>::stream_events(std::shared_ptr<Connection> self) {
  const std::shared_ptr<EventStream> events = conversation_.stream();
  events->attach(waker(self));
  asio::co_spawn(loop_->executor(), watch(self), rethrow);
  std::string bytes;
  while (!aborted_ && !peer_gone_) {
    const EventStream::State state = events->take(bytes);
    if (state == EventStream::State::cut) break;
    if (bytes.empty() && state == EventStream::State::closing) break;
    if (bytes.empty()) {
      due_in(events->options().heartbeat);
      co_await suspension_.wait();
      if (std::exchange(expired_, false)) bytes = ": still here\n\n";
      if (bytes.empty()) continue;
    }
    conversation_.out().append(bytes);
    bytes.clear();
    const bool sent = co_await send();
    if (!sent) break;
  }
  events->detach();
}

// A subscriber has nothing to say, but its silence tells nothing about whether it is still there.
template <class Transport>
Task<void> Connection<Transport>::watch(std::shared_ptr<Connection> self) {
  std::array<char, 512> ignored;
  std::size_t total = 0;
  while (total < kLingerBytesMax) {
    const auto [error, bytes] =
        co_await self->transport_.stream().async_read_some(asio::buffer(ignored), kAwait);
    if (error) break;
    total += bytes;
  }
  self->peer_gone_ = true;
  if (!self->ended_) self->suspension_.wake();
}

template <class Transport>
Task<void> Connection<Transport>::speak_websocket(std::shared_ptr<Connection> self) {
  loop_->wheel().clear(*this);
  const std::shared_ptr<Socket> socket = conversation_.socket();
  const Handshake handshake(conversation_.head());
  socket->attach(waker(self));
  co_await serve_socket(transport_.stream(), handshake, socket, suspension_, self);
}

// Says goodbye and waits for the peer to do so too: closing while it sends would reset the
// connection, and the reset would overtake the answer.
template <class Transport>
Task<void> Connection<Transport>::linger() {
  due_in(kLinger);
  co_await transport_.say_goodbye();
  std::array<char, 4096> ignored;
  std::size_t total = 0;
  while (!aborted_ && !expired_ && total < kLingerBytesMax) {
    const auto [error, bytes] =
        co_await transport_.socket().async_read_some(asio::buffer(ignored), kAwait);
    if (error) break;
    total += bytes;
  }
}

template <class Transport>
void Connection<Transport>::end() {
  ended_ = true;
  departure_.request_stop();
  Error ignored;
  transport_.socket().close(ignored);
  place_.reset();
  loop_->wheel().remove(*this);
  loop_->remove(*this);
}

template <class Transport>
void Connection<Transport>::answer(Answer answer) {
  if (loop_->on_thread() && conversation_.serving()) {
    conversation_.answer(std::move(answer));
    return;
  }
  loop_->post([self = this->shared_from_this(), late = std::move(answer)]() mutable {
    self->deliver(std::move(late));
  });
}

template <class Transport>
std::stop_token Connection<Transport>::departure() {
  if (!departure_.stop_possible()) departure_ = std::stop_source();
  return departure_.get_token();
}

template <class Transport>
void Connection<Transport>::deliver(Answer answer) {
  if (ended_ || aborted_) return discard(answer);
  conversation_.answer(std::move(answer));
  suspension_.wake();
}

// Nobody will hear it; but whoever offered a stream learns that it is over.
template <class Transport>
void Connection<Transport>::discard(Answer& answer) {
  if (auto* const events = std::get_if<Events>(&answer)) events->stream->detach();
  if (auto* const socket = std::get_if<std::shared_ptr<Socket>>(&answer))
    (*socket)->detach({.code = 1006, .reason = {}});
}

// Called by an event stream or a socket when it has something to send, from any thread.
template <class Transport>
std::move_only_function<void()> Connection<Transport>::waker(std::shared_ptr<Connection> self) {
  return [self = std::move(self)] {
    self->loop_->post([self] {
      if (self->ended_) return;
      const Conversation& talk = self->conversation_;
      const bool cut = (talk.stream() && talk.stream()->state() == EventStream::State::cut) ||
                       (talk.socket() && talk.socket()->state() == Socket::State::cut);
      if (cut) return self->abort();
      self->suspension_.wake();
    });
  };
}

template <class Transport>
void Connection<Transport>::on_due() {
  expired_ = true;
  if (suspension_.waiting()) return suspension_.wake();
  Error ignored;
  transport_.socket().cancel(ignored);
}

template <class Transport>
void Connection<Transport>::finish() {
  conversation_.finish();
  if (conversation_.stream()) conversation_.stream()->close();
  if (conversation_.socket()) conversation_.socket()->close(1001, "going away");
  Error ignored;
  if (reading_ && conversation_.awaiting() == Awaiting::request)
    transport_.socket().cancel(ignored);
}

template <class Transport>
void Connection<Transport>::abort() {
  aborted_ = true;
  Error ignored;
  transport_.socket().close(ignored);
  suspension_.wake();
}

}  // namespace sluis::http
