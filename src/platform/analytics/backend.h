// Where the analytical data is: what differs between the two homes.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "platform/analytics/engine.h"
#include "platform/store/store.h"

namespace sluis::analytics {

struct DuckSettings {
  int threads = 2;
  std::int64_t memory_mb = 256;
  bool reaches_files = false;  // other than its own: for a database that serves no questions
  bool folds_its_log = true;   // into the file, when a commit makes it long; else `fold_log` does
};

// A file that a snapshot is written to; nothing of that name is there.
struct SnapshotFile {
  std::filesystem::path path;
  std::stop_token stop;
};

class Backend {
 public:
  virtual ~Backend() = default;
  virtual store::Dialect dialect() const = 0;
  // The first connection brings the schema up to date. Throws Error.
  virtual std::unique_ptr<Engine> connect() = 0;
  // After a unit: brings the log into the file where that is due. Throws Error; what was committed
  // stays committed.
  virtual void fold_log(Engine& writer) = 0;
  // All of one moment into a DuckDB file; false when it was told to stop. `writer` is the only
  // connection that changes anything, and rests. Throws Error.
  virtual bool snapshot(Engine& writer, const SnapshotFile& file) = 0;
  // Overwrites what was given free. Throws Error while somebody is in the way.
  virtual void let_go(Engine& writer) = 0;
  virtual std::string foreign_touch(const store::Statement& statement, std::string_view owner) = 0;
};

// A DuckDB file in the data folder, made with the first connection.
std::unique_ptr<Backend> duckdb_backend(const store::Folder& folder, const DuckSettings& settings,
                                        const store::Registry& registry,
                                        std::function<void(const std::string&)> report);
// The schema `analytics` of the PostgreSQL database.
std::unique_ptr<Backend> postgres_backend(const std::string& url, const store::Registry& registry);

}  // namespace sluis::analytics
