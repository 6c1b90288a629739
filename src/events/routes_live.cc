#include "events/live.h"
#include "kernel/json.h"
#include "platform/http/event_stream.h"

namespace sluis::events {
namespace {

constexpr std::chrono::seconds kSecond{1};

}  // namespace

LiveCounts::LiveCounts() : thread_([this](const std::stop_token& stop) { serve(stop); }) {}

void LiveCounts::add(std::span<const LiveCount> counts) {
  const std::lock_guard lock(mutex_);
  for (const LiveCount& more : counts) {
    LiveCount& sum = now_[more.channel];
    sum.channel = more.channel;
    sum.events += more.events;
    sum.orders += more.orders;
  }
}

void LiveCounts::follow(const std::shared_ptr<http::EventStream>& stream) {
  const std::lock_guard lock(mutex_);
  streams_.push_back(stream);
  wake_.notify_one();
}

// Without listeners it sleeps, and what was counted meanwhile is nobody's.
void LiveCounts::serve(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    wake_.wait(lock, stop, [&] { return !streams_.empty(); });
    now_.clear();
    wake_.wait_for(lock, stop, kSecond, [] { return false; });
    LiveSecond second;
    for (const auto& [channel, count] : now_)
      second.channels.push_back(count);
    const std::string json = to_json(second);
    std::erase_if(streams_, [&](const auto& listener) {
      const auto stream = listener.lock();
      return !stream || !stream->push("second", "", json);
    });
  }
}

}  // namespace sluis::events
