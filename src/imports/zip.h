// The entries of a ZIP file, one read at a time. What unpacks to hundreds of times its size is
// refused, before it has done any harm.
#pragma once

#include <filesystem>
#include <memory>

#include "imports/bytes.h"

namespace sluis::imports {

class ZipFile {
 public:
  static Result<std::shared_ptr<ZipFile>> open(const std::filesystem::path& file,
                                               const std::string& name);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  // Nothing when there is no such entry. Opening another one ends the reading of this.
  Result<std::unique_ptr<Bytes>> entry(const std::string& path);
  // How much the entry that was opened last says to unpack to; a bomb may lie.
  std::uint64_t entry_size() const { return entry_size_; }

 private:
  class Entry;
  struct Handle;
  ZipFile(std::string name, std::unique_ptr<Handle> handle);

  const std::string name_;
  std::unique_ptr<Handle> handle_;
  std::uint64_t entry_size_ = 0;
  std::uint64_t unpacked_ = 0;  // of all entries that were read
  std::uint64_t packed_ = 0;    // of all entries that were opened
};

}  // namespace sluis::imports
