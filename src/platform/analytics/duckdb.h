// A DuckDB database, in a file or in memory, and connections to it.
#pragma once

#include <atomic>
#include <filesystem>

#include "platform/analytics/backend.h"

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): DuckDB's own names
struct _duckdb_database;
struct _duckdb_connection;
struct _duckdb_prepared_statement;
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace sluis::analytics {

// One object per file and process: DuckDB would let two of them destroy each other's work. It
// reaches no file but its own, unless it is told to.
class DuckDatabase {
 public:
  // An empty path: in memory. Throws Error.
  DuckDatabase(const std::filesystem::path& file, const DuckSettings& settings);
  ~DuckDatabase();
  DuckDatabase(const DuckDatabase&) = delete;
  DuckDatabase& operator=(const DuckDatabase&) = delete;

  // False once a commit or DuckDB itself failed: only what is on disk is to be believed then.
  bool sound() const { return sound_; }

 private:
  friend class DuckDb;
  _duckdb_database* handle_ = nullptr;
  std::atomic<bool> sound_ = true;
};

class DuckDb final : public store::Engine {
 public:
  DuckDb(DuckDatabase& database, const store::StatementSet* registered);
  ~DuckDb() override;
  DuckDb(const DuckDb&) = delete;
  DuckDb& operator=(const DuckDb&) = delete;

  store::Dialect dialect() const override { return store::Dialect::duckdb; }
  std::unique_ptr<store::Rows> query(const store::Statement& statement,
                                     std::span<const store::Parameter> parameters) override;
  std::int64_t change(const store::Statement& statement,
                      std::span<const store::Parameter> parameters) override;
  void execute(const std::string& sql) override;
  std::unique_ptr<store::Rows> query_text(const std::string& sql,
                                          std::span<const store::Parameter> parameters) override;
  // No other statement may run on this connection before the rows are gone.
  std::unique_ptr<store::Rows> stream(const std::string& sql) override;
  std::int64_t change_text(const std::string& sql,
                           std::span<const store::Parameter> parameters) override;
  // A connection costs next to nothing, and as long as there is one the file cannot be closed: none
  // is kept for a second transaction.
  bool usable() const override { return false; }
  void abandon() noexcept override;

  void interrupt() noexcept;
  // Throws where the statement names what is not there or does not fit.
  void check(std::string_view sql);
  _duckdb_connection* handle() { return handle_; }

 private:
  friend class DuckDatabase;
  using Prepared = std::shared_ptr<_duckdb_prepared_statement>;

  Prepared prepared(const store::Statement& statement);
  Prepared prepare(std::string_view sql);
  void forget_at_close() noexcept;

  DuckDatabase& database_;
  _duckdb_connection* handle_ = nullptr;
  const store::StatementSet* registered_;
};

// The bulk form of an insert.
class DuckAppender;
std::unique_ptr<Appender> appender_of(DuckDb& connection, const InsertForm& form);

}  // namespace sluis::analytics
