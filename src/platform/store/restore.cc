#include <fcntl.h>
#include <unistd.h>

#include "platform/store/backup_file.h"
#include "platform/store/file.h"
#include "platform/store/migrate.h"
#include "platform/store/open.h"
#include "platform/store/postgres.h"

namespace sluis::store {
namespace {

// The bytes of blobs leave their rows for the folder, and it again when all of it comes to nothing.
class BlobsOut {
 public:
  explicit BlobsOut(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~BlobsOut() {
    if (kept_) return;
    std::error_code error;
    for (const auto& blob : std::filesystem::directory_iterator(folder_, error)) {
      std::filesystem::remove(blob.path(), error);
    }
  }
  BlobsOut(const BlobsOut&) = delete;
  BlobsOut& operator=(const BlobsOut&) = delete;
  void keep() { kept_ = true; }

  Result<void> take(const Table& table, std::vector<Parameter>& row) const {
    const auto* bytes = std::get_if<BytesView>(&row.back());
    if (table.name != "platform_blob" || bytes == nullptr) return {};
    const std::string name(std::get<std::string_view>(row.front()));
    const PartialFile partial(folder_ / (name + ".partial"));
    const OpenFile file(
        ::open(partial.path().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file.usable() || !write_all(file, bytes->data) || !partial.keep_as(folder_ / name)) {
      return refuse(BackupRefusal::no_room, name, std::generic_category().message(errno));
    }
    row.back() = Null{};
    return {};
  }

 private:
  const std::filesystem::path folder_;
  bool kept_ = false;
};

// What the migrations of the backup made, in the order of this program.
Result<std::vector<const Migration*>> migrations_of_backup(Sqlite& file, const Manifest& manifest,
                                                           const Registry& registry) {
  const auto applied = applied_migrations(file);
  if (const auto fits = check_migrations(applied, registry); !fits) {
    if (!is(fits.error(), OpenRefusal::newer_version)) return std::unexpected(fits.error());
    return refuse(BackupRefusal::newer, manifest.version);
  }
  std::vector<const Migration*> wanted;
  for (const Migration* migration : migrations_of(registry)) {
    const auto same = [&](const AppliedMigration& one) { return one.name == migration->name; };
    if (std::any_of(applied.begin(), applied.end(), same)) wanted.push_back(migration);
  }
  return wanted;
}

// All tables of a backup into an engine that has none, in one transaction.
Result<void> load(Sqlite& file, Engine& to, StatementSet& statements,
                  const std::vector<const Migration*>& migrations,
                  const TableCopy::OnTheWay& on_the_way, const BackupProgress& progress,
                  const std::stop_token& stop) {
  const std::vector<Table> tables = tables_of(file);
  make_empty_schema(to, migrations);
  remove_rows(to, tables);
  static_cast<void>(TRY(TableCopy(file, to, statements, on_the_way).run(tables, progress, stop)));
  // Who held something there does not hold it here.
  to.execute("update platform_node set leased_until = 0; update platform_job set leased_until = 0");
  return {};
}

bool is_empty(const Folder& folder) {
  return !std::filesystem::exists(folder.database()) &&
         !std::filesystem::exists(folder.database().string() + "-wal") &&
         std::filesystem::is_empty(folder.blobs());
}

Result<void> restore_to_folder(Sqlite& file, const Folder& folder,
                               const std::vector<const Migration*>& migrations,
                               const BackupProgress& progress, const std::stop_token& stop) {
  if (!is_empty(folder)) return refuse(BackupRefusal::not_empty, folder.path().string());
  BlobsOut blobs(folder.blobs());
  const PartialFile partial(folder.database().string() + ".partial");
  const auto take_blob = [&](const Table& table, std::vector<Parameter>& row) {
    return blobs.take(table, row);
  };
  {
    StatementSet statements;
    Sqlite to(partial.path(), {.access = Sqlite::Access::build}, &statements);
    to.execute("begin");
    TRY_VOID(load(file, to, statements, migrations, take_blob, progress, stop));
    to.execute("commit");
  }
  if (!partial.keep_as(folder.database())) {
    return refuse(BackupRefusal::no_room, folder.database().string(),
                  std::generic_category().message(errno));
  }
  blobs.keep();
  return {};
}

// The numbers that the database counts up itself go on after the largest.
void go_on_counting(Engine& postgres) {
  std::vector<std::string> settings;
  {
    const auto columns = postgres.query_text(
        "select table_name::text, column_name::text from information_schema.columns "
        "where table_schema = 'public' and is_identity = 'YES'",
        {});
    while (columns->next()) {
      settings.push_back(
          fmt::format("select setval(pg_get_serial_sequence('{0}', '{1}'), max({1})) from {0}",
                      read_text(columns->value(0)), read_text(columns->value(1))));
    }
  }
  for (const std::string& setting : settings)
    postgres.execute(setting);
}

Result<void> restore_to_server(Sqlite& file, const std::string& url,
                               const std::vector<const Migration*>& migrations,
                               const BackupProgress& progress, const std::stop_token& stop) {
  StatementSet statements;
  Postgres to(url, true, &statements);
  to.execute("begin");
  {
    const auto tables = to.query_text(
        "select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in "
        "('r', 'p', 'v')",
        {});
    if (tables->next()) return refuse(BackupRefusal::not_empty, "PostgreSQL");
  }
  TRY_VOID(load(
      file, to, statements, migrations,
      [](const Table&, std::vector<Parameter>&) -> Result<void> { return {}; }, progress, stop));
  go_on_counting(to);
  to.execute("commit");
  return {};
}

}  // namespace

Result<Manifest> restore(const std::filesystem::path& file, const Location& location,
                         const Registry& registry, const BackupProgress& progress,
                         const std::stop_token& stop) {
  auto manifest = TRY(inspect_backup(file));
  try {
    Sqlite from(file, {.access = Sqlite::Access::read}, nullptr);
    const auto migrations = TRY(migrations_of_backup(from, manifest, registry));
    if (location.embedded()) {
      TRY_VOID(restore_to_folder(from, *location.folder, migrations, progress, stop));
    } else {
      TRY_VOID(restore_to_server(from, location.url, migrations, progress, stop));
    }
    return manifest;
  } catch (const Error& error) {
    return std::unexpected(refusal_of(error.failure()));
  }
}

}  // namespace sluis::store
