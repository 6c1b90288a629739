#include "platform/store/backup_file.h"

#include <fcntl.h>
#include <unistd.h>

#include "platform/store/file.h"

namespace sluis::store {
namespace {

constexpr std::int64_t kApplication = 0x534c5542;  // "SLUB"

std::int64_t number(Sqlite& file, const std::string& sql) {
  const auto rows = file.query_text(sql, {});
  return rows->next() ? read_integer(rows->value(0)) : 0;
}

std::string digest_of(Sqlite& file, const std::vector<Table>& tables, Manifest manifest) {
  manifest.sha256.clear();
  Sha256 digest;
  digest.add(to_json(manifest));
  add_rows(digest, file, tables);
  return digest.hex();
}

}  // namespace

PartialFile::~PartialFile() {
  std::error_code error;
  std::filesystem::remove(path_, error);
}

bool PartialFile::make() const {
  return OpenFile(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)).usable();
}

bool PartialFile::keep_as(const std::filesystem::path& name) const {
  {
    const OpenFile file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.usable() || fsync(file.descriptor()) != 0) return false;
  }
  return move_durably(path_, name);
}

void write_manifest(Sqlite& file, const std::vector<Table>& tables, Manifest& manifest) {
  manifest.sha256 = digest_of(file, tables, manifest);
  file.execute(fmt::format("pragma application_id = {}", kApplication));
  file.execute("create table backup_manifest (document text not null) strict");
  const std::string document = to_json(manifest);
  const Parameter values[] = {std::string_view(document)};
  file.change_text("insert into backup_manifest (document) values ($1)", values);
}

Result<Manifest> verify(Sqlite& file) {
  if (number(file, "pragma application_id") != kApplication) {
    return refuse(BackupRefusal::not_backup);
  }
  const auto rows = file.query_text("select document from backup_manifest", {});
  if (!rows->next()) return refuse(BackupRefusal::not_backup);
  auto manifest = from_json<Manifest>(read_text(rows->value(0)));
  if (!manifest || digest_of(file, tables_of(file), *manifest) != manifest->sha256) {
    return refuse(BackupRefusal::altered);
  }
  return manifest;
}

void renumber_facts(Sqlite& file) {
  file.execute(
      "update platform_cursor set transaction_id = 0, number = ("
      "select count(*) from platform_outbox as fact where (fact.transaction_id, fact.number) <= "
      "(platform_cursor.transaction_id, platform_cursor.number));"
      "create temporary table facts as select row_number() over (order by transaction_id, number) "
      "as place, topic, payload, created from platform_outbox;"
      "delete from platform_outbox;"
      "insert into platform_outbox (number, transaction_id, topic, payload, created) "
      "select place, 0, topic, payload, created from facts order by place;"
      "drop table facts");
}

}  // namespace sluis::store
