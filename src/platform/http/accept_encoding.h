// Which form of a file a client wants (RFC 9110, 12.5.3).
#pragma once

#include <cstdint>
#include <string_view>

namespace sluis::http {

enum class Coding : std::uint8_t { identity, gzip, brotli };

// Weights in thousandths; 0 is not wanted.
struct AcceptedCodings {
  int brotli = 0;
  int gzip = 0;
  int identity = 1000;
};

// What cannot be read is skipped: at worst the file is sent as it is.
AcceptedCodings parse_accept_encoding(std::string_view header);
// The heaviest of those there are; of equals the smaller form. Never worse than identity.
Coding choose_coding(const AcceptedCodings& accepted, bool has_brotli, bool has_gzip);

}  // namespace sluis::http
