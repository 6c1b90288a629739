// Whether there is anything to do for those who follow what happened: an idle server does nothing.
#pragma once

#include <chrono>
#include <optional>

#include "platform/outbox/outbox.h"

namespace sluis::events {

// Up to where things happened: the log of events, and the facts.
struct Standing {
  outbox::Position log;
  outbox::Position facts;
  bool operator==(const Standing&) const = default;
};

class News {
 public:
  // True where something happened since the last time, and now and then without: a day begins, and
  // what another process wrote may become readable later than what was written after it.
  // `elapsed`: since the last time.
  bool any(const Standing& standing, std::chrono::nanoseconds elapsed) {
    constexpr std::chrono::seconds kNowAndThen{15};
    waited_ += elapsed;
    const bool is_news = !told_ || standing != *told_ || waited_ >= kNowAndThen;
    if (!is_news) return false;
    told_ = standing;
    waited_ = {};
    return true;
  }

 private:
  std::optional<Standing> told_;
  std::chrono::nanoseconds waited_{0};
};

}  // namespace sluis::events
