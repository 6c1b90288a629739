// What is left to do of an erasure after the unit that erased: the rest of the log of events, what
// was shipped, and where the databases keep old pages.
#pragma once

#include "customers/erase.h"
#include "platform/jobs/runner.h"
#include "platform/store/store.h"

namespace sluis::customers {

struct Places {
  store::Store& store;
  store::Location location;
  analytics::Store& analytics;
  std::vector<Clear> above;  // of the rooms that keep something of a customer number there
};

// May be repeated. Refused while something is in the way.
Result<void> purge(const Places& places, const Forgetting& forgetting);

// The same as a job, piece by piece.
jobs::Kind purge_job(const Places& places);
jobs::Order purge_order(const Forgetting& forgetting, UserId creator);

}  // namespace sluis::customers
