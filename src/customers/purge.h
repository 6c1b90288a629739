// What is left to do of an erasure outside the unit that erased: where the database keeps old
// pages.
#pragma once

#include "customers/erase.h"
#include "platform/jobs/runner.h"
#include "platform/store/store.h"

namespace sluis::customers {

// Where else something of a person stands.
struct Places {
  const store::Location& location;
};

// May be repeated. Refused while something is in the way.
Result<void> purge(const Places& places, const PersonErased& person);

// Does the same as a job, which the route that forgets starts.
jobs::Kind purge_job(const Places& places);
inline constexpr std::string_view kPurgeJob = "customers.purge";

}  // namespace sluis::customers
