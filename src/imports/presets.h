// Mappings that are shipped: for files as their owners deliver them. Each is a file of presets/,
// compiled in.
#pragma once

#include <span>

#include "imports/imports.h"

namespace sluis::imports {

struct PresetFile {
  std::string_view preset;
  std::string_view toml;
};
std::span<const PresetFile> preset_files();

enum class PresetRefusal : std::uint8_t { preset_unknown, file_not_of_preset };
BOOST_DESCRIBE_ENUM(PresetRefusal, preset_unknown, file_not_of_preset)
const RefusalKind& kind_of(PresetRefusal refusal);

std::vector<std::string_view> preset_names();
// The one whose columns a file has; the one that needs most of them, if there are several.
const Mapping* fitting(const std::vector<Mapping>& mappings,
                       const std::vector<std::string>& columns);

}  // namespace sluis::imports
