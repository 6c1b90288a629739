// Statements that ask for some variants: for one, as most orders do, or for twenty at once; those
// that are left over are no variant.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>

#include "platform/store/session.h"
#include "stock/ledger.h"

namespace sluis::stock::sql {

inline constexpr std::size_t kAtOnce = 20;
inline constexpr std::string_view kFirst = "($1)";
inline constexpr std::string_view kFirsts =
    "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
inline constexpr std::string_view kSecond = "($2)";
inline constexpr std::string_view kSeconds =
    "($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";

// Calls ask(statement, variants…) with that for one of them, or for so many at a time.
void in_groups(std::span<const VariantId> variants, const store::Statement& of_one,
               const store::Statement& of_many, const auto& ask) {
  if (variants.size() == 1) return ask(of_one, variants.front());
  while (!variants.empty()) {
    std::array<VariantId, kAtOnce> asked{};
    const auto now = variants.first(std::min(kAtOnce, variants.size()));
    std::ranges::copy(now, asked.begin());
    variants = variants.subspan(now.size());
    std::apply([&](const auto&... variant) { ask(of_many, variant...); }, asked);
  }
}

}  // namespace sluis::stock::sql
