#include "connectors/numbers.h"

#include "connectors/store.h"

namespace sluis::connectors {

std::int64_t Numbers::of(Numbered kind, std::int64_t thing) {
  if (const auto known = sql::number(snapshot_, connection_, kind, thing)) return *known;
  missing_.push_back({kind, thing});
  return 0;
}

std::optional<catalog::VariantId> Numbers::variant(std::int64_t number) const {
  const auto thing = sql::thing(snapshot_, connection_, Numbered::variant, number);
  if (!thing) return std::nullopt;
  return catalog::VariantId(*thing);
}

std::optional<orders::OrderId> Numbers::order(std::int64_t number) const {
  const auto thing = sql::thing(snapshot_, connection_, Numbered::order, number);
  if (!thing) return std::nullopt;
  return orders::OrderId(*thing);
}

void give_numbers(store::Tx& tx, ConnectionId connection,
                  const std::vector<Numbers::Missing>& missing) {
  for (const auto& [kind, thing] : missing)
    sql::add_number(tx, connection, kind, thing);
}

}  // namespace sluis::connectors
