// The SQL of imports: mappings under a name, files that wait, imports with how far they are.
#pragma once

#include <span>

#include "imports/files.h"

namespace sluis::imports::sql {

std::vector<Import> imports(store::Snapshot& snapshot, std::optional<ImportId> before, int limit);
std::optional<Import> import(store::Snapshot& snapshot, ImportId id);
std::optional<Import> import_of(store::Snapshot& snapshot, std::string_view file_hash,
                                std::string_view mapping_hash);
// False when there is one of that file and mapping.
bool insert(store::Tx& tx, const Import& import, const Mapping& mapping);
// False when another moved it from `rows_before` meanwhile.
bool advance(store::Tx& tx, const Import& import, std::int64_t rows_before);
std::int64_t clear(store::Tx& tx);
// Where this file went first, however it was read.
std::optional<SourceId> source_of_file(store::Snapshot& snapshot, std::string_view file_hash);
// Where files went last that were read by a mapping of that name; where there are none and the
// mapping is kept, those that were read in the same way under a name that is not.
std::optional<SourceId> source_of_mapping(store::Snapshot& snapshot, std::string_view name,
                                          std::string_view mapping_hash);

std::vector<KeptMapping> mappings(store::Snapshot& snapshot);
std::optional<KeptMapping> mapping(store::Snapshot& snapshot, MappingId id);
// False when the name is taken.
bool insert(store::Tx& tx, const KeptMapping& mapping);
// False when `version` is not the present one.
bool update(store::Tx& tx, const KeptMapping& mapping, std::int64_t version);
bool remove_mapping(store::Tx& tx, MappingId id, std::int64_t version);
bool name_is_taken(store::Snapshot& snapshot, const Slug& name, MappingId but);

std::vector<KeptFile> files(store::Snapshot& snapshot);
std::optional<KeptFile> file(store::Snapshot& snapshot, ImportFileId id);
void insert(store::Tx& tx, const KeptFile& file);
void remove_file(store::Tx& tx, ImportFileId id);
// Of imports that last went on before `moment`: the rows that they could not read.
std::int64_t forget_problems(store::Tx& tx, Instant moment);

std::span<const store::Statement* const> statements();

}  // namespace sluis::imports::sql
