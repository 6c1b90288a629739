// Files that a command reads or writes as a whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace sluis::command {

Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t bytes_max);
// Under another name first, then renamed: the old file or the new one, never a half; mode 0600.
Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace sluis::command
