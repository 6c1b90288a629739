// Statements that ask for some ids: for one, as most do, or for twenty at once; those that are left
// over are the id of nothing.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>

#include "platform/store/session.h"

namespace sluis::store {

inline constexpr std::size_t kAtOnce = 20;
inline constexpr std::string_view kFirstId = "($1)";
inline constexpr std::string_view kFirstIds =
    "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
inline constexpr std::string_view kSecondId = "($2)";
inline constexpr std::string_view kSecondIds =
    "($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";
inline constexpr std::string_view kThirdId = "($3)";
inline constexpr std::string_view kThirdIds =
    "($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)";
inline constexpr std::string_view kFifthId = "($5)";
inline constexpr std::string_view kFifthIds =
    "($5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, "
    "$24)";

// Calls ask(statement, ids…) with that for one of them, or for so many at a time.
template <class Id>
void in_groups(std::span<const Id> ids, const Statement& of_one, const Statement& of_many,
               const auto& ask) {
  if (ids.size() == 1) return ask(of_one, ids.front());
  while (!ids.empty()) {
    std::array<Id, kAtOnce> asked{};
    const auto now = ids.first(std::min(kAtOnce, ids.size()));
    std::ranges::copy(now, asked.begin());
    ids = ids.subspan(now.size());
    std::apply([&](const auto&... id) { ask(of_many, id...); }, asked);
  }
}

}  // namespace sluis::store
