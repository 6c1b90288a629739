// Numbers and moments in the cells of large files, read at the speed of memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sluis::table {

// A finite decimal number; `decimal` is the sign before its fraction. Rounded as from_chars does.
std::optional<double> parse_number(std::string_view text, char decimal = '.');
// Seconds since 1970: a whole number of them, "2026-01-31", or a moment with its offset.
std::optional<std::int64_t> parse_seconds(std::string_view text);

}  // namespace sluis::table
