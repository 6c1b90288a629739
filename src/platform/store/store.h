// The operational store of a company, on one of two homes: a SQLite file in the data folder, or a
// PostgreSQL database. One object per process; every member may be called from any thread.
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "platform/store/bell.h"
#include "platform/store/failure.h"
#include "platform/store/folder.h"
#include "platform/store/migrations.h"
#include "platform/store/session.h"

namespace sluis::store {

// Where the data is. A file lies in a folder that this process has claimed.
struct Location {
  const Folder* folder = nullptr;
  std::string url;  // postgresql://…, or empty: in the folder

  bool embedded() const { return url.empty(); }
};

// All that may be prepared and all that must be migrated, of every capability, lowest first.
struct Registry {
  std::vector<std::span<const Migration>> migrations;
  std::vector<std::span<const Statement* const>> statements;
};

struct Options {
  int readers = 4;                     // connections that read, a thread each
  int writers = 8;                     // PostgreSQL only: SQLite has one
  std::size_t waiting_limit = 20'000;  // units, and readings, that may wait before `overloaded`
  bool durable = true;                 // false: synchronous=OFF, for measuring only
  std::int64_t page_limit = 0;         // SQLite only: pages of 4 KiB in the file; 0: no limit
  // What goes wrong inside, for the log.
  std::function<void(const std::string& what)> report = [](const std::string&) {};
};

enum class OpenRefusal : std::uint8_t { newer_version, changed_migration, damaged, unreachable };
BOOST_DESCRIBE_ENUM(OpenRefusal, newer_version, changed_migration, damaged, unreachable)
const RefusalKind& kind_of(OpenRefusal refusal);

// Interactive units go first; background ones give way.
enum class Priority : std::uint8_t { interactive, background };

// One transaction's worth of work.
struct Unit {
  // True keeps what it did, false rolls it back. Does no I/O of its own and may run again.
  std::move_only_function<bool(Tx&)> run;
  // Called once, on a thread of the store, when what was kept is durable (nullopt) or when nothing
  // of it was kept (the failure; with outcome_unknown it may have been).
  std::move_only_function<void(std::optional<Failure>)> done;
};

// One consistent state to read.
struct Reading {
  std::move_only_function<void(Snapshot&)> run;  // may run again on a new connection
  std::move_only_function<void(std::optional<Failure>)> done;
};

struct Counters {
  std::uint64_t units = 0;         // run to their end, kept or rolled back
  std::uint64_t commits = 0;       // transactions that carried them
  std::uint64_t readings = 0;      //
  std::uint64_t failures = 0;      // units and readings that got a Failure
  std::uint64_t retries = 0;       // units run again after a clash or a lost connection
  std::size_t waiting_writes = 0;  // now
  std::size_t waiting_reads = 0;   // now
};

class Store {
 public:
  // Applies the migrations that are missing.
  static Result<std::unique_ptr<Store>> open(const Location& location, const Options& options,
                                             const Registry& registry);
  // Finishes the units that wait, then stops.
  virtual ~Store() = default;

  virtual void write(Priority priority, Unit unit) = 0;
  virtual void read(Reading reading) = 0;
  virtual Counters counters() const = 0;
  virtual Dialect dialect() const = 0;
  // Rung after each commit that appended facts to the outbox in this process.
  virtual Bell& facts() = 0;
  // What the statement touches beside the tables of `owner` ("channels": channels_…) and the views
  // feed_…, or what is wrong with it; empty when nothing. For the test of all statements.
  virtual std::string foreign_touch(const Statement& statement, std::string_view owner) = 0;

  // The blocking forms, for commands, jobs and tests; never on a thread of the store.
  // f(Tx&) returns a Result; a refusal rolls back.
  template <class F>
  auto unit(F&& f, Priority priority = Priority::interactive) -> std::invoke_result_t<F&, Tx&> {
    std::optional<std::invoke_result_t<F&, Tx&>> result;
    const auto failure = write_and_wait(priority, [&](Tx& tx) {
      result.emplace(f(tx));
      return result->has_value();
    });
    if (failure) return std::unexpected(refusal_of(*failure));
    return *std::move(result);
  }

  // f(Snapshot&) returns a Result.
  template <class F>
  auto snapshot(F&& f) -> std::invoke_result_t<F&, Snapshot&> {
    std::optional<std::invoke_result_t<F&, Snapshot&>> result;
    const auto failure = read_and_wait([&](Snapshot& snapshot) { result.emplace(f(snapshot)); });
    if (failure) return std::unexpected(refusal_of(*failure));
    return *std::move(result);
  }

 private:
  std::optional<Failure> write_and_wait(Priority priority, std::move_only_function<bool(Tx&)> run);
  std::optional<Failure> read_and_wait(std::move_only_function<void(Snapshot&)> run);
};

}  // namespace sluis::store
