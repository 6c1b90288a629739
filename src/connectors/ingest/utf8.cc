#include "connectors/ingest/utf8.h"

#include <cstdint>

namespace sluis::connectors::ingest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool continues(std::string_view bytes, std::size_t at, unsigned low = 0x80, unsigned high = 0xBF) {
  if (at >= bytes.size()) return false;
  const auto byte = static_cast<std::uint8_t>(bytes[at]);
  return byte >= low && byte <= high;
}

// How many bytes the sequence at the front of `rest` has; 0 when it is none (Unicode 15, table 3-7:
// no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t sequence_length(std::string_view rest) {
  const auto lead = static_cast<std::uint8_t>(rest.front());
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(rest, 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return continues(rest, 1, low, high) && continues(rest, 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return continues(rest, 1, low, high) && continues(rest, 2) && continues(rest, 3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

Mended mended_utf8(std::string_view bytes) {
  Mended mended;
  mended.text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t length = sequence_length(bytes);
    if (length > 0) {
      mended.text.append(bytes.substr(0, length));
      bytes.remove_prefix(length);
    } else {
      mended.damages.push_back(mended.text.size());
      mended.text.append(kReplacement);
      bytes.remove_prefix(1);
    }
  }
  return mended;
}

}  // namespace sluis::connectors::ingest
