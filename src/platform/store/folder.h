// The data folder of a company: one process owns it at a time. DIR/lock names the owner.
#pragma once

#include <filesystem>

#include "kernel/describe.h"
#include "kernel/result.h"

namespace sluis::store {

enum class FolderRefusal : std::uint8_t { owned, not_usable };
BOOST_DESCRIBE_ENUM(FolderRefusal, owned, not_usable)
const RefusalKind& kind_of(FolderRefusal refusal);

class Folder {
 public:
  // Makes the folder (mode 0700) where it is missing and takes its lock, or says whose it is.
  static Result<Folder> claim(const std::filesystem::path& path);

  Folder(Folder&& other) noexcept;
  Folder& operator=(Folder&&) = delete;
  ~Folder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path database() const { return path_ / "sluis.db"; }
  std::filesystem::path analytics() const { return path_ / "analytics.duckdb"; }
  std::filesystem::path blobs() const { return path_ / "blobs"; }
  std::filesystem::path seen() const { return path_ / "seen"; }
  std::filesystem::path staging() const { return path_ / "staging"; }  // empty at first
  std::filesystem::path control_socket() const { return path_ / "control.sock"; }

 private:
  Folder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::filesystem::path path_;
  int lock_;
};

}  // namespace sluis::store
