// What to offer, told on the answer to what a visitor did, so that a page asks nothing else:
//   "nudges": {"placements": ["product"], "handle": "…", "consent": true, "language": "nl"}
// beside the events of a call. Nothing is decided for who did not agree, or of whose events none
// was taken.
#pragma once

#include "connectors/ingest/reading.h"
#include "decisions/decisions.h"
#include "platform/api/call.h"

namespace sluis::connectors {

// Decided, and still to be kept.
class Nudges {
 public:
  Nudges(decisions::Engine& engine, Language language) : engine_(engine), language_(language) {}
  // Null where nothing is asked, or by nobody who may be decided for.
  static std::shared_ptr<const Nudges> decide(decisions::Engine& engine, const api::Call& call,
                                              const ingest::Reading& reading);

  // In the unit of the events. What is told of them, by placement, as JSON.
  std::string keep(store::Tx& tx) const;

 private:
  struct Nudge {
    std::string placement;
    decisions::Decision decision;
  };
  decisions::Engine& engine_;
  Language language_;
  std::vector<Nudge> all_;
};

}  // namespace sluis::connectors
