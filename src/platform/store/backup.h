// A backup is one SQLite file that holds every table of one moment, every blob and a manifest. It
// is made while serving, and restored into an empty home of either kind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "platform/store/store.h"

namespace sluis::store {

enum class BackupRefusal : std::uint8_t {
  exists,      // a file of that name
  cancelled,   //
  not_backup,  // not a file that `backup` made, or cut short
  altered,     // its contents do not fit its manifest
  newer,       // made by a newer Sluis
  not_empty,   // the target already holds data
  no_room,     // cannot be written
};
BOOST_DESCRIBE_ENUM(BackupRefusal, exists, cancelled, not_backup, altered, newer, not_empty,
                    no_room)
const RefusalKind& kind_of(BackupRefusal refusal);

struct TableCount {
  std::string table;
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(TableCount, (), (table, rows))

// What the file says about itself.
struct Manifest {
  std::string version;  // of Sluis
  Instant made;
  std::vector<std::string> migrations;
  std::vector<TableCount> tables;
  std::int64_t blobs = 0;
  std::string sha256;  // over all rows and blobs
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (version, made, migrations, tables, blobs, sha256))

// Rows and blobs copied so far, and how many there are.
using BackupProgress = std::function<void(std::int64_t done, std::int64_t total)>;

// The file gets mode 0600, and its name only when it is whole.
Result<Manifest> back_up(const Location& location, const Registry& registry,
                         const std::filesystem::path& file, Instant now,
                         const BackupProgress& progress, const std::stop_token& stop);

// What is in a file; refuses one that is cut short or altered.
Result<Manifest> inspect_backup(const std::filesystem::path& file);

// Into an empty folder or an empty database; leaves it empty when it cannot. What the program's
// later migrations change comes when the store is opened.
Result<Manifest> restore(const std::filesystem::path& file, const Location& location,
                         const Registry& registry, const BackupProgress& progress,
                         const std::stop_token& stop);

}  // namespace sluis::store
