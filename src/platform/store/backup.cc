#include "platform/store/backup.h"

#include "kernel/assert.h"
#include "platform/store/backup_file.h"
#include "platform/store/file.h"
#include "platform/store/migrate.h"
#include "platform/store/open.h"

namespace sluis::store {

const RefusalKind& kind_of(BackupRefusal refusal) {
  static constexpr RefusalKind exists{"backup_exists",
                                      Category::conflict,
                                      Retry::useless,
                                      {"The file {0} is there already. Choose another name.",
                                       "Het bestand {0} bestaat al. Kies een andere naam."}};
  static constexpr RefusalKind cancelled{
      "backup_cancelled",
      Category::conflict,
      Retry::may_help,
      {"Cancelled; nothing was left behind.", "Afgebroken; er is niets achtergebleven."}};
  static constexpr RefusalKind not_backup{
      "not_a_backup",
      Category::invalid,
      Retry::useless,
      {"This is not a backup of Sluis, or it is cut short. Take a file that `sluis backup` made.",
       "Dit is geen back-up van Sluis, of hij is afgebroken. Neem een bestand dat `sluis backup` "
       "heeft gemaakt."}};
  static constexpr RefusalKind altered{
      "backup_altered",
      Category::invalid,
      Retry::useless,
      {"The backup is damaged or was changed: its contents do not fit its digest. Take another.",
       "De back-up is beschadigd of veranderd: de inhoud klopt niet met de controlesom. Neem een "
       "andere."}};
  static constexpr RefusalKind newer{
      "backup_newer",
      Category::conflict,
      Retry::useless,
      {"The backup was made by a newer Sluis ({0}). Restore it with that version or a later one.",
       "De back-up is gemaakt door een nieuwere Sluis ({0}). Zet hem terug met die versie of een "
       "latere."}};
  static constexpr RefusalKind not_empty{
      "restore_not_empty",
      Category::conflict,
      Retry::useless,
      {"{0} already holds data. Restore into an empty folder or database.",
       "{0} bevat al gegevens. Zet de back-up terug in een lege map of database."}};
  static constexpr RefusalKind no_room{
      "backup_no_room",
      Category::unavailable,
      Retry::may_help,
      {"The file {0} cannot be written: {1}.", "Het bestand {0} is niet te schrijven: {1}."}};
  switch (refusal) {
    case BackupRefusal::exists:
      return exists;
    case BackupRefusal::cancelled:
      return cancelled;
    case BackupRefusal::not_backup:
      return not_backup;
    case BackupRefusal::altered:
      return altered;
    case BackupRefusal::newer:
      return newer;
    case BackupRefusal::not_empty:
      return not_empty;
    case BackupRefusal::no_room:
      return no_room;
  }
  assertion_failed("a BackupRefusal");
}

namespace {

std::vector<std::string> names_of(const std::vector<AppliedMigration>& applied) {
  std::vector<std::string> names;
  for (const AppliedMigration& one : applied)
    names.push_back(one.name);
  return names;
}

// Beside a SQLite file the bytes of blobs lie in the folder: they join their rows.
class BlobsIn {
 public:
  explicit BlobsIn(const Location& location) : location_(location) {}

  void join(const Table& table, std::vector<Parameter>& row) {
    if (table.name != "platform_blob") return;
    ++count_;
    if (!location_.embedded()) return;
    auto bytes = read_all(location_.folder->blobs() / std::get<std::string_view>(row.front()));
    if (!bytes) return;  // `sluis doctor` tells of it; the rest is worth keeping
    held_ = *std::move(bytes);
    row.back() = BytesView{held_};
  }
  std::int64_t count() const { return count_; }

 private:
  const Location& location_;
  std::string held_;
  std::int64_t count_ = 0;
};

// Everything of one moment into a new SQLite file.
Result<Manifest> fill(const std::filesystem::path& path, const Location& location,
                      const Registry& registry, Instant now, const BackupProgress& progress,
                      const std::stop_token& stop) {
  const auto from = open_to_read(location);
  begin_snapshot(*from);
  StatementSet statements;
  Sqlite to(path, {.access = Sqlite::Access::build}, &statements);
  to.execute("begin");
  make_empty_schema(to, migrations_of(registry));
  const std::vector<Table> tables = tables_of(to);
  remove_rows(to, tables);

  BlobsIn blobs(location);
  Manifest manifest{.version = SLUIS_VERSION, .made = now};
  const auto join_blob = [&](const Table& table, std::vector<Parameter>& row) -> Result<void> {
    blobs.join(table, row);
    return {};
  };
  manifest.tables = TRY(TableCopy(*from, to, statements, join_blob).run(tables, progress, stop));
  manifest.blobs = blobs.count();
  manifest.migrations = names_of(applied_migrations(to));
  renumber_facts(to);
  write_manifest(to, tables, manifest);
  to.execute("commit");
  return manifest;
}

}  // namespace

Result<Manifest> back_up(const Location& location, const Registry& registry,
                         const std::filesystem::path& file, Instant now,
                         const BackupProgress& progress, const std::stop_token& stop) {
  if (std::filesystem::exists(file)) return refuse(BackupRefusal::exists, file.string());
  const PartialFile partial(file.string() + ".partial");
  const auto no_room = [&] {
    return refuse(BackupRefusal::no_room, file.string(), std::generic_category().message(errno));
  };
  if (!partial.make()) return no_room();
  try {
    auto manifest = TRY(fill(partial.path(), location, registry, now, progress, stop));
    if (!partial.keep_as(file)) return no_room();
    return manifest;
  } catch (const Error& error) {
    if (error.failure() != Failure::full_disk) return std::unexpected(refusal_of(error.failure()));
    return refuse(BackupRefusal::no_room, file.string(), error.what());
  }
}

Result<Manifest> inspect_backup(const std::filesystem::path& file) {
  try {
    Sqlite opened(file, {.access = Sqlite::Access::read}, nullptr);
    return verify(opened);
  } catch (const Error&) {
    return refuse(BackupRefusal::not_backup);
  }
}

}  // namespace sluis::store
