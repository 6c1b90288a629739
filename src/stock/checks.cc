#include "stock/checks.h"

namespace sluis::stock {

Result<void> check_pieces(store::Snapshot& snapshot, VariantId variant) {
  const catalog::VariantHead found = TRY(catalog::variant_head(snapshot, variant));
  if (found.bundle) return refuse(StockRefusal::is_bundle, found.sku.text);
  return {};
}

Result<void> check_open(store::Snapshot& snapshot, LocationId id) {
  const Location found = TRY(location(snapshot, {}, id));
  if (!found.active) return refuse(StockRefusal::location_closed, found.name.text);
  return {};
}

}  // namespace sluis::stock
