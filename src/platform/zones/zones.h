// Time zones of the IANA database, as ICU carries it.
#pragma once

#include <string_view>

namespace sluis::zones {

// A name like "Europe/Amsterdam" or "UTC"; offsets such as "GMT+1" are no zones.
bool exists(std::string_view name);

}  // namespace sluis::zones
