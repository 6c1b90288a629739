// All that Sluis can do: the capabilities in their order, and the tables that follow from them.
#pragma once

#include <vector>

#include "contacts/contacts.h"
#include "decisions/decisions.h"
#include "events/events.h"
#include "journeys/journeys.h"
#include "platform/blobs/blobs.h"
#include "platform/capability.h"
#include "platform/metrics/metrics.h"
#include "platform/store/store.h"

namespace sluis::app {

// What some capabilities keep in memory while the program serves; without it their routes can be
// described, not called.
struct Engines {
  events::Intake* intake = nullptr;
  const journeys::Index* journeys = nullptr;
  contacts::Switchboard* switchboard = nullptr;
  decisions::Engine* decisions = nullptr;
  const contacts::Relay* relay = nullptr;
  blobs::Blobs* blobs = nullptr;
};

std::vector<Capability> capabilities(const Engines& engines = {});

// The tables and statements of the platform and of every capability.
store::Registry registry();
// The same of the analytical store.
store::Registry analytics_registry();

// Every route of the program. Without a tail or metrics they can be described, not called.
std::vector<api::Route> routes(outbox::Tail* tail, const metrics::Registry* metrics,
                               const Engines& engines = {});

// Who follows the log of events, in the order in which they do.
std::vector<events::Reader> log_readers(IdSource& ids);

}  // namespace sluis::app
