#include "platform/jobs/runner.h"

#include <thread>
#include <tuple>

#include "platform/jobs/store.h"

namespace sluis::jobs {
namespace {

constexpr Duration kToldEvery = std::chrono::milliseconds(500);
// Between two looks for work, so that many facts do not make many looks.
constexpr std::chrono::milliseconds kBreath{20};
// How long a job waits for what is in its way: as long again as it has been there, so that it is
// tried often at first and seldom in the end.
constexpr Duration kWaitLeast = std::chrono::seconds(1);
constexpr Duration kWaitMost = std::chrono::minutes(1);

// What `result` holds of a failed job.
struct Failed {
  std::string code;
  std::string en;
  std::string nl;
};
BOOST_DESCRIBE_STRUCT(Failed, (), (code, en, nl))

Json failed(const Refusal& refusal) {
  const Message& message = refusal.message();
  return {to_json(Failed{std::string(refusal.kind().name), message.in(Language::en),
                         message.in(Language::nl)})};
}

}  // namespace

class Runner::Loop {
 public:
  Loop(store::Store& store, const Clock& clock, IdSource& ids, std::vector<Kind> kinds,
       const RunnerOptions& options)
      : store_(store), clock_(clock), kinds_(std::move(kinds)), options_(options), ids_(ids) {
    // Beside a SQLite file we are alone: who held a job has gone.
    if (store_.dialect() == store::Dialect::sqlite) {
      std::ignore = store_.unit([](store::Tx& tx) -> Result<void> {
        release_all(tx);
        return {};
      });
    }
    for (int i = 0; i < options_.threads; ++i) {
      threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
    }
  }
  ~Loop() {
    for (std::jthread& thread : threads_)
      thread.request_stop();
    closing_.ring();
    store_.facts().ring();
  }

 private:
  enum class After { go_on, ended, pause };

  void run(const std::stop_token& stop) {
    const std::int64_t holder = ids_.next<JobId>().number();
    std::uint64_t seen = store_.facts().count();
    while (!stop.stop_requested()) {
      if (const auto job = claim_one(holder)) {
        run_job(*job, holder, stop);
      } else {
        store_.facts().wait(seen, options_.poll);
        closing_.wait(0, kBreath);
      }
      seen = store_.facts().count();
    }
  }

  std::optional<Waiting> claim_one(std::int64_t holder) {
    const Instant now = clock_.now();
    const auto candidates =
        store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Waiting>> {
          return waiting(snapshot, now);
        });
    if (!candidates) return std::nullopt;
    for (const Waiting& candidate : *candidates) {
      if (find_kind(candidate.kind) == nullptr) continue;
      const auto claimed = store_.unit([&](store::Tx& tx) -> Result<bool> {
        if (!claim(tx, now, candidate.id, {holder, now + options_.lease})) return false;
        tell(tx, now, TRY(find(tx, candidate.id)));
        return true;
      });
      if (claimed && *claimed) return candidate;
    }
    return std::nullopt;
  }

  const Kind* find_kind(std::string_view name) const {
    const auto found = std::find_if(kinds_.begin(), kinds_.end(),
                                    [&](const Kind& kind) { return kind.name == name; });
    return found == kinds_.end() ? nullptr : &*found;
  }

  void run_job(const Waiting& job, std::int64_t holder, const std::stop_token& stop) {
    const Kind& kind = *find_kind(job.kind);
    auto after = After::go_on;
    while (after != After::ended && !stop.stop_requested()) {
      after = kind.outside ? run_outside(kind, job.id, holder, stop)
                           : step(kind, job.id, holder, Json{});
      if (after == After::pause) closing_.wait(0, options_.poll);
    }
    if (after == After::ended) return;
    std::ignore = store_.unit([&](store::Tx& tx) -> Result<void> {
      release(tx, job.id, holder);
      return {};
    });
  }

  After run_outside(const Kind& kind, JobId id, std::int64_t holder, const std::stop_token& stop) {
    const auto job = held(id, holder);
    if (!job) return After::pause;
    if (!*job) return After::ended;  // another process has it
    if ((*job)->cancelling) return step(kind, id, holder, Json{});
    const auto outcome = outcome_of(kind, **job, stop);
    if (stop.stop_requested()) return After::go_on;
    if (outcome) return step(kind, id, holder, *outcome);
    const bool may_pass = outcome.error().kind().retry == Retry::may_help;
    return may_pass ? postpone(id, holder, outcome.error())
                    : end_as_failed(id, holder, outcome.error());
  }

  // What it throws ends the job, not the program.
  static Result<Json> outcome_of(const Kind& kind, const Job& job, const std::stop_token& stop) {
    try {
      return kind.outside(job, stop);
    } catch (const std::exception&) {
      return std::unexpected(store::refusal_of(store::Failure::internal));
    }
  }

  Result<std::optional<Job>> held(JobId id, std::int64_t holder) {
    return store_.unit([&](store::Tx& tx) -> Result<std::optional<Job>> {
      return renew(tx, id, lease_of(holder));
    });
  }

  Lease lease_of(std::int64_t holder) const { return {holder, clock_.now() + options_.lease}; }

  After step(const Kind& kind, JobId id, std::int64_t holder, const Json& outcome) {
    std::optional<Refusal> refused;
    const auto after = store_.unit(
        [&](store::Tx& tx) -> Result<After> {
          refused.reset();
          auto job = renew(tx, id, lease_of(holder));
          if (!job) return After::ended;
          if (job->cancelling) {
            job->state = State::cancelled;
          } else {
            auto done = kind.step(tx, *job, outcome);
            if (!done) {
              refused = done.error();
              return std::unexpected(std::move(done).error());
            }
            take_over(*job, *std::move(done));
          }
          return save_and_tell(tx, *job);
        },
        store::Priority::background);
    if (after) return *after;
    if (refused) return end_as_failed(id, holder, *refused);
    // The store may be back soon; a fault of ours stays.
    const bool for_good = after.error().kind().category == Category::internal;
    return for_good ? end_as_failed(id, holder, after.error()) : After::pause;
  }

  static void take_over(Job& job, Step&& step) {
    job.cursor = std::move(step.cursor);
    job.done = step.done;
    job.total = step.total;
    if (step.message) say(job, *step.message);
    if (!step.finished) return;
    job.state = State::done;
    job.result = std::move(step.result);
  }

  static void say(Job& job, const Message& message) {
    job.message = message.in(Language::en);
    job.message_nl = message.in(Language::nl);
  }

  After save_and_tell(store::Tx& tx, Job& job) {
    job.changed = clock_.now();
    if (save(tx, job, job.changed - kToldEvery)) tell(tx, job.changed, job);
    return job.state == State::running ? After::go_on : After::ended;
  }

  // Back among those that wait, where it can be cancelled; nobody takes it up before its time.
  After postpone(JobId id, std::int64_t holder, const Refusal& refusal) {
    const auto after = store_.unit([&](store::Tx& tx) -> Result<After> {
      const Instant now = clock_.now();
      const Job hindered = TRY(find(tx, id));
      const Duration wait = std::clamp<Duration>(now - hindered.created, kWaitLeast, kWaitMost);
      auto job = renew(tx, id, {holder, now + wait});
      if (!job) return After::ended;
      job->state = job->cancelling ? State::cancelled : State::queued;
      say(*job, refusal.message());
      return save_and_tell(tx, *job);
    });
    return after ? *after : After::pause;
  }

  After end_as_failed(JobId id, std::int64_t holder, const Refusal& refusal) {
    const auto after = store_.unit([&](store::Tx& tx) -> Result<After> {
      auto job = renew(tx, id, lease_of(holder));
      if (!job) return After::ended;
      job->state = State::failed;
      say(*job, refusal.message());
      job->result = failed(refusal);
      return save_and_tell(tx, *job);
    });
    return after ? *after : After::pause;
  }

  store::Store& store_;
  const Clock& clock_;
  const std::vector<Kind> kinds_;
  const RunnerOptions options_;
  IdSource& ids_;
  store::Bell closing_;
  std::vector<std::jthread> threads_;
};

Runner::Runner(store::Store& store, const Clock& clock, IdSource& ids, std::vector<Kind> kinds,
               RunnerOptions options)
    : loop_(std::make_unique<Loop>(store, clock, ids, std::move(kinds), options)) {}

Runner::~Runner() = default;

}  // namespace sluis::jobs
