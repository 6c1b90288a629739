// A connection to a PostgreSQL server.
#pragma once

#include <unordered_map>

#include "platform/store/engine.h"

struct pg_conn;
struct pg_result;

namespace sluis::store {

class Postgres final : public Engine {
 public:
  Postgres(const std::string& url, bool durable, const StatementSet* registered);
  ~Postgres() override;
  Postgres(const Postgres&) = delete;
  Postgres& operator=(const Postgres&) = delete;

  Dialect dialect() const override { return Dialect::postgres; }
  std::unique_ptr<Rows> query(const Statement& statement,
                              std::span<const Parameter> parameters) override;
  std::int64_t change(const Statement& statement, std::span<const Parameter> parameters) override;
  void execute(const std::string& sql) override;
  std::unique_ptr<Rows> query_text(const std::string& sql,
                                   std::span<const Parameter> parameters) override;
  std::unique_ptr<Rows> stream(const std::string& sql) override;
  std::int64_t change_text(const std::string& sql, std::span<const Parameter> parameters) override;
  bool usable() const override;
  void abandon() noexcept override;

  pg_conn* handle() { return handle_; }

 private:
  class Fetched;
  class Streamed;
  struct Freed {
    void operator()(pg_result* result) const;
  };
  using Answer = std::unique_ptr<pg_result, Freed>;

  const std::string& prepared(const Statement& statement);
  Answer run(const Statement& statement, std::span<const Parameter> parameters);
  Answer run_text(const std::string& sql, std::span<const Parameter> parameters);
  Answer checked(pg_result* result, std::string_view doing) const;

  pg_conn* handle_ = nullptr;
  const StatementSet* registered_;
  std::unordered_map<const Statement*, std::string> prepared_;
};

}  // namespace sluis::store
