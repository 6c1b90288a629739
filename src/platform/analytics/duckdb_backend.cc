#include <fstream>

#include "platform/analytics/duckdb_engine.h"
#include "platform/analytics/duckdb_file.h"
#include "platform/store/failure.h"
#include "platform/store/migrate.h"
#include "platform/store/open.h"

namespace sluis::analytics {
namespace {

using store::Error;

constexpr std::size_t kCopiedAtOnce = 8 * 1024 * 1024;
// A block has 256 KiB, and a hash eight bytes.
constexpr std::int64_t kNoisePerBlock = 256 * 1024 / 8;
// Folding writes the last group of rows again, whole: the rarer the better. A log of this size is
// read in a second after a crash.
constexpr std::uintmax_t kLogBytes = 128 * 1024 * 1024;

// Folding writes about what the log holds; without that room the log may as well go on growing.
bool has_room_to_fold(const std::filesystem::path& log, std::uintmax_t bytes) {
  std::error_code unknown;
  const auto space = std::filesystem::space(log.parent_path(), unknown);
  return unknown || space.available > 2 * bytes;
}

bool copy_file(const std::filesystem::path& from, const SnapshotFile& to) {
  std::ifstream in(from, std::ios::binary);
  std::ofstream out(to.path, std::ios::binary);
  std::string bytes(kCopiedAtOnce, '\0');
  while (in && out && !to.stop.stop_requested()) {
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.write(bytes.data(), in.gcount());
  }
  out.flush();
  if (to.stop.stop_requested()) return false;
  if (!in.eof() || !out) {
    throw Error(store::Failure::full_disk, "cannot write " + to.path.string());
  }
  return true;
}

void must(const Result<void>& migrated) {
  if (!migrated) {
    throw Error(store::Failure::unavailable, migrated.error().message().in(Language::en));
  }
}

std::vector<std::string> names_of(DuckDb& connection, const std::string& sql) {
  std::vector<std::string> names;
  const auto rows = connection.query_text(sql, {});
  while (rows->next())
    names.emplace_back(read_text(rows->value(0)));
  return names;
}

std::int64_t free_blocks(DuckDb& connection) {
  const auto rows = connection.query_text("select free_blocks from pragma_database_size()", {});
  return rows->next() ? read_integer(rows->value(0)) : 0;
}

// What others publish becomes empty tables, and what they keep to themselves is gone.
void hide_what_is_foreign(DuckDb& connection, std::string_view owner) {
  const auto views = names_of(connection,
                              "select view_name from duckdb_views() where not internal and "
                              "view_name like 'feed_%'");
  for (const std::string& view : views)
    connection.execute(fmt::format("create table shown_{0} as select * from {0} limit 0", view));
  const auto tables = names_of(connection, "select table_name from duckdb_tables()");
  for (const std::string& view : views) {
    connection.execute(fmt::format("drop view {0}; alter table shown_{0} rename to {0}", view));
  }
  for (const std::string& table : tables) {
    const bool own = table.starts_with(std::string(owner) + "_");
    if (!own && !table.starts_with("shown_")) connection.execute("drop table " + table);
  }
}

class DuckBackend final : public Backend {
 public:
  DuckBackend(const std::filesystem::path& path, const DuckSettings& settings,
              const store::Registry& registry, DuckFile::Report report)
      : registry_(registry),
        registered_(store::statements_of(registry)),
        file_(
            path, settings, [this](DuckDatabase& database) { migrate(database); },
            std::move(report)) {}

  store::Dialect dialect() const override { return store::Dialect::duckdb; }
  std::unique_ptr<Engine> connect() override {
    return std::make_unique<DuckEngine>(file_.database(), registered_.get());
  }
  void fold_log(Engine& writer) override {
    std::error_code none;
    const std::uintmax_t bytes = std::filesystem::file_size(file_.log(), none);
    const bool due = !none && bytes > kLogBytes && has_room_to_fold(file_.log(), bytes);
    if (due) writer.sql().execute("checkpoint");
  }
  // Nothing changes the file between a checkpoint and the next change.
  bool snapshot(Engine& writer, const SnapshotFile& file) override {
    writer.sql().execute("checkpoint");
    return copy_file(file_.path(), file);
  }
  // A checkpoint gives blocks free but leaves what is in them. Rows that cannot be compressed take
  // them all, and go.
  void let_go(Engine& writer) override {
    DuckDb& connection = static_cast<DuckEngine&>(writer).sql();
    connection.execute("checkpoint");
    const std::int64_t blocks = free_blocks(connection);
    if (blocks == 0) return;
    connection.execute(
        fmt::format("create table overwritten as select hash(range) as noise from "
                    "range({})",
                    (blocks + 1) * kNoisePerBlock));
    connection.execute("checkpoint; drop table overwritten; checkpoint");
  }
  std::string foreign_touch(const store::Statement& statement, std::string_view owner) override;

 private:
  void migrate(DuckDatabase& database) const {
    DuckDb connection(database, nullptr);
    must(store::migrate(connection, registry_));
  }

  const store::Registry registry_;
  const std::unique_ptr<store::StatementSet> registered_;
  DuckFile file_;
};

std::string DuckBackend::foreign_touch(const store::Statement& statement, std::string_view owner) {
  try {
    DuckDatabase scratch({}, {.threads = 1});
    migrate(scratch);
    DuckDb connection(scratch, nullptr);
    hide_what_is_foreign(connection, owner);
    connection.check(statement.sql);
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

std::unique_ptr<Backend> duckdb_backend(const store::Folder& folder, const DuckSettings& settings,
                                        const store::Registry& registry,
                                        std::function<void(const std::string&)> report) {
  return std::make_unique<DuckBackend>(folder.analytics(), settings, registry, std::move(report));
}

}  // namespace sluis::analytics
