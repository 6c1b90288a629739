// Files that a command reads as a whole, and writes as a whole or piece by piece.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace sluis::command {

// With the folders it lies in; nothing when it is there.
Result<void> make_folder(const std::filesystem::path& folder);
Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t bytes_max);
// Under another name first, then renamed: the old file or the new one, never a half; mode 0600.
Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes);

// Written piece by piece; gone again unless it is kept.
class GrowingFile {
 public:
  static Result<GrowingFile> create(const std::filesystem::path& path);
  GrowingFile(GrowingFile&&) noexcept;
  ~GrowingFile();

  Result<void> write(std::string_view bytes);
  Result<void> keep();

 private:
  class Partial;
  explicit GrowingFile(std::unique_ptr<Partial> partial);
  std::unique_ptr<Partial> partial_;
};

}  // namespace sluis::command
