// Mappings as TOML files: what is shipped, and what people keep beside their files.
#pragma once

#include "imports/mapping.h"

namespace sluis::imports {

enum class TomlRefusal : std::uint8_t { toml_malformed, mapping_invalid };
BOOST_DESCRIBE_ENUM(TomlRefusal, toml_malformed, mapping_invalid)
const RefusalKind& kind_of(TomlRefusal refusal);

// Refused with everything that is wrong with it at once, each with its place.
Result<Mapping> mapping_from_toml(std::string_view toml);
// What mapping_from_toml reads as the same mapping.
std::string mapping_to_toml(const Mapping& mapping);

}  // namespace sluis::imports
