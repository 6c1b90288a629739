#include "contacts/instore/store_basket.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sluis::contacts::sql {
namespace {

using store::Statement;

// $1 the identities; what nobody has in a basket for long.
constexpr Statement kMoves{
    "contacts.basket_moves",
    "select kind, product, quantity from feed_event where identity in (select cast(line as bigint) "
    "from (select unnest(string_to_array(cast($1 as text), ',')) as line) as lines) "
    "and kind in ('product_added', 'product_removed', 'order_completed') "
    "order by ts desc, event desc limit 500"};

constexpr const Statement* kStatements[] = {&kMoves};

}  // namespace

std::vector<BasketMove> basket_moves(analytics::Snapshot& figures,
                                     std::span<const IdentityId> identities) {
  std::vector<std::int64_t> numbers;
  for (const IdentityId id : identities)
    numbers.push_back(id.number());
  return figures.all<BasketMove>(kMoves, fmt::format("{}", fmt::join(numbers, ",")));
}

std::span<const Statement* const> analytics_statements() {
  return kStatements;
}

}  // namespace sluis::contacts::sql
