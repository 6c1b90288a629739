// Files of any size, named by the SHA-256 of what is in them: in DIR/blobs/ beside a SQLite file,
// in the table platform_blob on PostgreSQL. A blob is there once its row is committed.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kernel/describe.h"
#include "platform/store/store.h"

namespace sluis::blobs {

enum class BlobRefusal { no_room, missing };
BOOST_DESCRIBE_ENUM(BlobRefusal, no_room, missing)
const RefusalKind& kind_of(BlobRefusal refusal);

struct Blob {
  std::string sha256;  // 64 hexadecimal digits
  std::int64_t size = 0;
  std::string media_type;
  Instant created;
};
BOOST_DESCRIBE_STRUCT(Blob, (), (sha256, size, media_type, created))

// A file that is still coming in. What is not finished is removed.
class Staged {
 public:
  Staged(Staged&&) noexcept;
  Staged& operator=(Staged&&) noexcept;
  ~Staged();

  Result<void> write(std::string_view bytes);
  // After the last write; makes it durable.
  Result<void> finish();
  const std::string& sha256() const;  // once finished
  std::int64_t size() const;
  const std::filesystem::path& path() const;

 private:
  friend class Blobs;
  struct File;
  explicit Staged(std::unique_ptr<File> file);
  std::unique_ptr<File> file_;
};

class Blobs {
 public:
  // Incoming files lie in `folder`/staging, whichever the home. The folder is claimed.
  Blobs(store::Dialect home, std::filesystem::path folder);

  Result<Staged> stage();
  // In two steps around the unit: keep() puts a finished file in its place (it may be there
  // already), link() writes the row.
  Result<void> keep(Staged& staged);
  Result<Blob> link(store::Tx& tx, Instant now, const Staged& staged, std::string_view media_type);

  std::optional<Blob> find(store::Snapshot& snapshot, std::string_view sha256) const;
  Result<std::string> read(store::Snapshot& snapshot, std::string_view sha256) const;

 private:
  store::Dialect home_;
  std::filesystem::path folder_;
  std::atomic<std::uint64_t> staged_{0};
};

// Takes the row away, and on PostgreSQL the bytes. Of a file beside a SQLite store sweep() does the
// rest.
void forget(store::Tx& tx, std::string_view sha256);
// Removes files of the folder that no row names and that are older than a day; how many. What came
// in lately may be on its way to its row.
std::int64_t sweep(store::Store& store, const std::filesystem::path& folder);

std::span<const store::Statement* const> statements();

}  // namespace sluis::blobs
