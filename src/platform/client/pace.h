// When a system may be called, and when again after it did not go well.
#pragma once

#include "kernel/time.h"

namespace sluis::client {

// A bucket of tokens, kept as the moment at which the next call would come if all came evenly (the
// generic cell rate algorithm, ITU-T I.371). In no minute there are more calls than the rate, and
// after a pause a tenth of them may come at once.
struct Turn {
  bool now = false;
  Instant at;         // else: when
  Instant next_call;  // what to keep when it is taken
};
Turn turn_of(Instant next_call, std::int64_t calls_per_minute, Instant now);

// Twice as long each time up to a quarter of an hour, a quarter more or less by `spread`.
Duration wait_after(std::int64_t failures, std::int64_t spread);

}  // namespace sluis::client
