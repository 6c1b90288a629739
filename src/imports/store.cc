#include "imports/store.h"

namespace sluis::imports::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelectImport =
    "select rows, events, duplicates, quarantined, withheld, problem_rows, bytes, id, file_name, "
    "file_size, file_hash, mapping_name, mapping_hash, source, state, problems, started, changed, "
    "started_by from imports_import";
constexpr std::string_view kBefore = " where id < $1 or $1 = 0 order by id desc limit $2";
constexpr std::string_view kById = " where id = $1";
constexpr std::string_view kByHashes = " where file_hash = $1 and mapping_hash = $2";
constexpr Statement kImports{"imports.imports", store::Joined<kSelectImport, kBefore>::sql};
constexpr Statement kImport{"imports.import", store::Joined<kSelectImport, kById>::sql};
constexpr Statement kImportOf{"imports.import_of", store::Joined<kSelectImport, kByHashes>::sql};

constexpr Statement kInsertImport{
    "imports.insert_import",
    "insert into imports_import (rows, events, duplicates, quarantined, withheld, problem_rows, "
    "bytes, id, file_name, file_size, file_hash, mapping_name, mapping_hash, source, state, "
    "problems, started, changed, started_by, mapping) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
    "$10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) "
    "on conflict (file_hash, mapping_hash) do nothing"};

// $11: the rows that it had before.
constexpr Statement kAdvance{
    "imports.advance",
    "update imports_import set rows = $2, events = $3, duplicates = $4, quarantined = $5, "
    "withheld = $6, problem_rows = $7, bytes = $8, state = $9, problems = $10, changed = $12 "
    "where id = $1 and rows = $11 and state <> 'done'"};

constexpr Statement kSourceOfFile{
    "imports.source_of_file",
    "select source from imports_import where file_hash = $1 order by id limit 1"};
constexpr Statement kSourceOfMapping{
    "imports.source_of_mapping",
    "select source from imports_import where mapping_name = $1 or (mapping_hash = $2 "
    "and exists (select 1 from imports_mapping where name = $1) "
    "and not exists (select 1 from imports_mapping where name = mapping_name)) "
    "order by case when mapping_name = $1 then 0 else 1 end, id desc limit 1"};

constexpr std::string_view kSelectMapping =
    "select id, version, mapping, created, changed, changed_by from imports_mapping";
constexpr std::string_view kByName = " order by name";
constexpr Statement kMappings{"imports.mappings", store::Joined<kSelectMapping, kByName>::sql};
constexpr Statement kMapping{"imports.mapping", store::Joined<kSelectMapping, kById>::sql};
constexpr Statement kInsertMapping{
    "imports.insert_mapping",
    "insert into imports_mapping (id, version, mapping, created, changed, changed_by, name, title) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (name) do nothing"};
constexpr Statement kUpdateMapping{
    "imports.update_mapping",
    "update imports_mapping set version = $2, mapping = $3, changed = $5, changed_by = $6, "
    "name = $7, title = $8 where id = $1 and version = $9 and created = $4"};
constexpr Statement kRemoveMapping{"imports.remove_mapping",
                                   "delete from imports_mapping where id = $1 and version = $2"};
constexpr Statement kNameIsTaken{"imports.name_is_taken",
                                 "select id from imports_mapping where name = $1 and id <> $2"};

constexpr std::string_view kSelectFile =
    "select id, name, size, path, created, created_by from imports_file";
constexpr std::string_view kNewestFirst = " order by id desc";
constexpr Statement kFiles{"imports.files", store::Joined<kSelectFile, kNewestFirst>::sql};
constexpr Statement kFile{"imports.file", store::Joined<kSelectFile, kById>::sql};
constexpr Statement kInsertFile{
    "imports.insert_file",
    "insert into imports_file (id, name, size, path, created, created_by) "
    "values ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kRemoveFile{"imports.remove_file", "delete from imports_file where id = $1"};

constexpr Statement kForgetProblems{
    "imports.forget_problems",
    "update imports_import set problems = '[]' where changed < $1 and problems <> '[]'"};

constexpr Statement kClear{"imports.clear", "delete from imports_import"};

constexpr const Statement* kStatements[] = {
    &kFiles,   &kFile,           &kInsertFile,    &kRemoveFile,     &kImports,
    &kImport,  &kImportOf,       &kInsertImport,  &kAdvance,        &kMappings,
    &kMapping, &kInsertMapping,  &kUpdateMapping, &kRemoveMapping,  &kNameIsTaken,
    &kClear,   &kForgetProblems, &kSourceOfFile,  &kSourceOfMapping};

struct IdRow {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(IdRow, (), (id))

}  // namespace

std::vector<Import> imports(Snapshot& snapshot, std::optional<ImportId> before, int limit) {
  return snapshot.all<Import>(kImports, before.value_or(ImportId{}), limit);
}

std::optional<Import> import(Snapshot& snapshot, ImportId id) {
  return snapshot.one<Import>(kImport, id);
}

std::optional<Import> import_of(Snapshot& snapshot, std::string_view file_hash,
                                std::string_view mapping_hash) {
  return snapshot.one<Import>(kImportOf, file_hash, mapping_hash);
}

bool insert(Tx& tx, const Import& import, const Mapping& mapping) {
  const auto insert = [&](const auto&... field) {
    return tx.change(kInsertImport, field..., to_json(mapping));
  };
  return std::apply(insert, tie_fields(import)) == 1;
}

bool advance(Tx& tx, const Import& import, std::int64_t rows_before) {
  return tx.change(kAdvance, import.id, import.rows, import.events, import.duplicates,
                   import.quarantined, import.withheld, import.problem_rows, import.bytes,
                   import.state, import.problems, rows_before, import.changed) == 1;
}

std::int64_t clear(Tx& tx) {
  return tx.change(kClear);
}

std::optional<SourceId> source_of_file(Snapshot& snapshot, std::string_view file_hash) {
  return snapshot.one<SourceId>(kSourceOfFile, file_hash);
}

std::optional<SourceId> source_of_mapping(Snapshot& snapshot, std::string_view name,
                                          std::string_view mapping_hash) {
  return snapshot.one<SourceId>(kSourceOfMapping, name, mapping_hash);
}

std::vector<KeptMapping> mappings(Snapshot& snapshot) {
  return snapshot.all<KeptMapping>(kMappings);
}

std::optional<KeptMapping> mapping(Snapshot& snapshot, MappingId id) {
  return snapshot.one<KeptMapping>(kMapping, id);
}

bool insert(Tx& tx, const KeptMapping& mapping) {
  const auto insert = [&](const auto&... field) {
    return tx.change(kInsertMapping, field..., mapping.mapping.name, mapping.mapping.title);
  };
  return std::apply(insert, tie_fields(mapping)) == 1;
}

bool update(Tx& tx, const KeptMapping& mapping, std::int64_t version) {
  const auto update = [&](const auto&... field) {
    return tx.change(kUpdateMapping, field..., mapping.mapping.name, mapping.mapping.title,
                     version);
  };
  return std::apply(update, tie_fields(mapping)) == 1;
}

bool remove_mapping(Tx& tx, MappingId id, std::int64_t version) {
  return tx.change(kRemoveMapping, id, version) == 1;
}

bool name_is_taken(Snapshot& snapshot, const Slug& name, MappingId but) {
  return snapshot.one<IdRow>(kNameIsTaken, name, but).has_value();
}

std::vector<KeptFile> files(Snapshot& snapshot) {
  return snapshot.all<KeptFile>(kFiles);
}

std::optional<KeptFile> file(Snapshot& snapshot, ImportFileId id) {
  return snapshot.one<KeptFile>(kFile, id);
}

void insert(Tx& tx, const KeptFile& file) {
  const auto insert = [&](const auto&... field) { tx.change(kInsertFile, field...); };
  std::apply(insert, tie_fields(file));
}

void remove_file(Tx& tx, ImportFileId id) {
  tx.change(kRemoveFile, id);
}

std::int64_t forget_problems(Tx& tx, Instant moment) {
  return tx.change(kForgetProblems, moment);
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::imports::sql
