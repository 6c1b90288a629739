#include "platform/http/event_stream.h"

#include <utility>

namespace sluis::http {
namespace {

// One line "name: value"; a line break in the value would start another field.
void append_line(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  for (const char c : value)
    out.push_back(c == '\n' || c == '\r' || c == '\0' ? ' ' : c);
  out.push_back('\n');
}

void append_data(std::string& out, std::string_view data) {
  while (true) {
    const std::size_t end = data.find('\n');
    append_line(out, "data", data.substr(0, end));
    if (end == std::string_view::npos) return;
    data.remove_prefix(end + 1);
  }
}

}  // namespace

bool EventStream::push(std::string_view event, std::string_view id, std::string_view data) {
  const std::lock_guard lock(mutex_);
  if (state_ != State::open) return false;
  if (!event.empty()) append_line(queued_, "event", event);
  if (!id.empty()) append_line(queued_, "id", id);
  append_data(queued_, data);
  queued_.push_back('\n');
  if (queued_.size() > options_.queued_bytes_max) {
    state_ = State::cut;
    queued_ = {};
    woken_ = false;  // also when it is just sending: that may take for ever
  }
  wake();
  return state_ == State::open;
}

void EventStream::close() {
  const std::lock_guard lock(mutex_);
  if (state_ != State::open) return;
  state_ = State::closing;
  wake();
}

EventStream::State EventStream::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void EventStream::wake() {
  if (!wake_ || std::exchange(woken_, true)) return;
  wake_();
}

void EventStream::attach(std::move_only_function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

EventStream::State EventStream::take(std::string& bytes) {
  const std::lock_guard lock(mutex_);
  woken_ = false;
  bytes.append(queued_);
  queued_.clear();
  return state_;
}

void EventStream::detach() {
  std::move_only_function<void()> wake;
  std::move_only_function<void()> on_closed;
  {
    const std::lock_guard lock(mutex_);
    if (state_ == State::open) state_ = State::closing;
    queued_ = {};
    wake.swap(wake_);
    on_closed.swap(on_closed_);
  }
  if (on_closed) on_closed();
}

}  // namespace sluis::http
