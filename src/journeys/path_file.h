// A file of customer paths: `path,total_conversions,total_conversion_value,total_null`, a row for
// each path or for many that went the same way, with `>` between the channels of a path.
#pragma once

#include <filesystem>
#include <functional>

#include "methods/paths.h"
#include "platform/table/names.h"
#include "platform/table/table_reader.h"

namespace sluis::journeys {

enum class PathRefusal : std::uint8_t { too_many_channels };
BOOST_DESCRIBE_ENUM(PathRefusal, too_many_channels)
const RefusalKind& kind_of(PathRefusal refusal);

// Gives the paths in batches; `channels` gets the names of all that are met. A row whose path has
// no channel comes as a path without steps. Value and nulls may be absent: then they are 0.
using TakePaths = std::function<void(const methods::Paths&)>;
Result<void> read_paths(table::TableReader& reader, table::Names& channels, const TakePaths& take);

}  // namespace sluis::journeys
