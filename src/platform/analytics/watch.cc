#include "platform/analytics/watch.h"

namespace sluis::analytics {
namespace {

using SteadyClock = std::chrono::steady_clock;

// An interruption ends one statement; the query may be between two of them, so it comes again.
constexpr std::chrono::milliseconds kRhythm{20};

}  // namespace

Watch::Watch() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Watch::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    if (guards_.empty()) {
      changed_.wait(lock, stop, [&] { return !guards_.empty(); });
    } else {
      changed_.wait_for(lock, stop, kRhythm, [] { return false; });
      stop_what_must();
    }
  }
}

void Watch::stop_what_must() {
  const auto now = SteadyClock::now();
  for (Guard* guard : guards_) {
    if (now < guard->deadline_ && !guard->cancel_.stop_requested()) continue;
    guard->stopped_ = true;
    guard->engine_.interrupt();
  }
}

Watch::Guard::Guard(Watch& watch, Engine& engine, SteadyClock::time_point deadline,
                    std::stop_token cancel)
    : watch_(watch), engine_(engine), deadline_(deadline), cancel_(std::move(cancel)) {
  const std::lock_guard lock(watch_.mutex_);
  watch_.guards_.push_back(this);
  if (watch_.guards_.size() == 1) watch_.changed_.notify_one();
}

Watch::Guard::~Guard() {
  const std::lock_guard lock(watch_.mutex_);
  watch_.guards_.remove(this);
}

bool Watch::Guard::stopped() const {
  const std::lock_guard lock(watch_.mutex_);
  return stopped_;
}

}  // namespace sluis::analytics
