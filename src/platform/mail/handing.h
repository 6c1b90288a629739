// One mail on its way: claimed in a unit, handed over with no transaction open, and what became of
// it written down in a second unit. A claim that nobody wrote down ends by itself, and the mail is
// sent again under the same Message-ID.
#pragma once

#include <functional>

#include "platform/mail/store.h"

namespace sluis::mail {

inline constexpr std::chrono::seconds kClaimHolds{90};
inline constexpr std::chrono::hours kGivenUpAfter{48};

struct Claimed {
  Item item;
  std::string from;
  std::string content;
  Instant began;
};
struct Prospect {
  std::optional<Claimed> claimed;
  std::optional<Instant> not_before;  // the turn comes then, where that is known
};

// Whether it may be sent now by what the reader agreed to.
using Gate = std::function<bool(store::Snapshot&, const Consent&, Instant now)>;

// Whether there is something to claim; else when.
Prospect look(store::Snapshot& snapshot, Instant now);
// The next mail, if it is its turn. What lost its sense or its consent meanwhile is settled.
Prospect claim(store::Tx& tx, const Gate& gate, Instant now);

// What became of it. `reached`: whether the server was spoken with about this mail; if not, the
// mail itself keeps its turn.
struct Outcome {
  Result<void> result;
  bool reached = true;
};
void record(store::Tx& tx, const Claimed& claimed, const Outcome& outcome, Instant now);

}  // namespace sluis::mail
