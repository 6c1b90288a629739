#include "platform/jobs/store.h"

namespace sluis::jobs {
namespace {

using store::Statement;

constexpr Statement kInsert{
    "jobs.insert",
    "insert into platform_job (id, kind, state, input, creator, created, changed) "
    "values ($1, $2, 'queued', $3, $4, $5, $5)"};
constexpr Statement kFind{"jobs.find",
                          "select id, kind, state, done, total, message, message_nl, input, "
                          "cursor, result, creator, cancelling, "
                          "created, changed from platform_job where id = $1"};
constexpr Statement kRecent{
    "jobs.recent",
    "select id, kind, state, done, total, message, message_nl, input, cursor, result, creator, "
    "cancelling, "
    "created, changed from platform_job where id < $1 order by id desc limit $2"};
constexpr Statement kWantCancelled{"jobs.want_cancelled",
                                   "update platform_job set cancelling = true, changed = $2 "
                                   "where id = $1 and state in ('queued', 'running')"};
constexpr Statement kCancelQueued{"jobs.cancel_queued",
                                  "update platform_job set state = 'cancelled', changed = $2 "
                                  "where id = $1 and state = 'queued'"};
constexpr Statement kWaiting{
    "jobs.waiting",
    "select id, kind from platform_job "
    "where state in ('queued', 'running') and leased_until <= $1 order by id limit 100"};
constexpr Statement kClaim{
    "jobs.claim",
    "update platform_job set state = 'running', holder = $3, leased_until = $4, changed = $2 "
    "where id = $1 and state in ('queued', 'running') and leased_until <= $2"};
constexpr Statement kRenew{"jobs.renew",
                           "update platform_job set leased_until = $3 "
                           "where id = $1 and holder = $2 and state = 'running' "
                           "returning id, kind, state, done, total, message, message_nl, input, "
                           "cursor, result, creator, cancelling, "
                           "created, changed"};
constexpr Statement kRelease{
    "jobs.release", "update platform_job set leased_until = 0 where id = $1 and holder = $2"};
constexpr Statement kReleaseAll{"jobs.release_all",
                                "update platform_job set leased_until = 0 "
                                "where state = 'running' and leased_until > 0"};
constexpr Statement kSave{
    "jobs.save",
    "update platform_job set state = $2, done = $3, total = $4, message = $5, "
    "message_nl = $6, cursor = $7, result = $8, changed = $9 where id = $1"};
constexpr Statement kTell{"jobs.tell",
                          "update platform_job set announced = $2 "
                          "where id = $1 and (announced < $3 or state <> 'running')"};

constexpr const Statement* kStatements[] = {&kInsert,       &kFind,       &kRecent, &kWantCancelled,
                                            &kCancelQueued, &kWaiting,    &kClaim,  &kRenew,
                                            &kRelease,      &kReleaseAll, &kSave,   &kTell};

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

Result<Job> find(store::Snapshot& snapshot, JobId id) {
  auto job = snapshot.one<Job>(kFind, id);
  if (!job) return refuse(JobRefusal::unknown_job, to_string(id));
  return *std::move(job);
}

std::vector<Job> recent(store::Snapshot& snapshot, std::optional<JobId> before, int limit) {
  const JobId newest(std::numeric_limits<std::int64_t>::max());
  return snapshot.all<Job>(kRecent, before.value_or(newest), limit);
}

void insert(store::Tx& tx, JobId id, Instant now, const Order& order) {
  tx.change(kInsert, id, order.kind, order.input, order.creator, now);
}

bool want_cancelled(store::Tx& tx, Instant now, JobId id) {
  return tx.change(kWantCancelled, id, now) == 1;
}

bool cancel_queued(store::Tx& tx, Instant now, JobId id) {
  return tx.change(kCancelQueued, id, now) == 1;
}

std::vector<Waiting> waiting(store::Snapshot& snapshot, Instant now) {
  return snapshot.all<Waiting>(kWaiting, now);
}

bool claim(store::Tx& tx, Instant now, JobId id, const Lease& lease) {
  return tx.change(kClaim, id, now, lease.holder, lease.until) == 1;
}

std::optional<Job> renew(store::Tx& tx, JobId id, const Lease& lease) {
  return tx.one<Job>(kRenew, id, lease.holder, lease.until);
}

void release(store::Tx& tx, JobId id, std::int64_t holder) {
  tx.change(kRelease, id, holder);
}

void release_all(store::Tx& tx) {
  tx.change(kReleaseAll);
}

bool save(store::Tx& tx, const Job& job, Instant told_before) {
  tx.change(kSave, job.id, job.state, job.done, job.total, job.message, job.message_nl, job.cursor,
            job.result, job.changed);
  return tx.change(kTell, job.id, job.changed, told_before) == 1;
}

}  // namespace sluis::jobs
