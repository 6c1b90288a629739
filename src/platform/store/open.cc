#include "platform/store/open.h"

#include "platform/store/postgres.h"
#include "platform/store/sqlite.h"

namespace sluis::store {

std::unique_ptr<Engine> open_to_read(const Location& location) {
  if (!location.embedded()) return std::make_unique<Postgres>(location.url, true, nullptr);
  return std::make_unique<Sqlite>(location.folder->database(),
                                  Sqlite::Settings{.access = Sqlite::Access::read}, nullptr);
}

void begin_snapshot(Engine& engine) {
  engine.execute(engine.dialect() == Dialect::postgres
                     ? "begin isolation level repeatable read read only"
                     : "begin");
}

std::unique_ptr<StatementSet> statements_of(const Registry& registry) {
  auto all = std::make_unique<StatementSet>();
  for (const auto& statements : registry.statements) {
    all->insert(statements.begin(), statements.end());
  }
  return all;
}

std::vector<const Migration*> migrations_of(const Registry& registry) {
  std::vector<const Migration*> all;
  for (const auto& migrations : registry.migrations) {
    for (const Migration& migration : migrations)
      all.push_back(&migration);
  }
  return all;
}

}  // namespace sluis::store
