#include "platform/analytics/store.h"

#include <future>

#include "kernel/assert.h"
#include "platform/analytics/backend.h"
#include "platform/analytics/pool.h"
#include "platform/store/backup_file.h"

namespace sluis::analytics {

using store::Failure;

InsertForm form_of(const Statement& insert) {
  constexpr std::string_view kInto = "insert into ";
  const std::string_view sql = insert.sql;
  const std::size_t open = sql.find(" (");
  const std::size_t close = sql.find(") values (");
  const bool plain = sql.starts_with(kInto) && close != std::string_view::npos && open < close &&
                     sql.find("on conflict") == std::string_view::npos;
  if (!plain) assertion_failed(fmt::format("a plain insert in {}", insert.name));
  InsertForm form{std::string(sql.substr(kInto.size(), open - kInto.size())), {}};
  std::string_view names = sql.substr(open + 2, close - open - 2);
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    std::string_view name = names.substr(0, comma);
    name.remove_prefix(std::min(name.find_first_not_of(" \n"), name.size()));
    form.columns.emplace_back(name);
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return form;
}

namespace {

std::unique_ptr<Backend> backend_of(const store::Location& location, const Options& options,
                                    const store::Registry& registry) {
  if (!location.embedded()) return postgres_backend(location.url, registry);
  SLUIS_ASSERT(location.folder != nullptr);
  // A checkpoint inside a commit that finds no room makes DuckDB 1.4 forget rows it had committed;
  // one that is asked for leaves them in the log.
  return duckdb_backend(
      *location.folder,
      {.threads = options.threads, .memory_mb = options.memory_mb, .folds_its_log = false},
      registry, options.report);
}

}  // namespace

Store::Store(const store::Location& location, const Options& options,
             const store::Registry& registry)
    : options_(options),
      backend_(backend_of(location, options, registry)),
      pool_(std::make_unique<Pool>([this] { return backend_->connect(); }, options_)) {}

Store::~Store() = default;

store::Dialect Store::dialect() const {
  return backend_->dialect();
}

Counters Store::counters() const {
  Counters counters = pool_->counters();
  counters.units = units_;
  counters.failures += failed_units_;
  return counters;
}

void Store::query(Query query) {
  pool_->query(std::move(query));
}

std::string Store::foreign_touch(const Statement& statement, std::string_view owner) {
  return backend_->foreign_touch(statement, owner);
}

// The file gets its name when it is whole.
Result<void> Store::snapshot_to(const std::filesystem::path& file, const std::stop_token& stop) {
  using store::BackupRefusal;
  if (std::filesystem::exists(file)) return refuse(BackupRefusal::exists, file.string());
  const store::PartialFile partial(file.string() + ".partial");
  const std::lock_guard no_changes(writing_);
  try {
    if (!writer_) writer_ = backend_->connect();
    const bool whole = backend_->snapshot(*writer_, {partial.path(), stop});
    rest(whole);
    if (!whole) return refuse(BackupRefusal::cancelled);
  } catch (const store::Error& error) {
    rest(false);
    return refuse(BackupRefusal::no_room, file.string(), error.what());
  }
  if (partial.keep_as(file)) return {};
  return refuse(BackupRefusal::no_room, file.string(), std::generic_category().message(errno));
}

bool Store::let_go() {
  const std::lock_guard no_changes(writing_);
  try {
    if (!writer_) writer_ = backend_->connect();
    backend_->let_go(*writer_);
    return true;
  } catch (const store::Error& error) {
    options_.report(error.what());
    if (writer_) writer_->sql().abandon();
    return false;
  }
}

std::optional<Failure> Store::write_and_wait(std::move_only_function<bool(Tx&)> run) {
  const std::lock_guard one_at_a_time(writing_);
  auto failure = attempt(run);
  if (failure == Failure::unavailable || failure == Failure::contended) failure = attempt(run);
  ++(failure ? failed_units_ : units_);
  return failure;
}

std::optional<Failure> Store::attempt(std::move_only_function<bool(Tx&)>& run) {
  std::optional<Failure> failure;
  bool committing = false;
  try {
    if (!writer_) writer_ = backend_->connect();
    writer_->sql().execute("begin");
    Tx tx(*writer_);
    if (run(tx)) {
      committing = true;
      writer_->sql().execute("commit");
      rest(true);
      return failure;
    }
  } catch (const store::Error& error) {
    options_.report(error.what());
    const bool lost = error.failure() == Failure::unavailable;
    failure = committing && lost ? Failure::outcome_unknown : error.failure();
  } catch (const std::exception& error) {
    options_.report(error.what());
    failure = Failure::internal;
  }
  rest(false);
  return failure;
}

// The unit is kept or refused already, whatever comes of this.
void Store::rest(bool changed) {
  if (!writer_) return;
  try {
    if (changed) backend_->fold_log(*writer_);
  } catch (const store::Error& error) {
    options_.report(error.what());
    changed = false;
  }
  if (!changed) writer_->sql().abandon();
  if (!writer_->sql().usable()) writer_.reset();
}

std::optional<Failure> Store::read_and_wait(std::move_only_function<void(Snapshot&)> run,
                                            std::chrono::milliseconds limit,
                                            std::stop_token cancel) {
  std::promise<std::optional<Failure>> outcome;
  query({.run = std::move(run),
         .done = [&](auto failure) { outcome.set_value(failure); },
         .limit = limit,
         .cancel = std::move(cancel)});
  return outcome.get_future().get();
}

}  // namespace sluis::analytics
