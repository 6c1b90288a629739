// The file of a backup: a SQLite file with every table, and a manifest.
#pragma once

#include "platform/store/backup.h"
#include "platform/store/table_copy.h"

namespace sluis::store {

// A file that is removed again unless it is kept.
class PartialFile {
 public:
  explicit PartialFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~PartialFile();
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Empty, with mode 0600; false when it is there already or cannot be made.
  bool make() const;
  // Durable, and under its own name.
  bool keep_as(const std::filesystem::path& name) const;

 private:
  std::filesystem::path path_;
};

// Seals the file with its manifest, whose digest it fills in.
void write_manifest(Sqlite& file, const std::vector<Table>& tables, Manifest& manifest);
// Reads the manifest and looks whether the rest of the file fits it.
Result<Manifest> verify(Sqlite& file);

// Facts are ordered by transaction where there are any; in another database those numbers mean
// nothing. So they are numbered anew in their order, and the cursors with them.
void renumber_facts(Sqlite& file);

}  // namespace sluis::store
