// Many ids as one parameter: SQLite and PostgreSQL have no list of parameters in common.
#pragma once

#include <ranges>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace sluis::store {

// Begins a statement that reads them as the rows of asked (id); its $1 is what asked() gives.
inline constexpr std::string_view kAsked =
    "with recursive part (at) as (select 1 as at where cast($1 as text) <> '' "
    "union all select at + 20 as at from part where at + 20 <= length(cast($1 as text))), "
    "asked (id) as (select cast(substr(cast($1 as text), at, 20) as bigint) as id from part) ";

// Of things with a number().
std::string asked(const std::ranges::range auto& ids) {
  std::string text;
  for (const auto& id : ids)
    fmt::format_to(std::back_inserter(text), "{:020}", id.number());
  return text;
}

}  // namespace sluis::store
