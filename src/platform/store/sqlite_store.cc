#include "platform/store/sqlite_store.h"

#include "kernel/assert.h"
#include "platform/store/migrate.h"
#include "platform/store/open.h"
#include "platform/store/seen_move.h"

namespace sluis::store {
namespace {

constexpr Statement kBegin{"store.begin", "begin immediate"};
constexpr Statement kSavepoint{"store.savepoint", "savepoint unit"};
constexpr Statement kKeep{"store.keep", "release unit"};
constexpr Statement kRollBack{"store.roll_back", "rollback to unit"};
constexpr Statement kCommit{"store.commit", "commit"};
constexpr Statement kLastMarks{"store.last_marks",
                               "select coalesce(max(number), 0) as number from platform_marks"};
constexpr Statement kMarksAfter{"store.marks_after",
                                "select number, noted, marks from platform_marks "
                                "where number > $1 order by number"};
constexpr Statement kNoteMarks{
    "store.note_marks",
    "insert into platform_marks (noted, marks) values ($1, $2) returning number"};

// A group ends when nothing waits any more, or when those in it have waited long enough.
constexpr std::size_t kGroupMost = 1'000;
constexpr std::chrono::milliseconds kGroupLongest{5};

struct MarksRow {
  std::int64_t number = 0;
  Instant noted;
  Bytes marks;
};
BOOST_DESCRIBE_STRUCT(MarksRow, (), (number, noted, marks))

std::unique_ptr<SeenFiles> seen_files(const Folder& folder, Sqlite& connection,
                                      const Options& options) {
  Snapshot snapshot(connection);
  auto seen = std::make_unique<SeenFiles>(folder.seen(), *snapshot.one<std::int64_t>(kLastMarks),
                                          SeenFiles::Options{.report = options.report});
  snapshot.each<MarksRow>(
      kMarksAfter,
      [&](const MarksRow& row) { seen->take_row(row.number, row.noted, row.marks.data); },
      seen->filed_up_to());
  return seen;
}

}  // namespace

Result<std::unique_ptr<Store>> SqliteStore::open(const Folder& folder, const Options& options,
                                                 const Registry& registry) {
  try {
    auto registered = statements_of(registry);
    registered->insert({&kBegin, &kSavepoint, &kKeep, &kRollBack, &kCommit, &kLastMarks,
                        &kMarksAfter, &kNoteMarks});
    auto writer = std::make_unique<Sqlite>(
        folder.database(),
        Sqlite::Settings{Sqlite::Access::create, options.durable, options.page_limit},
        registered.get());
    TRY_VOID(migrate(*writer, registry));
    take_marks_of_index(*writer);
    auto seen = seen_files(folder, *writer, options);
    return std::make_unique<SqliteStore>(folder.database(), std::move(writer), std::move(seen),
                                         std::move(registered), options);
  } catch (const Error& error) {
    return refuse(OpenRefusal::damaged, folder.database().string(), error.what());
  }
}

SqliteStore::SqliteStore(std::filesystem::path file, std::unique_ptr<Sqlite> writer,
                         std::unique_ptr<SeenFiles> seen, std::unique_ptr<StatementSet> registered,
                         const Options& options)
    : file_(std::move(file)),
      registered_(std::move(registered)),
      options_(options),
      writer_(std::move(writer)),
      seen_(std::move(seen)),
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
    seen_->rolled_back();
    gathered_.forget();
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
    gathered_.write(*writer_);
    const auto row = note_seen();
    writer_->change(kCommit, {});
    if (row) seen_->committed(*row);
    return std::nullopt;
  } catch (const Error& error) {
    options_.report(error.what());
    return error.failure();
  }
}

// What the kept units saw for the first time, in one row.
std::optional<std::int64_t> SqliteStore::note_seen() {
  if (!seen_->has_row()) return std::nullopt;
  Tx tx(*writer_, seen_.get());
  return tx.one<std::int64_t>(kNoteMarks, seen_->noted(), BytesView{seen_->row()});
}

// A unit has a savepoint of its own from its first statement, so that it fails alone. Throws when
// the failure took more than the unit with it.
void SqliteStore::run_member(Member& member) {
  GatheringConnection connection(*writer_, gathered_, &kSavepoint);
  Tx tx(connection, seen_.get(), &gathered_);
  try {
    member.kept = member.unit.run(tx);
  } catch (const Error& error) {
    if (!writer_->in_transaction() || gathered_.is_writing()) throw;
    options_.report(error.what());
    member.failure = error.failure();
  } catch (const std::exception& error) {
    options_.report(error.what());
    member.failure = Failure::internal;
  }
  if (member.kept) {
    member.after_commit = std::move(tx.actions_after_commit());
    member.announces_facts = tx.announces_facts();
    seen_->keep_unit();
    gathered_.keep_unit();
  } else {
    seen_->drop_unit();
    gathered_.drop_unit();
    if (connection.has_begun()) writer_->change(kRollBack, {});
  }
  if (connection.has_begun()) writer_->change(kKeep, {});
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
