// Who a visitor is where a convention names nobody: the same for a day, then nobody knows.
#pragma once

#include "connectors/ingest/reading.h"

namespace sluis::connectors::ingest {

// A hash of the day, the site, the address and the browser; neither of these is kept.
std::string_view visitor_of_day(Arena& arena, const Request& request, std::string_view site);

}  // namespace sluis::connectors::ingest
