#include "platform/store/sqlite.h"

#include <sqlite3.h>

#include "kernel/assert.h"
#include "platform/store/failure.h"

namespace sluis::store {
namespace {

Failure failure_of(int code) {
  // Its shared memory is a file too.
  if (code == SQLITE_IOERR_SHMSIZE) return Failure::full_disk;
  switch (code & 0xff) {
    case SQLITE_FULL:
      return Failure::full_disk;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Failure::contended;
    case SQLITE_CONSTRAINT:
      return Failure::broken_rule;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return Failure::unavailable;
    default:
      return Failure::internal;
  }
}

int open_flags(Sqlite::Access access) {
  switch (access) {
    case Sqlite::Access::create:
    case Sqlite::Access::build:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    case Sqlite::Access::write:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case Sqlite::Access::read:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  }
  assertion_failed("a known access");
}

std::string pragmas(const Sqlite::Settings& settings) {
  std::string sql = "pragma busy_timeout = 5000; pragma foreign_keys = on;";
  if (settings.access == Sqlite::Access::read) return sql + "pragma cache_size = -16384;";
  if (settings.access == Sqlite::Access::build) {
    return sql + "pragma foreign_keys = off; pragma journal_mode = off; pragma synchronous = off;";
  }
  // What is deleted is overwritten: a person who is erased must not stand in free pages.
  sql += "pragma journal_mode = wal; pragma secure_delete = on;";
  sql += "pragma journal_size_limit = 67108864; pragma cache_size = -65536;";
  // What a savepoint would undo is kept in memory; else SQLite makes and drops a file for each unit
  // that changes more than a few pages.
  sql += "pragma temp_store = memory;";
  sql += settings.durable ? "pragma synchronous = full;" : "pragma synchronous = off;";
  if (settings.page_limit > 0) {
    sql += fmt::format("pragma max_page_count = {};", settings.page_limit);
  }
  return sql;
}

// Parameters live as long as the statement runs, so SQLite need not copy them.
struct Bind {
  sqlite3_stmt* statement;
  int place;

  int operator()(Null) const { return sqlite3_bind_null(statement, place); }
  int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, place, number); }
  int operator()(double number) const { return sqlite3_bind_double(statement, place, number); }
  int operator()(std::string_view text) const {
    return sqlite3_bind_text64(statement, place, text.data() == nullptr ? "" : text.data(),
                               text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(BytesView bytes) const {
    return sqlite3_bind_blob64(statement, place,
                               bytes.data.data() == nullptr ? "" : bytes.data.data(),
                               bytes.data.size(), SQLITE_STATIC);
  }
};

Value column_value(sqlite3_stmt* statement, int column) {
  const auto size = [&] {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  };
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return std::string_view(text, size());
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
      return BytesView{std::string_view(bytes, size())};
    }
    default:
      return Null{};
  }
}

struct Touched {
  std::set<std::string> names;
};

// Called by SQLite for everything that a statement would do; a read inside a view counts as the
// view's.
int note_touch(void* context, int action, const char* first, const char*, const char*,
               const char* view) {
  auto& names = static_cast<Touched*>(context)->names;
  const bool of_table = action == SQLITE_READ || action == SQLITE_INSERT ||
                        action == SQLITE_UPDATE || action == SQLITE_DELETE;
  if (of_table) names.insert(view != nullptr ? view : first);
  return SQLITE_OK;
}

}  // namespace

class Sqlite::Running final : public Rows {
 public:
  // A statement made on the spot is dropped afterwards.
  Running(Sqlite& connection, Prepared prepared, bool drop)
      : connection_(connection), statement_(std::move(prepared)), drop_(drop) {}
  ~Running() override {
    sqlite3_reset(statement_.handle);
    if (drop_) sqlite3_finalize(statement_.handle);
  }

  bool next() override {
    const int code = sqlite3_step(statement_.handle);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) connection_.fail(sqlite3_sql(statement_.handle));
    return false;
  }
  std::size_t width() const override {
    return static_cast<std::size_t>(sqlite3_column_count(statement_.handle));
  }
  std::string_view name(std::size_t column) const override {
    return sqlite3_column_name(statement_.handle, static_cast<int>(column));
  }
  Value value(std::size_t column) const override {
    return column_value(statement_.handle, static_cast<int>(column));
  }

 private:
  Sqlite& connection_;
  Prepared statement_;
  bool drop_;
};

namespace {

// Nobody asks SQLite how much memory it has; counting takes a lock at each allocation. Only before
// the first connection.
void count_no_memory() {
  [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace

Sqlite::Sqlite(const std::filesystem::path& file, const Settings& settings,
               const StatementSet* registered)
    : registered_(registered) {
  count_no_memory();
  const int code = sqlite3_open_v2(file.c_str(), &handle_, open_flags(settings.access), nullptr);
  try {
    if (code != SQLITE_OK) fail("opening " + file.string());
    sqlite3_extended_result_codes(handle_, 1);
    execute(pragmas(settings));
  } catch (const Error&) {
    sqlite3_close(handle_);
    throw;
  }
}

Sqlite::~Sqlite() {
  for (const auto& [statement, prepared] : prepared_)
    sqlite3_finalize(prepared.handle);
  SLUIS_ASSERT(sqlite3_close(handle_) == SQLITE_OK);
}

std::unique_ptr<Rows> Sqlite::query(const Statement& statement,
                                    std::span<const Parameter> parameters) {
  Prepared& known = prepared(statement);
  SLUIS_ASSERT(sqlite3_stmt_busy(known.handle) == 0);
  bind(known, parameters);
  return std::make_unique<Running>(*this, known, false);
}

std::int64_t Sqlite::change(const Statement& statement, std::span<const Parameter> parameters) {
  Prepared& known = prepared(statement);
  SLUIS_ASSERT(sqlite3_stmt_busy(known.handle) == 0);
  bind(known, parameters);
  return run_to_end(known);
}

void Sqlite::execute(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

std::unique_ptr<Rows> Sqlite::query_text(const std::string& sql,
                                         std::span<const Parameter> parameters) {
  Prepared made = prepare(sql, false);
  auto rows = std::make_unique<Running>(*this, made, true);
  bind(made, parameters);
  return rows;
}

std::int64_t Sqlite::change_text(const std::string& sql, std::span<const Parameter> parameters) {
  const Prepared made = prepare(sql, false);
  const Running dropped_at_the_end(*this, made, true);
  bind(made, parameters);
  return run_to_end(made);
}

void Sqlite::abandon() noexcept {
  if (in_transaction()) sqlite3_exec(handle_, "rollback", nullptr, nullptr, nullptr);
}

bool Sqlite::in_transaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}

std::set<std::string> Sqlite::touched_by(const std::string& sql) {
  Touched touched;
  sqlite3_set_authorizer(handle_, note_touch, &touched);
  const Prepared made = prepare(sql, false);
  sqlite3_set_authorizer(handle_, nullptr, nullptr);
  sqlite3_finalize(made.handle);
  return touched.names;
}

Sqlite::Prepared& Sqlite::prepared(const Statement& statement) {
  if (const auto known = prepared_.find(&statement); known != prepared_.end()) {
    return known->second;
  }
  if (registered_ == nullptr || !registered_->contains(&statement)) {
    assertion_failed(fmt::format("{} in the list of statements", statement.name));
  }
  return prepared_.emplace(&statement, prepare(statement.sql, true)).first->second;
}

Sqlite::Prepared Sqlite::prepare(std::string_view sql, bool for_good) {
  Prepared made;
  const unsigned flags = for_good ? SQLITE_PREPARE_PERSISTENT : 0;
  if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), flags, &made.handle,
                         nullptr) != SQLITE_OK) {
    fail(sql);
  }
  const int count = sqlite3_bind_parameter_count(made.handle);
  for (int i = 1; i <= count; ++i) {
    const std::string name = "$" + std::to_string(i);
    made.parameters.push_back(sqlite3_bind_parameter_index(made.handle, name.c_str()));
  }
  return made;
}

void Sqlite::bind(const Prepared& prepared, std::span<const Parameter> parameters) {
  SLUIS_ASSERT(parameters.size() == prepared.parameters.size());
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int code = std::visit(Bind{prepared.handle, prepared.parameters[i]}, parameters[i]);
    if (code != SQLITE_OK) fail(sqlite3_sql(prepared.handle));
  }
}

std::int64_t Sqlite::run_to_end(const Prepared& prepared) {
  const int code = sqlite3_step(prepared.handle);
  SLUIS_ASSERT(code != SQLITE_ROW);  // a statement with rows goes through one() or all()
  const std::int64_t changed = sqlite3_changes64(handle_);
  if (code != SQLITE_DONE) {
    try {
      fail(sqlite3_sql(prepared.handle));
    } catch (const Error&) {
      sqlite3_reset(prepared.handle);
      throw;
    }
  }
  sqlite3_reset(prepared.handle);
  return changed;
}

void Sqlite::fail(std::string_view doing) const {
  throw Error(failure_of(sqlite3_errcode(handle_)),
              fmt::format("{} (SQLite {}): {}", sqlite3_errmsg(handle_),
                          sqlite3_extended_errcode(handle_), doing));
}

}  // namespace sluis::store
