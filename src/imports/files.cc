#include "imports/files.h"

#include "imports/store.h"

namespace sluis::imports {
namespace {

constexpr std::string_view kEntity = "import file";
constexpr Duration kFilesWait = std::chrono::days(7);
constexpr Duration kRowsAreTold = std::chrono::days(30);

void record(store::Tx& tx, const access::Actor& actor, std::string_view action,
            const KeptFile& file) {
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = to_string(file.id),
                 .action = action,
                 .after = Json{to_json(file.name)}});
}

// Beside the folder of incoming files: DIR/imports.
Result<std::filesystem::path> place_of(const std::filesystem::path& staged, ImportFileId id) {
  const auto folder = staged.parent_path().parent_path() / "imports";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return refuse(FileRefusal::file_unreadable, folder.string());
  return folder / to_string(id);
}

}  // namespace

std::vector<KeptFile> files(store::Snapshot& snapshot) {
  return sql::files(snapshot);
}

Result<KeptFile> find_file(store::Snapshot& snapshot, ImportFileId id) {
  auto file = sql::file(snapshot, id);
  if (!file) return refuse(ImportRefusal::import_file_unknown);
  return *std::move(file);
}

Result<KeptFile> keep_file(store::Store& store, const access::Actor& actor, const std::string& name,
                           const std::filesystem::path& staged) {
  KeptFile file{.id = actor.ids.next<ImportFileId>(),
                .name = name,
                .created = actor.now,
                .created_by = actor.name};
  const std::filesystem::path place = TRY(place_of(staged, file.id));
  std::error_code error;
  std::filesystem::rename(staged, place, error);
  if (error) return refuse(FileRefusal::file_unreadable, name);
  file.path = place.string();
  file.size = static_cast<std::int64_t>(std::filesystem::file_size(place, error));
  TRY_VOID(store.unit([&](store::Tx& tx) -> Result<void> {
    sql::insert(tx, file);
    record(tx, actor, "added", file);
    return {};
  }));
  return file;
}

void drop_file(store::Tx& tx, const KeptFile& file) {
  sql::remove_file(tx, file.id);
  tx.after_commit([path = file.path] {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  });
}

std::int64_t clean(store::Tx& tx, Instant now) {
  std::int64_t gone = 0;
  for (const KeptFile& file : sql::files(tx)) {
    if (file.created >= now - kFilesWait) continue;
    drop_file(tx, file);
    ++gone;
  }
  return gone + sql::forget_problems(tx, now - kRowsAreTold);
}

Result<void> remove_file(store::Tx& tx, const access::Actor& actor, ImportFileId id) {
  const KeptFile file = TRY(find_file(tx, id));
  drop_file(tx, file);
  record(tx, actor, "removed", file);
  return {};
}

}  // namespace sluis::imports
