// Work that takes longer than a request: a row that says how far it is, moved on in chunks of one
// unit each. A job survives a crash and is shared by the processes of one store through a lease.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/ids.h"
#include "kernel/json.h"
#include "platform/store/session.h"

namespace sluis::jobs {

enum class State { queued, running, done, failed, cancelled };
BOOST_DESCRIBE_ENUM(State, queued, running, done, failed, cancelled)

struct Job {
  JobId id;
  std::string kind;  // "channels.import"
  State state = State::queued;
  std::int64_t done = 0;
  std::int64_t total = 0;  // 0: not known yet
  std::string message;     // for people, in English
  std::string message_nl;  // the same in Dutch
  Json input;
  Json cursor;  // where the next chunk begins; null at first
  Json result;
  std::optional<UserId> creator;
  bool cancelling = false;
  Instant created;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(Job, (),
                      (id, kind, state, done, total, message, message_nl, input, cursor, result,
                       creator, cancelling, created, changed))

enum class JobRefusal { unknown_job, already_ended };
BOOST_DESCRIBE_ENUM(JobRefusal, unknown_job, already_ended)
const RefusalKind& kind_of(JobRefusal refusal);

// Every change of state and, now and then, of progress is a fact of this topic.
inline constexpr std::string_view kTopic = "platform.job_changed";
struct JobChanged {
  JobId id;
  std::string kind;
  State state = State::queued;
  std::int64_t done = 0;
  std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(JobChanged, (), (id, kind, state, done, total))

struct Order {
  std::string kind;
  Json input;
  std::optional<UserId> creator;
};
JobId start(store::Tx& tx, IdSource& ids, Instant now, const Order& order);
// A queued job is cancelled at once, a running one after its chunk.
Result<void> cancel(store::Tx& tx, Instant now, JobId id);
Result<Job> find(store::Snapshot& snapshot, JobId id);
// The newest first, from before a job on.
std::vector<Job> recent(store::Snapshot& snapshot, std::optional<JobId> before, int limit);

std::span<const store::Statement* const> statements();

}  // namespace sluis::jobs
