// What is known of stock without asking anybody.
#pragma once

#include "stock/stock.h"

namespace sluis::stock {

// Whether what lies at a location of this kind is usually promised to customers.
bool usually_sells(LocationKind kind);

// What a channel can promise of a level.
std::int64_t free_of(const Level& level, std::int64_t buffer);

}  // namespace sluis::stock
