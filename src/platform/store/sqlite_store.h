// The embedded home: one writer thread that puts many units into one commit, and readers.
#pragma once

#include "platform/store/readers.h"
#include "platform/store/seen_files.h"
#include "platform/store/sqlite.h"
#include "platform/store/wal_room.h"

namespace sluis::store {

class SqliteStore final : public Store {
 public:
  static Result<std::unique_ptr<Store>> open(const Folder& folder, const Options& options,
                                             const Registry& registry);
  SqliteStore(std::filesystem::path file, std::unique_ptr<Sqlite> writer,
              std::unique_ptr<SeenFiles> seen, std::unique_ptr<StatementSet> registered,
              const Options& options);
  ~SqliteStore() override;

  void write(Priority priority, Unit unit) override;
  void read(Reading reading) override { readers_.read(std::move(reading)); }
  Counters counters() const override;
  Dialect dialect() const override { return Dialect::sqlite; }
  Bell& facts() override { return facts_; }
  std::string foreign_touch(const Statement& statement, std::string_view owner) override;

 private:
  // A unit of the group that is being written.
  struct Member {
    explicit Member(Unit its_unit) : unit(std::move(its_unit)) {}

    Unit unit;
    bool kept = false;
    bool announces_facts = false;
    std::optional<Failure> failure;
    std::vector<std::move_only_function<void()>> after_commit;
  };

  void serve();
  void write_group(Unit first);
  std::optional<std::int64_t> note_seen();
  std::optional<Failure> run_members(Unit first, std::vector<Member>& group);
  void run_member(Member& member);
  void finish(std::vector<Member>& group);

  const std::filesystem::path file_;
  const std::unique_ptr<StatementSet> registered_;
  const Options options_;
  const std::unique_ptr<Sqlite> writer_;
  const std::unique_ptr<SeenFiles> seen_;
  Gathered gathered_;  // by the units of the group
  WalRoom wal_room_;
  Tally tally_;
  Bell facts_;
  WaitingQueue<Unit> queue_;
  Readers readers_;
  std::jthread thread_;
};

}  // namespace sluis::store
