// Files that were sent to be imported. They wait beside the data for their mapping, and go when
// they were brought in or nobody wants them.
#pragma once

#include <memory>

#include "imports/imports.h"

namespace sluis::imports {

struct KeptFile {
  ImportFileId id;
  std::string name;
  std::int64_t size = 0;
  std::string path;
  Instant created;
  std::string created_by;
};
BOOST_DESCRIBE_STRUCT(KeptFile, (), (id, name, size, path, created, created_by))

std::vector<KeptFile> files(store::Snapshot& snapshot);
Result<KeptFile> find_file(store::Snapshot& snapshot, ImportFileId id);
// Takes the file at `staged` over: it lies under another name from here on.
Result<KeptFile> keep_file(store::Store& store, const access::Actor& actor, const std::string& name,
                           const std::filesystem::path& staged);
// It has served; the file itself goes once that is durable.
void drop_file(store::Tx& tx, const KeptFile& file);
Result<void> remove_file(store::Tx& tx, const access::Actor& actor, ImportFileId id);

}  // namespace sluis::imports
