// The home on a PostgreSQL server: each unit is a transaction of its own on one of a pool of
// connections, with a thread each.
#pragma once

#include "kernel/random.h"
#include "platform/store/postgres.h"
#include "platform/store/readers.h"

namespace sluis::store {

class PostgresStore final : public Store {
 public:
  static Result<std::unique_ptr<Store>> open(const std::string& url, const Options& options,
                                             const Registry& registry);
  PostgresStore(std::string url, const Options& options, std::unique_ptr<StatementSet> registered);
  ~PostgresStore() override;

  void write(Priority priority, Unit unit) override;
  void read(Reading reading) override { readers_.read(std::move(reading)); }
  Counters counters() const override;
  Dialect dialect() const override { return Dialect::postgres; }
  Bell& facts() override { return facts_; }
  std::string foreign_touch(const Statement& statement, std::string_view owner) override;

 private:
  // What a worker thread has: its connection, lost or not, and chance for its pauses.
  struct Worker {
    std::unique_ptr<Postgres> connection;
    Random chance;
    std::string fault;  // why the latest attempt failed
  };

  std::unique_ptr<Postgres> connect() const;
  void serve(std::uint64_t number);
  void run(Worker& worker, Unit& unit);
  std::optional<Failure> attempt(Worker& worker, Unit& unit);
  void transact(Postgres& connection, Unit& unit);

  const std::string url_;
  const Options options_;
  const std::unique_ptr<StatementSet> registered_;
  Tally tally_;
  Bell facts_;
  Bell closing_;
  WaitingQueue<Unit> queue_;
  Readers readers_;
  std::vector<std::jthread> workers_;
};

}  // namespace sluis::store
