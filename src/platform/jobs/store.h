// The rows of jobs.
#pragma once

#include "platform/jobs/jobs.h"

namespace sluis::jobs {

void insert(store::Tx& tx, JobId id, Instant now, const Order& order);
// False when the job has ended, or is not there.
bool want_cancelled(store::Tx& tx, Instant now, JobId id);
// False when it is not waiting.
bool cancel_queued(store::Tx& tx, Instant now, JobId id);

struct Waiting {
  JobId id;
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (id, kind))
// Jobs that nobody is running now, the oldest first.
std::vector<Waiting> waiting(store::Snapshot& snapshot, Instant now);

// Whose a job is while it runs.
struct Lease {
  std::int64_t holder = 0;
  Instant until;
};
// False when another was first.
bool claim(store::Tx& tx, Instant now, JobId id, const Lease& lease);
// The job, when it is still ours; holds it against others until the end of the unit.
std::optional<Job> renew(store::Tx& tx, JobId id, const Lease& lease);
void release(store::Tx& tx, JobId id, std::int64_t holder);
// All leases end: for a process that is alone and has just started.
void release_all(store::Tx& tx);
// Writes how far the job is; an ended one is let go of. True when it is time to tell others.
bool save(store::Tx& tx, const Job& job, Instant told_before);

// The fact of how a job is now.
void tell(store::Tx& tx, Instant now, const Job& job);

}  // namespace sluis::jobs
