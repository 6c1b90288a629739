// A decision as it stands in the log: all that it takes to explain it and to make it again.
#pragma once

#include "decisions/deciding.h"

namespace sluis::decisions {

// One byte, then for each offer its id and its gate, or how it was weighed. A hundred bytes for
// twelve offers of which few pass.
std::string encoded(std::span<const Weighed> offers);
// Nothing for bytes that are no such thing.
std::optional<std::vector<Weighed>> decoded_offers(std::string_view bytes);

struct Logged {
  IdentityId identity;
  DecisionId id;
  Instant ts;
  PlacementId placement;
  std::int64_t policy = 0;       // the number of its version; 0: none
  std::optional<OfferId> offer;  // that was drawn
  bool held_out = false;         // it was drawn and not made
  Reason reason = Reason::stopped;
  std::optional<Gate> gate;
  double probability = 1;  // of what was drawn, the hold-out aside
  double draw = 0;         // the uniform number
  double cost = 0;         // of what was drawn, as it was weighed
  double queue = 0;
  double exploration = 0;  // settings of that moment
  double sure = 0;
  std::optional<SegmentId> segment;
  bool buyer = false;
  channels::Phase phase = channels::Phase::awareness;
  bool learns = false;  // something passed its gates, and it is not what was drawn before
  Instant until;        // it can be accepted
  store::Bytes details;
  bool operator==(const Logged&) const = default;
};
BOOST_DESCRIBE_STRUCT(Logged, (),
                      (identity, id, ts, placement, policy, offer, held_out, reason, gate,
                       probability, draw, cost, queue, exploration, sure, segment, buyer, phase,
                       learns, until, details))

// The same decision made again from its log and its version; nothing where the log cannot be read,
// or the version is another one.
std::optional<Weighing> weighed_again(const Logged& logged, const Version& version);

}  // namespace sluis::decisions
