// Bodies that come compressed (Content-Encoding: gzip or deflate).
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace sluis::connectors::ingest {

enum class InflateFault : std::uint8_t { broken, too_large };

// What was compressed, at most `bytes_max` of it: a small body can stand for an endless one.
std::expected<std::string, InflateFault> inflated(std::string_view compressed,
                                                  std::size_t bytes_max);

}  // namespace sluis::connectors::ingest
