#include "platform/store/sqlite_store.h"

#include "kernel/assert.h"
#include "platform/store/migrate.h"
#include "platform/store/open.h"

namespace sluis::store {
namespace {

constexpr Statement kBegin{"store.begin", "begin immediate"};
constexpr Statement kSavepoint{"store.savepoint", "savepoint unit"};
constexpr Statement kKeep{"store.keep", "release unit"};
constexpr Statement kRollBack{"store.roll_back", "rollback to unit"};
constexpr Statement kCommit{"store.commit", "commit"};

// A group ends when nothing waits any more, or when those in it have waited long enough.
constexpr std::size_t kGroupMost = 1'000;
constexpr std::chrono::milliseconds kGroupLongest{5};

}  // namespace

Result<std::unique_ptr<Store>> SqliteStore::open(const Folder& folder, const Options& options,
                                                 const Registry& registry) {
  try {
    auto registered = statements_of(registry);
    registered->insert({&kBegin, &kSavepoint, &kKeep, &kRollBack, &kCommit});
    auto writer = std::make_unique<Sqlite>(
        folder.database(),
        Sqlite::Settings{Sqlite::Access::create, options.durable, options.page_limit},
        registered.get());
    TRY_VOID(migrate(*writer, registry));
    return std::make_unique<SqliteStore>(folder.database(), std::move(writer),
                                         std::move(registered), options);
  } catch (const Error& error) {
    return refuse(OpenRefusal::damaged, folder.database().string(), error.what());
  }
}

SqliteStore::SqliteStore(std::filesystem::path file, std::unique_ptr<Sqlite> writer,
                         std::unique_ptr<StatementSet> registered, const Options& options)
    : file_(std::move(file)),
      registered_(std::move(registered)),
      options_(options),
      writer_(std::move(writer)),
      wal_room_(writer_->handle(), file_.string() + "-wal"),
      queue_(options.waiting_limit),
      readers_(
          [this] {
            return std::make_unique<Sqlite>(file_, Sqlite::Settings{.access = Sqlite::Access::read},
                                            registered_.get());
          },
          options, tally_),
      thread_([this] { serve(); }) {}

SqliteStore::~SqliteStore() {
  queue_.close();
}

void SqliteStore::write(Priority priority, Unit unit) {
  if (const auto failure = queue_.push(priority, unit)) {
    ++tally_.failures;
    unit.done(failure);
  }
}

Counters SqliteStore::counters() const {
  return tally_.with_waiting(queue_.size(), readers_.waiting());
}

void SqliteStore::serve() {
  while (auto first = queue_.take())
    write_group(*std::move(first));
}

void SqliteStore::write_group(Unit first) {
  std::vector<Member> group;
  const auto failure = run_members(std::move(first), group);
  if (failure) {
    writer_->abandon();
    for (Member& member : group) {
      member.kept = false;
      member.failure = failure;
    }
  } else {
    ++tally_.commits;
  }
  finish(group);
  wal_room_.keep();
}

// Runs units until nothing waits and commits them; on a failure none of them is kept.
std::optional<Failure> SqliteStore::run_members(Unit first, std::vector<Member>& group) {
  const auto end = std::chrono::steady_clock::now() + kGroupLongest;
  group.emplace_back(std::move(first));
  try {
    writer_->change(kBegin, {});
    run_member(group.back());
    while (group.size() < kGroupMost && std::chrono::steady_clock::now() < end) {
      auto next = queue_.take_if_any();
      if (!next) break;
      group.emplace_back(*std::move(next));
      run_member(group.back());
    }
    writer_->change(kCommit, {});
    return std::nullopt;
  } catch (const Error& error) {
    options_.report(error.what());
    return error.failure();
  }
}

// A unit has a savepoint of its own, so that it fails alone. Throws when the failure took the whole
// transaction with it.
void SqliteStore::run_member(Member& member) {
  writer_->change(kSavepoint, {});
  Tx tx(*writer_);
  try {
    member.kept = member.unit.run(tx);
  } catch (const Error& error) {
    if (!writer_->in_transaction()) throw;
    options_.report(error.what());
    member.failure = error.failure();
  } catch (const std::exception& error) {
    options_.report(error.what());
    member.failure = Failure::internal;
  }
  if (member.kept) {
    member.after_commit = std::move(tx.actions_after_commit());
    member.announces_facts = tx.announces_facts();
  } else {
    writer_->change(kRollBack, {});
  }
  writer_->change(kKeep, {});
}

void SqliteStore::finish(std::vector<Member>& group) {
  for (Member& member : group) {
    ++(member.failure ? tally_.failures : tally_.units);
    for (auto& action : member.after_commit) {
      if (member.kept) action();
    }
    member.unit.done(member.failure);
  }
  const bool new_facts = std::any_of(group.begin(), group.end(), [](const Member& member) {
    return member.kept && member.announces_facts;
  });
  if (new_facts) facts_.ring();
}

std::string SqliteStore::foreign_touch(const Statement& statement, std::string_view owner) {
  Sqlite connection(file_, {.access = Sqlite::Access::write}, nullptr);
  const std::string own = std::string(owner) + "_";
  try {
    for (const std::string& name : connection.touched_by(std::string(statement.sql))) {
      if (!name.starts_with(own) && !name.starts_with("feed_")) return name;
    }
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace sluis::store
