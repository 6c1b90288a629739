// A connection to DuckDB with its bulk insert; the database stays open as long as there is one.
#pragma once

#include "platform/analytics/duckdb.h"

namespace sluis::analytics {

class DuckEngine final : public Engine {
 public:
  DuckEngine(std::shared_ptr<DuckDatabase> database, const store::StatementSet* registered)
      : database_(std::move(database)), connection_(*database_, registered) {}

  DuckDb& sql() override { return connection_; }
  std::unique_ptr<Appender> append(const InsertForm& form) override {
    return appender_of(connection_, form);
  }
  void become_analyst() override {}
  void interrupt() noexcept override { connection_.interrupt(); }

 private:
  const std::shared_ptr<DuckDatabase> database_;
  DuckDb connection_;
};

}  // namespace sluis::analytics
