#include "imports/presets.h"

#include <algorithm>

#include "imports/toml.h"
#include "kernel/assert.h"

namespace sluis::imports {
namespace {

constexpr RefusalKind kUnknown{
    "preset_unknown", Category::invalid, Retry::useless,
    Text{"There is no preset {0}; there are {1}.", "Er is geen voorinstelling {0}; wel {1}."}};
constexpr RefusalKind kMisfit{
    "file_not_of_preset", Category::invalid, Retry::useless,
    Text{"{0} has the columns of no file that the preset {1} knows.",
         "{0} heeft de kolommen van geen bestand dat de voorinstelling {1} kent."}};

}  // namespace

const RefusalKind& kind_of(PresetRefusal refusal) {
  switch (refusal) {
    case PresetRefusal::preset_unknown:
      return kUnknown;
    case PresetRefusal::file_not_of_preset:
      return kMisfit;
  }
  assertion_failed("a named refusal");
}

std::vector<std::string_view> preset_names() {
  std::vector<std::string_view> names;
  for (const PresetFile& file : preset_files()) {
    if (names.empty() || names.back() != file.preset) names.push_back(file.preset);
  }
  return names;
}

Result<std::vector<Mapping>> preset(std::string_view name) {
  std::vector<Mapping> mappings;
  for (const PresetFile& file : preset_files()) {
    if (file.preset == name) mappings.push_back(TRY(mapping_from_toml(file.toml)));
  }
  if (mappings.empty()) {
    return refuse(PresetRefusal::preset_unknown, name, join_names(preset_names()));
  }
  return mappings;
}

const Mapping* fitting(const std::vector<Mapping>& mappings,
                       const std::vector<std::string>& columns) {
  const Mapping* best = nullptr;
  for (const Mapping& mapping : mappings) {
    const bool fits = std::ranges::all_of(mapping.needs.value, [&](const ColumnName& needed) {
      return std::ranges::find(columns, needed.text) != columns.end();
    });
    const bool better = !best || mapping.needs.value.size() > best->needs.value.size();
    if (fits && better) best = &mapping;
  }
  return best;
}

}  // namespace sluis::imports
