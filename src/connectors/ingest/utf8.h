// Mends text that is no UTF-8, as senders with other encodings make it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sluis::connectors::ingest {

struct Mended {
  std::string text;                  // with U+FFFD for each broken sequence
  std::vector<std::size_t> damages;  // where those stand in `text`, in order
};
Mended mended_utf8(std::string_view bytes);

}  // namespace sluis::connectors::ingest
