// A body on its way into a file of the staging folder.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "platform/http/message.h"

namespace sluis::http {

class Staging {
 public:
  // Makes an empty file with a name of its own, readable by this user only; nothing if it cannot.
  static std::unique_ptr<Staging> open(const std::filesystem::path& folder);
  // Removes the file if it was not finished.
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  // False when the disk refuses, for example because it is full.
  bool write(std::string_view bytes);
  std::shared_ptr<const StagedFile> finish();

 private:
  struct Hash;
  Staging(std::filesystem::path path, int file);

  std::filesystem::path path_;
  int file_;
  std::uint64_t bytes_ = 0;
  std::unique_ptr<Hash> hash_;
};

}  // namespace sluis::http
