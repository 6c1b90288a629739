// What must hold before pieces come, go or are kept.
#pragma once

#include "stock/stock.h"

namespace sluis::stock {

// A variant that has pieces of its own.
Result<void> check_pieces(store::Snapshot& snapshot, VariantId variant);

// A place where pieces can come and go.
Result<void> check_open(store::Snapshot& snapshot, LocationId id);

}  // namespace sluis::stock
