#include "platform/jobs/jobs.h"

#include <sys/wait.h>

#include <csignal>
#include <future>
#include <unistd.h>

#include "platform/jobs/runner.h"
#include "platform/store/testing.h"

namespace sluis::jobs {
namespace {

using store::Statement;
using store::Tx;

constexpr store::Migration kMigrations[] = {{"rows/0001_rows", R"sql(
-- distribution: local
create table rows_row (
  id bigint primary key
);
)sql"}};
constexpr Statement kInsertRow{"rows.insert", "insert into rows_row (id) values ($1)"};
constexpr Statement kCountRows{"rows.count", "select count(*) from rows_row"};
constexpr const Statement* kStatements[] = {&kInsertRow, &kCountRows};

enum class Fault { broken, in_the_way };
const RefusalKind& kind_of(Fault fault) {
  static constexpr RefusalKind broken{
      "broken", Category::invalid, Retry::useless, {"It broke.", "Het ging stuk."}};
  static constexpr RefusalKind in_the_way{
      "in_the_way", Category::unavailable, Retry::may_help, {"Wait.", "Wacht."}};
  return fault == Fault::broken ? broken : in_the_way;
}

struct Place {
  std::int64_t next = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (next))

// Inserts the rows 0 to 99, three per chunk; each can be inserted only once.
constexpr std::int64_t kRows = 100;
Result<Step> insert_rows(Tx& tx, const Job& job) {
  Place place;
  if (job.cursor.text != "null") place = *from_json<Place>(job.cursor.text);
  for (int i = 0; i < 3 && place.next < kRows; ++i)
    tx.change(kInsertRow, place.next++);
  return Step{.cursor = {to_json(place)},
              .done = place.next,
              .total = kRows,
              .message = {},
              .finished = place.next == kRows,
              .result = {R"({"ok":true})"}};
}

Step ended() {
  Step step;
  step.finished = true;
  return step;
}

class JobsTest : public store::testing::OnBothHomes {
 protected:
  void open_rows() { open({{kMigrations}, {kStatements}}); }

  JobId start_one(std::string kind) {
    return *store().unit([&](Tx& tx) -> Result<JobId> {
      return start(tx, ids_, clock_.now(), {std::move(kind), Json{"{}"}, std::nullopt});
    });
  }
  Job look(JobId id) {
    return *store().snapshot(
        [&](store::Snapshot& snapshot) -> Result<Job> { return find(snapshot, id); });
  }
  Job wait_for_end(JobId id) {
    while (true) {
      const auto seen = store().facts().count();
      Job job = look(id);
      if (job.state != State::queued && job.state != State::running) return job;
      store().facts().wait(seen, std::chrono::milliseconds(100));
    }
  }
  std::int64_t rows() {
    return *store().snapshot([](store::Snapshot& snapshot) -> Result<std::int64_t> {
      return *snapshot.one<std::int64_t>(kCountRows);
    });
  }

  store::testing::SetClock clock_{Instant(1'800'000'000'000'000)};
  IdSource ids_{clock_, 0, Instant()};
};
SLUIS_ON_BOTH_HOMES(JobsTest);

const Kind kInserting{
    "rows.insert", [](Tx& tx, const Job& job, const Json&) { return insert_rows(tx, job); }, {}};

TEST_P(JobsTest, JobRunsInChunksToItsEnd) {
  open_rows();
  const JobId id = start_one("rows.insert");
  EXPECT_EQ(look(id).state, State::queued);
  Runner runner(store(), clock_, ids_, {kInserting}, {});
  const Job job = wait_for_end(id);
  EXPECT_EQ(job.state, State::done);
  EXPECT_EQ(job.done, kRows);
  EXPECT_EQ(job.result.text, R"({"ok":true})");
  EXPECT_EQ(rows(), kRows);
}

TEST_P(JobsTest, SeveralRunnersShareTheJobs) {
  open_rows();
  Runner one(store(), clock_, ids_, {kInserting}, {.threads = 3});
  Runner two(store(), clock_, ids_, {kInserting}, {.threads = 3});
  const JobId id = start_one("rows.insert");
  EXPECT_EQ(wait_for_end(id).state, State::done);
  EXPECT_EQ(rows(), kRows);
}

TEST_P(JobsTest, RefusalFailsTheJobAndUndoesItsChunk) {
  open_rows();
  const Kind failing{"rows.fail",
                     [](Tx& tx, const Job& job, const Json&) -> Result<Step> {
                       static_cast<void>(TRY(insert_rows(tx, job)));
                       return refuse(Fault::broken);
                     },
                     {}};
  const JobId id = start_one("rows.fail");
  Runner runner(store(), clock_, ids_, {failing}, {});
  const Job job = wait_for_end(id);
  EXPECT_EQ(job.state, State::failed);
  EXPECT_EQ(job.result.text, R"({"code":"broken","en":"It broke.","nl":"Het ging stuk."})");
  EXPECT_EQ(rows(), 0);
}

TEST_P(JobsTest, AFaultEndsTheJobAndNothingElse) {
  open_rows();
  const Kind stumbling{
      "rows.stumble",
      [](Tx&, const Job&, const Json&) -> Result<Step> { throw std::logic_error("stumbled"); },
      {}};
  const Kind lost{"rows.lost", {}, [](const Job&, const std::stop_token&) -> Result<Json> {
                    throw std::runtime_error("lost");
                  }};
  Runner runner(store(), clock_, ids_, {stumbling, lost, kInserting}, {});
  for (const char* kind : {"rows.stumble", "rows.lost"}) {
    const Job job = wait_for_end(start_one(kind));
    EXPECT_EQ(job.state, State::failed) << kind;
    EXPECT_NE(job.result.text.find(R"("code":"internal")"), std::string::npos) << job.result.text;
  }
  EXPECT_EQ(wait_for_end(start_one("rows.insert")).state, State::done);
}

TEST_P(JobsTest, CancelStopsBetweenChunks) {
  open_rows();
  const JobId waiting = start_one("rows.insert");
  ASSERT_TRUE(store().unit([&](Tx& tx) { return cancel(tx, clock_.now(), waiting); }));
  EXPECT_EQ(look(waiting).state, State::cancelled);

  std::promise<void> began;
  std::promise<void> go_on;
  std::atomic<int> chunks{0};
  const Kind endless{"rows.endless",
                     [](Tx&, const Job&, const Json&) -> Result<Step> { return Step{}; },
                     [&](const Job&, const std::stop_token&) -> Result<Json> {
                       if (++chunks == 1) {
                         began.set_value();
                         go_on.get_future().wait();
                       }
                       return Json{};
                     }};
  const JobId running = start_one("rows.endless");
  Runner runner(store(), clock_, ids_, {endless}, {});
  began.get_future().wait();
  ASSERT_TRUE(store().unit([&](Tx& tx) { return cancel(tx, clock_.now(), running); }));
  go_on.set_value();
  EXPECT_EQ(wait_for_end(running).state, State::cancelled);
  const auto again = store().unit([&](Tx& tx) { return cancel(tx, clock_.now(), running); });
  ASSERT_FALSE(again);
  EXPECT_TRUE(is(again.error(), JobRefusal::already_ended));
  const auto unknown = store().unit([&](Tx& tx) { return cancel(tx, clock_.now(), JobId(1)); });
  EXPECT_TRUE(is(unknown.error(), JobRefusal::unknown_job));
}

TEST_P(JobsTest, WorkOutsideComesBeforeItsChunk) {
  open_rows();
  std::atomic<int> calls{0};
  const Kind calling{"rows.call",
                     [](Tx&, const Job& job, const Json& outcome) -> Result<Step> {
                       return Step{.cursor = outcome,
                                   .done = job.done + 1,
                                   .total = 3,
                                   .message = {},
                                   .finished = job.done == 2,
                                   .result = outcome};
                     },
                     [&](const Job& job, const std::stop_token&) -> Result<Json> {
                       EXPECT_EQ(job.cursor.text, calls == 0 ? "null" : std::to_string(calls));
                       return Json{std::to_string(++calls)};
                     }};
  const JobId id = start_one("rows.call");
  Runner runner(store(), clock_, ids_, {calling}, {});
  EXPECT_EQ(wait_for_end(id).result.text, "3");
  EXPECT_EQ(calls, 3);
}

TEST_P(JobsTest, WhatMayPassIsTriedAgainAndOthersGoFirst) {
  open_rows();
  std::atomic<int> calls{0};
  std::atomic<bool> in_the_way{true};
  const Kind hindered{"rows.hindered",
                      [](Tx&, const Job&, const Json&) -> Result<Step> { return ended(); },
                      [&](const Job&, const std::stop_token&) -> Result<Json> {
                        ++calls;
                        if (in_the_way) return refuse(Fault::in_the_way);
                        return Json{};
                      }};
  const JobId waiting = start_one("rows.hindered");
  Runner runner(store(), clock_, ids_, {hindered, kInserting}, {});
  EXPECT_EQ(wait_for_end(start_one("rows.insert")).state, State::done);
  EXPECT_EQ(look(waiting).state, State::queued);
  EXPECT_EQ(look(waiting).message, "Wait.");
  EXPECT_EQ(look(waiting).message_nl, "Wacht.");
  in_the_way = false;
  clock_.advance(std::chrono::minutes(1));
  EXPECT_EQ(wait_for_end(waiting).state, State::done);
  EXPECT_EQ(calls, 2);
}

TEST_P(JobsTest, WhoWaitsLongIsTriedSeldom) {
  open_rows();
  std::atomic<int> calls{0};
  const Kind hindered{"rows.hindered", {}, [&](const Job&, const std::stop_token&) -> Result<Json> {
                        ++calls;
                        return refuse(Fault::in_the_way);
                      }};
  const Kind passing{
      "rows.pass", [](Tx&, const Job&, const Json&) -> Result<Step> { return ended(); }, {}};
  start_one("rows.hindered");
  Runner runner(store(), clock_, ids_, {hindered, passing}, {});
  std::vector<int> after_each_second;
  for (int second = 0; second < 8; ++second) {
    // The second of two that pass began its look after the first had ended.
    EXPECT_EQ(wait_for_end(start_one("rows.pass")).state, State::done);
    EXPECT_EQ(wait_for_end(start_one("rows.pass")).state, State::done);
    after_each_second.push_back(calls);
    clock_.advance(std::chrono::seconds(1));
  }
  EXPECT_EQ(after_each_second, (std::vector<int>{1, 2, 3, 3, 4, 4, 4, 4}));
}

TEST_P(JobsTest, AJobThatWaitsCanBeCancelled) {
  open_rows();
  const Kind hindered{"rows.hindered", {}, [](const Job&, const std::stop_token&) -> Result<Json> {
                        return refuse(Fault::in_the_way);
                      }};
  const JobId waiting = start_one("rows.hindered");
  Runner runner(store(), clock_, ids_, {hindered, kInserting}, {});
  EXPECT_EQ(wait_for_end(start_one("rows.insert")).state, State::done);
  ASSERT_TRUE(store().unit([&](Tx& tx) { return cancel(tx, clock_.now(), waiting); }));
  EXPECT_EQ(look(waiting).state, State::cancelled);
}

TEST_P(JobsTest, AJobThatWaitsGoesOnWithTheNextRunner) {
  open_rows();
  std::promise<void> refused;
  const Kind hindered{"rows.insert", kInserting.step,
                      [&](const Job&, const std::stop_token&) -> Result<Json> {
                        refused.set_value();
                        return refuse(Fault::in_the_way);
                      }};
  const JobId waiting = start_one("rows.insert");
  {
    Runner runner(store(), clock_, ids_, {hindered}, {});
    refused.get_future().wait();
  }
  clock_.advance(std::chrono::minutes(1));
  Runner runner(store(), clock_, ids_, {kInserting}, {});
  EXPECT_EQ(wait_for_end(waiting).state, State::done);
}

// The child runs a few chunks and is killed in the middle of one; whoever comes next goes on.
TEST_P(JobsTest, JobGoesOnAfterItsProcessWasKilled) {
  open_rows();
  const JobId id = start_one("rows.insert");
  close();
  std::array<int, 2> chunk_pipe{};
  ASSERT_EQ(pipe(chunk_pipe.data()), 0);
  const pid_t child = fork();
  if (child == 0) {
    open_rows();
    const Kind reporting{"rows.insert",
                         [&](Tx& tx, const Job& job, const Json&) {
                           auto step = insert_rows(tx, job);
                           if (write(chunk_pipe[1], "c", 1) != 1) _exit(1);
                           if (job.done >= 30) pause();
                           return step;
                         },
                         {}};
    Runner runner(store(), clock_, ids_, {reporting}, {});
    while (true)
      pause();
  }
  ::close(chunk_pipe[1]);
  char chunk = 0;
  for (int chunks = 0; chunks < 11; ++chunks)
    ASSERT_EQ(read(chunk_pipe[0], &chunk, 1), 1);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  ::close(chunk_pipe[0]);

  open_rows();
  const Job left = look(id);
  EXPECT_EQ(left.state, State::running);
  EXPECT_EQ(left.done, rows());
  EXPECT_LT(left.done, kRows);
  clock_.advance(std::chrono::minutes(1));  // the lease of the dead process ends
  Runner runner(store(), clock_, ids_, {kInserting}, {});
  EXPECT_EQ(wait_for_end(id).state, State::done);
  EXPECT_EQ(rows(), kRows);
}

}  // namespace
}  // namespace sluis::jobs
