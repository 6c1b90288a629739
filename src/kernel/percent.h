// Text as part of an address (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace sluis {

// Each byte that is not unreserved (RFC 3986, 2.3) as % and two upper case digits (2.1), as it
// stands in a path or a query. What reads it back: api::percent_decoded.
std::string percent_encoded(std::string_view text);

}  // namespace sluis
