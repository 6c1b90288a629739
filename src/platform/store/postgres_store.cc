#include "platform/store/postgres_store.h"

#include "platform/store/migrate.h"
#include "platform/store/open.h"
#include "platform/store/postgres_touch.h"
#include "platform/store/seen_move.h"

namespace sluis::store {
namespace {

// A unit that clashes with others runs again, after a pause that grows and differs for each.
constexpr int kClashesMost = 12;
// A unit whose connection was lost before its COMMIT runs again on a new one.
constexpr int kLossesMost = 2;
// A rule can break because of what another unit committed meanwhile. Run again, this one sees that
// and refuses by itself.
constexpr int kBrokenRulesMost = 2;
// Only one process migrates at a time; the number is ours, of no meaning.
constexpr std::string_view kMigrationLock = "select pg_advisory_lock(5355383711)";
constexpr std::string_view kMigrationUnlock = "select pg_advisory_unlock(5355383711)";

constexpr Statement kFirstTime{
    "store.first_time",
    "insert into platform_mark (high, low, noted) select high, low, $3 "
    "from unnest(cast($1 as bigint[]), cast($2 as bigint[])) as mark (high, low) "
    "order by high, low on conflict do nothing returning high, low"};

std::chrono::microseconds pause_after(int clashes, Random& chance) {
  const auto longest_us = std::uint64_t{500} << std::min(clashes, 8);
  return std::chrono::microseconds(chance.below(longest_us) + 1);
}

struct MarkRow {
  std::int64_t high = 0;
  std::int64_t low = 0;
  auto operator<=>(const MarkRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(MarkRow, (), (high, low))

MarkRow row_of(const Mark& mark) {
  return {static_cast<std::int64_t>(mark.high), static_cast<std::int64_t>(mark.low)};
}

// "{1,-2}", as PostgreSQL reads an array.
std::string array_of(std::span<const Mark> marks, std::int64_t MarkRow::* half) {
  std::string text = "{";
  for (const Mark& mark : marks)
    fmt::format_to(std::back_inserter(text), "{},", row_of(mark).*half);
  text.back() = '}';
  return text;
}

// The unique index of platform_mark: who inserts first holds a mark until its unit has ended.
class SeenIndex final : public Seen {
 public:
  explicit SeenIndex(Postgres& connection) : connection_(connection) {}

  std::vector<bool> first_time(std::span<const Mark> marks, Instant now) override {
    if (marks.empty()) return {};
    std::vector<MarkRow> added = Snapshot(connection_)
                                     .all<MarkRow>(kFirstTime, array_of(marks, &MarkRow::high),
                                                   array_of(marks, &MarkRow::low), now);
    std::set<MarkRow> left(added.begin(), added.end());
    std::vector<bool> first;
    for (const Mark& mark : marks)
      first.push_back(left.erase(row_of(mark)) == 1);
    return first;
  }

 private:
  Postgres& connection_;
};

void commit(Postgres& connection) {
  try {
    connection.execute("commit");
  } catch (const Error& error) {
    if (error.failure() != Failure::unavailable) throw;
    throw Error(Failure::outcome_unknown, error.what());
  }
}

}  // namespace

Result<std::unique_ptr<Store>> PostgresStore::open(const std::string& url, const Options& options,
                                                   const Registry& registry) {
  try {
    const StatementSet own{&kFirstTime};
    Postgres connection(url, options.durable, &own);
    connection.execute(std::string(kMigrationLock));
    TRY_VOID(migrate(connection, registry));
    SeenIndex index(connection);
    take_marks_of_rows(connection, index);
    connection.execute(std::string(kMigrationUnlock));
    auto registered = statements_of(registry);
    registered->insert(&kFirstTime);
    return std::make_unique<PostgresStore>(url, options, std::move(registered));
  } catch (const Error& error) {
    if (error.failure() == Failure::unavailable) {
      return refuse(OpenRefusal::unreachable, error.what());
    }
    return refuse(OpenRefusal::damaged, "PostgreSQL", error.what());
  }
}

PostgresStore::PostgresStore(std::string url, const Options& options,
                             std::unique_ptr<StatementSet> registered)
    : url_(std::move(url)),
      options_(options),
      registered_(std::move(registered)),
      queue_(options.waiting_limit),
      readers_([this] { return connect(); }, options, tally_) {
  for (int i = 0; i < options.writers; ++i) {
    workers_.emplace_back([this, i] { serve(static_cast<std::uint64_t>(i)); });
  }
}

PostgresStore::~PostgresStore() {
  queue_.close();
}

std::unique_ptr<Postgres> PostgresStore::connect() const {
  return std::make_unique<Postgres>(url_, options_.durable, registered_.get());
}

void PostgresStore::write(Priority priority, Unit unit) {
  if (const auto failure = queue_.push(priority, unit)) {
    ++tally_.failures;
    unit.done(failure);
  }
}

Counters PostgresStore::counters() const {
  return tally_.with_waiting(queue_.size(), readers_.waiting());
}

void PostgresStore::serve(std::uint64_t number) {
  Worker worker{nullptr, Random(number), {}};
  while (auto unit = queue_.take())
    run(worker, *unit);
}

void PostgresStore::run(Worker& worker, Unit& unit) {
  int clashes = 0;
  int losses = 0;
  int broken_rules = 0;
  const auto deserves_another = [&](Failure failure) {
    if (failure == Failure::contended) return clashes++ < kClashesMost;
    if (failure == Failure::unavailable) return losses++ < kLossesMost;
    return failure == Failure::broken_rule && broken_rules++ < kBrokenRulesMost;
  };
  std::optional<Failure> failure = attempt(worker, unit);
  while (failure && deserves_another(*failure)) {
    ++tally_.retries;
    if (failure == Failure::contended) closing_.wait(0, pause_after(clashes, worker.chance));
    failure = attempt(worker, unit);
  }
  if (failure) options_.report(worker.fault);
  ++(failure ? tally_.failures : tally_.units);
  unit.done(failure);
}

std::optional<Failure> PostgresStore::attempt(Worker& worker, Unit& unit) {
  std::optional<Failure> failure;
  try {
    if (!worker.connection) worker.connection = connect();
    transact(*worker.connection, unit);
  } catch (const Error& error) {
    failure = error.failure();
    worker.fault = error.what();
  } catch (const std::exception& error) {
    failure = Failure::internal;
    worker.fault = error.what();
  }
  if (worker.connection) worker.connection->abandon();
  if (worker.connection && !worker.connection->usable()) worker.connection.reset();
  return failure;
}

void PostgresStore::transact(Postgres& connection, Unit& unit) {
  connection.execute("begin");
  SeenIndex seen(connection);
  Gathered gathered;
  GatheringConnection unit_connection(connection, gathered, nullptr);
  Tx tx(unit_connection, &seen, &gathered);
  if (!unit.run(tx)) return;
  gathered.keep_unit();
  gathered.write(connection);
  commit(connection);
  ++tally_.commits;
  for (auto& action : tx.actions_after_commit())
    action();
  if (tx.announces_facts()) facts_.ring();
}

std::string PostgresStore::foreign_touch(const Statement& statement, std::string_view owner) {
  Postgres connection(url_, true, nullptr);
  return touched_beyond(connection, "public", statement, owner);
}

}  // namespace sluis::store
