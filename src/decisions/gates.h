// What must hold before an offer is weighed at all. One that is stopped by a gate gets no chance,
// not even to explore.
#pragma once

#include <cstdint>
#include <optional>

#include "kernel/describe.h"

namespace sluis::decisions {

// In the order in which they are asked: the first one that stops an offer is its reason.
enum class Gate : std::uint8_t {
  switched_off,  // the offer
  not_now,       // before or after the days on which it is made
  audience,      // not for this segment or phase
  consent,       // the customer objects to what it brings
  no_model,      // nothing is believed of it yet, or what was cannot be read
  state_lost,    // nobody knows how the contact centre stands
  closed,        // nobody is there at this hour
  wait,          // who accepted would wait longer than the offer may ask
  frequency,     // made to this customer often enough
  timing,        // too early, or the visitor is buying by themselves
  pacing,        // as many are invited as can be helped
};
BOOST_DESCRIBE_ENUM(Gate, switched_off, not_now, audience, consent, no_model, state_lost, closed,
                    wait, frequency, timing, pacing)

// How an offer stands at this moment for this customer.
struct Circumstances {
  bool on = true;
  bool now = true;
  bool meant = true;
  bool allowed = true;
  bool modelled = true;
  bool known = true;  // how those stand who do it
  bool open = true;
  double wait_s = 0;  // predicted from the state now
  double wait_most_s = 0;
  int made = 0;  // in the time that the cap counts
  int made_most = 0;
  bool timely = true;
  // Whoever accepts takes a place; nothing to count where no people are needed.
  bool takes_place = false;
  double outstanding = 0;  // invitations made and not answered yet
  double acceptance = 0;   // of an invitation
  double free = 0;         // places now
};

std::optional<Gate> stopped_by(const Circumstances& offer);

}  // namespace sluis::decisions
