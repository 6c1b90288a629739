#include "platform/http/socket.h"

#include <utility>

namespace sluis::http {
namespace {

// A control frame holds 125 bytes, two of which are the code (RFC 6455, 5.5).
constexpr std::size_t kReasonBytesMax = 123;

}  // namespace

bool Socket::send(Kind kind, std::string bytes) {
  const std::lock_guard lock(mutex_);
  if (state_ != State::open) return false;
  queued_bytes_ += bytes.size();
  queued_.push_back({kind, std::move(bytes)});
  if (queued_bytes_ > options_.queued_bytes_max) {
    state_ = State::cut;
    queued_.clear();
    woken_ = false;  // also when it is just sending: that may take for ever
  }
  wake();
  return state_ == State::open;
}

void Socket::close(std::uint16_t code, std::string reason) {
  const std::lock_guard lock(mutex_);
  if (state_ != State::open) return;
  state_ = State::closing;
  reason.resize(std::min(reason.size(), kReasonBytesMax));
  closing_ = {code, std::move(reason)};
  wake();
}

void Socket::wake() {
  if (!wake_ || std::exchange(woken_, true)) return;
  wake_();
}

void Socket::attach(std::move_only_function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

Socket::State Socket::take(std::deque<Message>& messages) {
  const std::lock_guard lock(mutex_);
  woken_ = false;
  for (Message& message : queued_)
    messages.push_back(std::move(message));
  queued_.clear();
  queued_bytes_ = 0;
  return state_;
}

Socket::State Socket::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

Socket::Closing Socket::closing() const {
  const std::lock_guard lock(mutex_);
  return closing_;
}

void Socket::detach(const Closing& how) {
  std::move_only_function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    if (state_ == State::open) state_ = State::closing;
    queued_.clear();
    wake.swap(wake_);
  }
  if (auto on_close = std::exchange(handlers_.on_close, nullptr)) on_close(how.code, how.reason);
  handlers_ = {};
}

}  // namespace sluis::http
