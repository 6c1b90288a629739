#include <mutex>

#include <libpq-fe.h>

#include "platform/analytics/backend.h"
#include "platform/analytics/duckdb_engine.h"
#include "platform/analytics/postgres_appender.h"
#include "platform/analytics/table_copy.h"
#include "platform/store/migrate.h"
#include "platform/store/open.h"
#include "platform/store/postgres.h"
#include "platform/store/postgres_touch.h"

namespace sluis::analytics {
namespace {

using store::Error;
using store::Failure;

// Tables of the two stores may have the same names.
constexpr std::string_view kSchema = "analytics";
constexpr std::string_view kIntoSchema = "set search_path = analytics";
// Only one process migrates at a time; the number is ours, of no meaning.
constexpr std::string_view kMigrationLock = "select pg_advisory_lock(5355383712)";
constexpr std::string_view kMigrationUnlock = "select pg_advisory_unlock(5355383712)";

// The role that runs what analysts write. A database whose owner may make no roles has it made by
// its administrator; without it only they are refused.
constexpr std::string_view kAnalyst = R"sql(
do $$
declare
  published text;
begin
  if not exists (select from pg_roles where rolname = 'sluis_analyst') then
    create role sluis_analyst nologin;
    grant sluis_analyst to current_user;
  end if;
  grant usage on schema analytics to sluis_analyst;
  for published in
    select table_name from information_schema.views
    where table_schema = 'analytics' and table_name like 'feed\_%'
  loop
    execute format('grant select on analytics.%I to sluis_analyst', published);
  end loop;
exception when insufficient_privilege or duplicate_object or unique_violation then
  null;
end
$$
)sql";

class PostgresEngine final : public Engine {
 public:
  PostgresEngine(const std::string& url, const store::StatementSet* registered)
      : connection_(url, true, registered), cancel_(PQgetCancel(connection_.handle())) {
    connection_.execute(std::string(kIntoSchema));
  }
  ~PostgresEngine() override { PQfreeCancel(cancel_); }
  PostgresEngine(const PostgresEngine&) = delete;
  PostgresEngine& operator=(const PostgresEngine&) = delete;

  store::Postgres& sql() override { return connection_; }
  std::unique_ptr<Appender> append(const InsertForm& form) override {
    return appender_of(connection_.handle(), form);
  }
  void become_analyst() override { connection_.execute("set local role sluis_analyst"); }
  // A server that cannot be asked has lost the connection, and so ended the query.
  void interrupt() noexcept override {
    std::array<char, 256> error{};
    PQcancel(cancel_, error.data(), static_cast<int>(error.size()));
  }

 private:
  store::Postgres connection_;
  PGcancel* cancel_;
};

class PostgresBackend final : public Backend {
 public:
  PostgresBackend(std::string url, const store::Registry& registry)
      : url_(std::move(url)), registry_(registry), registered_(store::statements_of(registry)) {}

  store::Dialect dialect() const override { return store::Dialect::postgres; }
  std::unique_ptr<Engine> connect() override {
    migrate_once();
    return std::make_unique<PostgresEngine>(url_, registered_.get());
  }
  void fold_log(Engine&) override {}
  bool snapshot(Engine& writer, const SnapshotFile& file) override {
    DuckEngine to(std::make_shared<DuckDatabase>(file.path, DuckSettings{}), nullptr);
    if (const auto made = store::migrate(to.sql(), registry_); !made) {
      throw Error(Failure::internal, made.error().message().in(Language::en));
    }
    store::begin_snapshot(writer.sql());
    to.sql().execute("begin");
    const bool whole = copy_tables(writer, to, file.stop);
    to.sql().execute(whole ? "commit; checkpoint" : "rollback");
    writer.sql().abandon();
    return whole;
  }
  // PostgreSQL sees to its own pages.
  void let_go(Engine&) override {}
  std::string foreign_touch(const store::Statement& statement, std::string_view owner) override {
    migrate_once();
    store::Postgres connection(url_, true, nullptr);
    connection.execute(std::string(kIntoSchema));
    return store::touched_beyond(connection, kSchema, statement, owner);
  }

 private:
  void migrate_once() {
    const std::lock_guard lock(migrating_);
    if (migrated_) return;
    store::Postgres connection(url_, true, nullptr);
    connection.execute(std::string(kMigrationLock));
    connection.execute("create schema if not exists analytics; " + std::string(kIntoSchema));
    if (const auto done = store::migrate(connection, registry_); !done) {
      throw Error(Failure::unavailable, done.error().message().in(Language::en));
    }
    connection.execute(std::string(kAnalyst));
    connection.execute(std::string(kMigrationUnlock));
    migrated_ = true;
  }

  const std::string url_;
  const store::Registry registry_;
  const std::unique_ptr<store::StatementSet> registered_;
  std::mutex migrating_;
  bool migrated_ = false;
};

}  // namespace

std::unique_ptr<Backend> postgres_backend(const std::string& url, const store::Registry& registry) {
  return std::make_unique<PostgresBackend>(url, registry);
}

}  // namespace sluis::analytics
