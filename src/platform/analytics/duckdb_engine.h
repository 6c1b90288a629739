// A connection to DuckDB with its bulk insert.
#pragma once

#include "platform/analytics/duckdb.h"

namespace sluis::analytics {

class DuckEngine final : public Engine {
 public:
  DuckEngine(const DuckDatabase& database, const store::StatementSet* registered)
      : connection_(database, registered) {}

  DuckDb& sql() override { return connection_; }
  std::unique_ptr<Appender> append(const InsertForm& form) override {
    return appender_of(connection_, form);
  }
  void become_analyst() override {}
  void interrupt() noexcept override { connection_.interrupt(); }

 private:
  DuckDb connection_;
};

}  // namespace sluis::analytics
