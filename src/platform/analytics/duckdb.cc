#include "platform/analytics/duckdb.h"

// Its streaming is what is asked for on purpose, though a later DuckDB will name it otherwise.
#undef DUCKDB_API_NO_DEPRECATED
#include "kernel/assert.h"
#include "platform/analytics/duckdb_rows.h"
#include "platform/store/bell.h"
#include "platform/store/failure.h"

namespace sluis::analytics {
namespace {

using store::Parameter;
using store::Statement;

class Config {
 public:
  Config() { SLUIS_ASSERT(duckdb_create_config(&handle_) == DuckDBSuccess); }
  ~Config() { duckdb_destroy_config(&handle_); }
  Config(const Config&) = delete;
  Config& operator=(const Config&) = delete;

  void set(const char* name, const std::string& value) {
    SLUIS_ASSERT(duckdb_set_config(handle_, name, value.c_str()) == DuckDBSuccess);
  }
  duckdb_config handle() const { return handle_; }

 private:
  duckdb_config handle_ = nullptr;
};

struct Bind {
  duckdb_prepared_statement statement;
  idx_t place;

  duckdb_state operator()(store::Null) const { return duckdb_bind_null(statement, place); }
  duckdb_state operator()(std::int64_t number) const {
    return duckdb_bind_int64(statement, place, number);
  }
  duckdb_state operator()(double number) const {
    return duckdb_bind_double(statement, place, number);
  }
  duckdb_state operator()(std::string_view text) const {
    return duckdb_bind_varchar_length(statement, place, text.data() == nullptr ? "" : text.data(),
                                      text.size());
  }
  duckdb_state operator()(store::BytesView bytes) const {
    return duckdb_bind_blob(statement, place, bytes.data.data(), bytes.data.size());
  }
};

void bind_parameters(duckdb_prepared_statement statement, std::span<const Parameter> parameters,
                     std::string_view sql) {
  SLUIS_ASSERT(parameters.size() == duckdb_nparams(statement));
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    idx_t place = 0;
    const std::string name = std::to_string(i + 1);
    if (duckdb_bind_parameter_index(statement, &place, name.c_str()) != DuckDBSuccess ||
        std::visit(Bind{statement, place}, parameters[i]) != DuckDBSuccess) {
      fail(DUCKDB_ERROR_BINDER, duckdb_prepare_error(statement), sql);
    }
  }
}

// Of what went wrong before there was a result DuckDB tells the type in words only.
duckdb_error_type type_of(std::string_view what) {
  constexpr std::pair<std::string_view, duckdb_error_type> kTypes[] = {
      {"INTERRUPT Error", DUCKDB_ERROR_INTERRUPT},
      {"Out of Memory Error", DUCKDB_ERROR_OUT_OF_MEMORY},
      {"TransactionContext Error", DUCKDB_ERROR_TRANSACTION},
      {"IO Error", DUCKDB_ERROR_IO},
      {"FATAL Error", DUCKDB_ERROR_FATAL}};
  for (const auto& [words, type] : kTypes) {
    if (what.starts_with(words)) return type;
  }
  return DUCKDB_ERROR_EXECUTOR;
}

// A statement that runs.
class Running {
 public:
  using Begin = duckdb_state (*)(duckdb_prepared_statement, duckdb_pending_result*);

  Running(Begin begin, duckdb_prepared_statement statement, std::string_view sql) : sql_(sql) {
    if (begin(statement, &pending_) != DuckDBSuccess) fail_pending();
  }
  ~Running() { duckdb_destroy_pending(&pending_); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  // Works on it until it has a result. DuckDB itself asks for work without a pause while its other
  // threads have the rest of it, which takes a whole core for as long as they need.
  void work() {
    constexpr std::chrono::microseconds kLeast{20};
    constexpr std::chrono::microseconds kMost{500};
    store::Bell pause;
    for (auto rest = kLeast;;) {
      switch (duckdb_pending_execute_task(pending_)) {
        case DUCKDB_PENDING_RESULT_READY:
          return;
        case DUCKDB_PENDING_ERROR:
          fail_pending();
        case DUCKDB_PENDING_NO_TASKS_AVAILABLE:
          pause.wait(0, rest);
          rest = std::min(2 * rest, kMost);
          break;
        default:
          rest = kLeast;
      }
    }
  }

  duckdb_result result() {
    duckdb_result result{};
    if (duckdb_execute_pending(pending_, &result) == DuckDBSuccess) return result;
    const std::string what = duckdb_result_error(&result);
    const duckdb_error_type type = duckdb_result_error_type(&result);
    duckdb_destroy_result(&result);
    fail(type, what.c_str(), sql_);
  }

 private:
  [[noreturn]] void fail_pending() {
    const char* error = duckdb_pending_error(pending_);
    const std::string what = error == nullptr ? "" : error;
    duckdb_destroy_pending(&pending_);
    fail(type_of(what), what.c_str(), sql_);
  }

  const std::string_view sql_;
  duckdb_pending_result pending_ = nullptr;
};

duckdb_result run(duckdb_prepared_statement statement, std::string_view sql) {
  Running running(duckdb_pending_prepared, statement, sql);
  running.work();
  return running.result();
}

duckdb_result run_streaming(duckdb_prepared_statement statement, std::string_view sql) {
  return Running(duckdb_pending_prepared_streaming, statement, sql).result();
}

// The statements of a text.
class Extracted {
 public:
  Extracted(duckdb_connection connection, const std::string& sql)
      : connection_(connection),
        sql_(sql),
        size_(duckdb_extract_statements(connection, sql.c_str(), &all_)) {
    if (size_ > 0) return;
    const char* error = duckdb_extract_statements_error(all_);
    const std::string what = error == nullptr ? "nothing to run" : error;
    duckdb_destroy_extracted(&all_);
    fail(DUCKDB_ERROR_PARSER, what.c_str(), sql_);
  }
  ~Extracted() { duckdb_destroy_extracted(&all_); }
  Extracted(const Extracted&) = delete;
  Extracted& operator=(const Extracted&) = delete;

  idx_t size() const { return size_; }
  void run_one(idx_t which) {
    duckdb_prepared_statement made = nullptr;
    const auto state = duckdb_prepare_extracted_statement(connection_, all_, which, &made);
    const std::unique_ptr<_duckdb_prepared_statement, void (*)(duckdb_prepared_statement)> owned(
        made, [](duckdb_prepared_statement one) { duckdb_destroy_prepare(&one); });
    if (state != DuckDBSuccess) {
      const std::string what = duckdb_prepare_error(made);
      fail(type_of(what), what.c_str(), sql_);
    }
    duckdb_result result = run(made, sql_);
    duckdb_destroy_result(&result);
  }

 private:
  const duckdb_connection connection_;
  const std::string& sql_;
  duckdb_extracted_statements all_ = nullptr;
  const idx_t size_;
};

std::int64_t changed_by(duckdb_result result) {
  const auto rows = static_cast<std::int64_t>(duckdb_rows_changed(&result));
  duckdb_destroy_result(&result);
  return rows;
}

}  // namespace

DuckDatabase::DuckDatabase(const std::filesystem::path& file, const DuckSettings& settings) {
  Config config;
  config.set("threads", std::to_string(settings.threads));
  config.set("memory_limit", fmt::format("{}MB", settings.memory_mb));
  config.set("autoinstall_known_extensions", "false");
  config.set("autoload_known_extensions", "false");
  config.set("enable_external_access", settings.reaches_files ? "true" : "false");
  config.set("integer_division", "true");
  config.set("default_null_order", "nulls_last_on_asc_first_on_desc");
  if (!settings.folds_its_log) config.set("checkpoint_threshold", "1TB");
  config.set("lock_configuration", "true");
  char* error = nullptr;
  const std::string path = file.empty() ? ":memory:" : file.string();
  if (duckdb_open_ext(path.c_str(), &handle_, config.handle(), &error) == DuckDBSuccess) return;
  const std::string what = error == nullptr ? "" : error;
  duckdb_free(error);
  fail(DUCKDB_ERROR_IO, what.c_str(), path);
}

// What is in memory reaches the file only where it is to be believed.
DuckDatabase::~DuckDatabase() {
  if (!sound_) DuckDb(*this, nullptr).forget_at_close();
  duckdb_close(&handle_);
}

DuckDb::DuckDb(DuckDatabase& database, const store::StatementSet* registered)
    : database_(database), registered_(registered) {
  SLUIS_ASSERT(duckdb_connect(database.handle_, &handle_) == DuckDBSuccess);
}

DuckDb::~DuckDb() {
  duckdb_disconnect(&handle_);
}

std::unique_ptr<store::Rows> DuckDb::query(const Statement& statement,
                                           std::span<const Parameter> parameters) {
  const Prepared known = prepared(statement);
  bind_parameters(known.get(), parameters, statement.sql);
  return std::make_unique<DuckRows>(run(known.get(), statement.sql), known,
                                    std::string(statement.sql));
}

std::int64_t DuckDb::change(const Statement& statement, std::span<const Parameter> parameters) {
  const Prepared known = prepared(statement);
  bind_parameters(known.get(), parameters, statement.sql);
  return changed_by(run(known.get(), statement.sql));
}

void DuckDb::execute(const std::string& sql) {
  try {
    Extracted statements(handle_, sql);
    for (idx_t i = 0; i < statements.size(); ++i)
      statements.run_one(i);
  } catch (const store::Error&) {
    if (sql == "commit") database_.sound_ = false;
    throw;
  }
}

std::unique_ptr<store::Rows> DuckDb::query_text(const std::string& sql,
                                                std::span<const Parameter> parameters) {
  const Prepared made = prepare(sql);
  bind_parameters(made.get(), parameters, sql);
  return std::make_unique<DuckRows>(run(made.get(), sql), made, sql);
}

std::unique_ptr<store::Rows> DuckDb::stream(const std::string& sql) {
  const Prepared made = prepare(sql);
  return std::make_unique<DuckRows>(run_streaming(made.get(), sql), made, sql);
}

std::int64_t DuckDb::change_text(const std::string& sql, std::span<const Parameter> parameters) {
  const Prepared made = prepare(sql);
  bind_parameters(made.get(), parameters, sql);
  return changed_by(run(made.get(), sql));
}

// Without a transaction DuckDB refuses, and nothing is lost. After a fatal error it refuses
// everything.
void DuckDb::abandon() noexcept {
  duckdb_result result{};
  const bool refused = duckdb_query(handle_, "rollback", &result) != DuckDBSuccess;
  if (refused && duckdb_result_error_type(&result) == DUCKDB_ERROR_FATAL) database_.sound_ = false;
  duckdb_destroy_result(&result);
}

void DuckDb::forget_at_close() noexcept {
  duckdb_result result{};
  duckdb_query(handle_, "pragma disable_checkpoint_on_shutdown", &result);
  duckdb_destroy_result(&result);
}

void DuckDb::interrupt() noexcept {
  duckdb_interrupt(handle_);
}

void DuckDb::check(std::string_view sql) {
  prepare(sql);
}

// Prepared anew each time: the plan of a statement without parameters is made for the data there is
// (a filter on an empty table becomes no rows), and DuckDB would keep it when the data changes.
DuckDb::Prepared DuckDb::prepared(const Statement& statement) {
  if (registered_ == nullptr || !registered_->contains(&statement)) {
    assertion_failed(fmt::format("{} in the list of statements", statement.name));
  }
  return prepare(statement.sql);
}

DuckDb::Prepared DuckDb::prepare(std::string_view sql) {
  duckdb_prepared_statement made = nullptr;
  const auto state = duckdb_prepare(handle_, std::string(sql).c_str(), &made);
  Prepared owned(made,
                 [](duckdb_prepared_statement statement) { duckdb_destroy_prepare(&statement); });
  if (state != DuckDBSuccess) fail(DUCKDB_ERROR_BINDER, duckdb_prepare_error(made), sql);
  return owned;
}

}  // namespace sluis::analytics
