// Runs the jobs of the kinds it knows.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "platform/jobs/jobs.h"
#include "platform/store/store.h"

namespace sluis::jobs {

// How far a job is after a chunk.
struct Step {
  Json cursor;
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::optional<Message> message;
  bool finished = false;
  Json result;
};

struct Kind {
  std::string name;
  // One chunk: at most 5 ms or 1,000 rows. A refusal fails the job; a failure of the store does
  // not. `outcome` is what `outside` gave, else null.
  std::function<Result<Step>(store::Tx&, const Job&, const Json& outcome)> step;
  // Before each chunk, with no transaction open: foreign calls, slow work. May happen twice for a
  // chunk after a crash: job id and cursor together are its idempotency key. A refusal that may
  // pass makes the job wait while others go first; any other fails it.
  std::function<Result<Json>(const Job&, const std::stop_token&)> outside;
};

struct RunnerOptions {
  int threads = 1;
  std::chrono::milliseconds poll{500};  // for jobs of other processes; our own start at once
  std::chrono::seconds lease{30};       // after which another process takes over
};

class Runner {
 public:
  Runner(store::Store& store, const Clock& clock, IdSource& ids, std::vector<Kind> kinds,
         RunnerOptions options);
  ~Runner();  // after the chunks that are running; the jobs go on at the next start

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace sluis::jobs
