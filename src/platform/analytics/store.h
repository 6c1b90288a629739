// The analytical store of a company: a DuckDB file in the data folder, or the schema `analytics` of
// the PostgreSQL database. It is filled from the log and from facts, with its cursors in the same
// transactions, so that all of it can be lost and made again from what was kept.
// One object per process; every member may be called from any thread.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <stop_token>

#include "platform/analytics/session.h"
#include "platform/store/store.h"

namespace sluis::analytics {

// A question that may take long.
struct Query {
  std::move_only_function<void(Snapshot&)> run;
  // Called once, on a thread of the store. `over_limit`: stopped at its limit, or cancelled.
  std::move_only_function<void(std::optional<store::Failure>)> done;
  std::chrono::milliseconds limit{10'000};
  std::stop_token cancel = {};
};

struct Options {
  int queries = 2;                 // that run at a time, a thread and a connection each
  std::size_t waiting_limit = 64;  // queries that may wait before `overloaded`
  int threads = 2;                 // DuckDB only: that work on one query together
  std::int64_t memory_mb = 384;    // DuckDB only: of all queries together; beyond it uses the disk
  std::function<void(const std::string& what)> report = [](const std::string&) {};
};

struct Counters {
  std::uint64_t units = 0;
  std::uint64_t queries = 0;
  std::uint64_t failures = 0;
  std::uint64_t stopped = 0;  // of the failures: over their limit, or cancelled
  std::size_t waiting = 0;    // now
};

class Backend;
class Pool;

class Store {
 public:
  // The registry has the analytical migrations and statements of every capability. Nothing is
  // opened before the first use, so that who asks no question pays for none.
  Store(const store::Location& location, const Options& options, const store::Registry& registry);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  store::Dialect dialect() const;
  Counters counters() const;
  void query(Query query);
  // A consistent copy as a DuckDB file, while questions are answered; changes wait.
  Result<void> snapshot_to(const std::filesystem::path& file, const std::stop_token& stop);
  // Nothing of what was changed or deleted is left in the files; questions and changes wait. False
  // while somebody reads what was before.
  bool let_go();
  // As store::Store::foreign_touch.
  std::string foreign_touch(const Statement& statement, std::string_view owner);

  // The blocking forms, for commands, jobs and tests; never on a thread of a store.
  // f(Tx&) returns a Result; a refusal rolls back. May run again. Units run one after the other.
  template <class F>
  auto unit(F&& f) -> std::invoke_result_t<F&, Tx&> {
    std::optional<std::invoke_result_t<F&, Tx&>> result;
    const auto failure = write_and_wait([&](Tx& tx) {
      result.emplace(f(tx));
      return result->has_value();
    });
    if (failure) return std::unexpected(refusal_of(*failure));
    return *std::move(result);
  }

  // f(Snapshot&) returns a Result.
  template <class F>
  auto snapshot(F&& f, std::chrono::milliseconds limit = kPatience, std::stop_token cancel = {})
      -> std::invoke_result_t<F&, Snapshot&> {
    std::optional<std::invoke_result_t<F&, Snapshot&>> result;
    const auto failure = read_and_wait([&](Snapshot& snapshot) { result.emplace(f(snapshot)); },
                                       limit, std::move(cancel));
    if (failure) return std::unexpected(refusal_of(*failure));
    return *std::move(result);
  }

 private:
  static constexpr std::chrono::minutes kPatience{10};

  std::optional<store::Failure> write_and_wait(std::move_only_function<bool(Tx&)> run);
  std::optional<store::Failure> read_and_wait(std::move_only_function<void(Snapshot&)> run,
                                              std::chrono::milliseconds limit,
                                              std::stop_token cancel);
  std::optional<store::Failure> attempt(std::move_only_function<bool(Tx&)>& run);
  void rest(bool changed);

  const Options options_;
  const std::unique_ptr<Backend> backend_;
  std::mutex writing_;
  std::unique_ptr<Engine> writer_;
  std::atomic<std::uint64_t> units_{0};
  std::atomic<std::uint64_t> failed_units_{0};
  const std::unique_ptr<Pool> pool_;
};

}  // namespace sluis::analytics
