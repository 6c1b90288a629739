// A TOML file as a flat list of keys, each with its line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kernel/result.h"

namespace sluis::config {

struct TomlEntry {
  std::string key;
  std::string value;  // an array: its elements with commas between
  std::size_t line = 0;
};

// Problems (unreadable, not TOML, a value that is no text, number, boolean or list) point to
// "FILE:LINE".
struct TomlFile {
  std::vector<TomlEntry> entries;
  std::vector<FieldProblem> problems;
};
TomlFile read_toml(const std::filesystem::path& file);

}  // namespace sluis::config
