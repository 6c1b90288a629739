// A connection to a SQLite file.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/store/engine.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sluis::store {

class Sqlite final : public Engine {
 public:
  enum class Access : std::uint8_t {
    create,  // makes the file where it is missing
    write,
    read,
    build,  // a new file that counts only when it is whole: no journal, no waiting for the disk
  };
  struct Settings {
    Access access = Access::write;
    bool durable = true;
    std::int64_t page_limit = 0;
  };

  // `registered` may be null for a connection that prepares only its own texts.
  Sqlite(const std::filesystem::path& file, const Settings& settings,
         const StatementSet* registered);
  ~Sqlite() override;
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  Dialect dialect() const override { return Dialect::sqlite; }
  std::unique_ptr<Rows> query(const Statement& statement,
                              std::span<const Parameter> parameters) override;
  std::int64_t change(const Statement& statement, std::span<const Parameter> parameters) override;
  void execute(const std::string& sql) override;
  std::unique_ptr<Rows> query_text(const std::string& sql,
                                   std::span<const Parameter> parameters) override;
  std::unique_ptr<Rows> stream(const std::string& sql) override { return query_text(sql, {}); }
  std::int64_t change_text(const std::string& sql, std::span<const Parameter> parameters) override;
  bool usable() const override { return true; }
  void abandon() noexcept override;

  // False once SQLite itself has rolled back, as it does when the disk is full.
  bool in_transaction() const;
  // The tables and views that a statement names; throws when it cannot be prepared.
  std::set<std::string> touched_by(const std::string& sql);
  sqlite3* handle() { return handle_; }

 private:
  struct Prepared {
    sqlite3_stmt* handle = nullptr;
    std::vector<int> parameters;  // the place of $1, $2 …
  };
  class Running;

  Prepared& prepared(const Statement& statement);
  Prepared prepare(std::string_view sql, bool for_good);
  void bind(const Prepared& prepared, std::span<const Parameter> parameters);
  std::int64_t run_to_end(const Prepared& prepared);
  [[noreturn]] void fail(std::string_view doing) const;

  sqlite3* handle_ = nullptr;
  const StatementSet* registered_;
  std::unordered_map<const Statement*, Prepared> prepared_;
};

}  // namespace sluis::store
