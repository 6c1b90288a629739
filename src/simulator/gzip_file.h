// A file that is packed while it is written.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "kernel/result.h"

namespace sluis::simulator {

class GzipFile {
 public:
  static Result<GzipFile> create(const std::filesystem::path& path);
  Result<void> write(std::string_view bytes);
  // What was written is there for good.
  Result<void> close();

 private:
  struct Closes {
    void operator()(void* file) const;
  };
  explicit GzipFile(std::filesystem::path path);

  std::filesystem::path path_;
  std::unique_ptr<void, Closes> file_;
};

}  // namespace sluis::simulator
