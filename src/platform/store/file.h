// Files as blobs and backups need them: durable once written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace sluis::store {

// A descriptor that closes itself.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();
  int descriptor() const { return descriptor_; }
  bool usable() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

bool write_all(const OpenFile& file, std::string_view bytes);
// What is in a file; nothing when it cannot be read.
std::optional<std::string> read_all(const std::filesystem::path& path);
// Renames, and makes the new name durable.
bool move_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace sluis::store
