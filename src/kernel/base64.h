// Base64 as programs of all kinds write it (RFC 4648): either alphabet, with or without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sluis {

// Nothing when a character is of neither alphabet, or the length is impossible.
std::optional<std::string> decoded_base64(std::string_view text);
// The usual alphabet, with padding.
std::string encoded_base64(std::string_view bytes);

}  // namespace sluis
