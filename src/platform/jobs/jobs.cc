#include "platform/jobs/jobs.h"

#include "kernel/assert.h"
#include "platform/jobs/store.h"
#include "platform/outbox/outbox.h"

namespace sluis::jobs {

const RefusalKind& kind_of(JobRefusal refusal) {
  static constexpr RefusalKind unknown_job{"unknown_job",
                                           Category::not_found,
                                           Retry::useless,
                                           {"There is no job {0}.", "Er is geen taak {0}."}};
  static constexpr RefusalKind already_ended{
      "job_already_ended",
      Category::conflict,
      Retry::useless,
      {"The job {0} has ended already; it cannot be cancelled.",
       "De taak {0} is al klaar; afbreken kan niet meer."}};
  switch (refusal) {
    case JobRefusal::unknown_job:
      return unknown_job;
    case JobRefusal::already_ended:
      return already_ended;
  }
  assertion_failed("a JobRefusal");
}

void tell(store::Tx& tx, Instant now, const Job& job) {
  outbox::append(tx, now, kTopic, JobChanged{job.id, job.kind, job.state, job.done, job.total});
}

JobId start(store::Tx& tx, IdSource& ids, Instant now, const Order& order) {
  const auto id = ids.next<JobId>();
  insert(tx, id, now, order);
  outbox::append(tx, now, kTopic, JobChanged{id, order.kind, State::queued, 0, 0});
  return id;
}

Result<void> cancel(store::Tx& tx, Instant now, JobId id) {
  const bool queued = cancel_queued(tx, now, id);
  if (!queued && !want_cancelled(tx, now, id)) {
    static_cast<void>(TRY(find(tx, id)));
    return refuse(JobRefusal::already_ended, to_string(id));
  }
  tell(tx, now, TRY(find(tx, id)));
  return {};
}

}  // namespace sluis::jobs
