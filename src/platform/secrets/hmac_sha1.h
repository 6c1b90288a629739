// What TURN servers ask for, and nothing else should: HMAC-SHA1 in base64.
#pragma once

#include <string>
#include <string_view>

namespace sluis::secrets {

std::string hmac_sha1_base64(std::string_view key, std::string_view text);

}  // namespace sluis::secrets
