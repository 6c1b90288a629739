#include "kernel/testing.h"

#include <cstdlib>
#include <string_view>

namespace sluis {

std::optional<std::filesystem::path> data_set(const std::filesystem::path& name) {
  const char* folder = std::getenv("SLUIS_TEST_DATA");  // NOLINT(concurrency-mt-unsafe)
  if (folder == nullptr) return std::nullopt;
  auto path = std::filesystem::path(folder) / name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  return path;
}

bool deep() {
  const char* chosen = std::getenv("SLUIS_TEST_DEEP");  // NOLINT(concurrency-mt-unsafe)
  return chosen != nullptr && std::string_view(chosen) == "1";
}

}  // namespace sluis
