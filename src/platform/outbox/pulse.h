// When to look for new facts: at once when the bell rings, and a few times soon after, because on
// PostgreSQL a fact can be read only when the transactions before it have ended.
#pragma once

#include "platform/store/store.h"

namespace sluis::outbox {

class Pulse {
 public:
  // `poll` is for facts of other processes; beside a SQLite file there are none.
  Pulse(store::Store& store, std::chrono::milliseconds poll)
      : bell_(store.facts()), longest_(store.dialect() == store::Dialect::sqlite ? kAlone : poll) {}

  // Before a look.
  void looking() { seen_ = bell_.count(); }
  // After a look that found something, or not.
  void wait(bool found) {
    pause_ = found ? kShortest : std::min(2 * pause_, longest_);
    bell_.wait(seen_, pause_);
    if (bell_.count() > seen_) pause_ = kShortest;
  }

 private:
  static constexpr std::chrono::milliseconds kShortest{5};
  static constexpr std::chrono::milliseconds kAlone{5'000};

  store::Bell& bell_;
  const std::chrono::milliseconds longest_;
  std::uint64_t seen_ = 0;
  std::chrono::milliseconds pause_ = kShortest;
};

}  // namespace sluis::outbox
