#include "platform/store/migrate.h"

#include "platform/digest.h"

namespace sluis::store {
namespace {

constexpr Migration kRecords{"platform/0000_migration",
                             "create table if not exists platform_migration (\n"
                             "  position bigint primary key,\n"
                             "  name text not null unique,\n"
                             "  checksum text not null,\n"
                             "  version text not null\n"
                             ");"};

Refusal refusal(OpenRefusal why, std::string_view name, std::string_view version) {
  return Refusal(kind_of(why), name, version);
}

const Migration* find(const Registry& registry, std::string_view name) {
  for (const auto& migrations : registry.migrations) {
    for (const Migration& migration : migrations) {
      if (migration.name == name) return &migration;
    }
  }
  return nullptr;
}

bool contains(const std::vector<AppliedMigration>& applied, std::string_view name) {
  return std::any_of(applied.begin(), applied.end(),
                     [&](const AppliedMigration& one) { return one.name == name; });
}

void apply(Engine& engine, const Migration& migration, std::int64_t position) {
  engine.execute("begin");
  engine.execute(in_dialect(migration, engine.dialect()));
  const Parameter values[] = {position, migration.name, sha256_hex(migration.sql),
                              std::string_view(SLUIS_VERSION)};
  engine.change_text(
      "insert into platform_migration (position, name, checksum, version) values ($1, $2, $3, $4)",
      values);
  engine.execute("commit");
}

}  // namespace

void make_record_table(Engine& engine) {
  engine.execute(in_dialect(kRecords, engine.dialect()));
}

std::vector<AppliedMigration> applied_migrations(Engine& engine) {
  std::vector<AppliedMigration> applied;
  const auto rows = engine.query_text(
      "select name, checksum, version from platform_migration order by position", {});
  while (rows->next())
    applied.push_back(read_row<AppliedMigration>(*rows));
  return applied;
}

Result<void> check_migrations(const std::vector<AppliedMigration>& applied,
                              const Registry& registry) {
  for (const AppliedMigration& one : applied) {
    const Migration* known = find(registry, one.name);
    if (known == nullptr) {
      return std::unexpected(refusal(OpenRefusal::newer_version, one.name, one.version));
    }
    if (sha256_hex(known->sql) != one.checksum) {
      return std::unexpected(refusal(OpenRefusal::changed_migration, one.name, one.version));
    }
  }
  return {};
}

Result<void> migrate(Engine& engine, const Registry& registry) {
  make_record_table(engine);
  const auto applied = applied_migrations(engine);
  TRY_VOID(check_migrations(applied, registry));
  auto position = static_cast<std::int64_t>(applied.size());
  for (const auto& migrations : registry.migrations) {
    for (const Migration& migration : migrations) {
      if (!contains(applied, migration.name)) apply(engine, migration, ++position);
    }
  }
  return {};
}

}  // namespace sluis::store
