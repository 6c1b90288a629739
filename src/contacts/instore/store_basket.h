// The SQL of web baskets, in the analytical store.
#pragma once

#include "contacts/instore/basket.h"

namespace sluis::contacts::sql {

// The newest first.
std::vector<BasketMove> basket_moves(analytics::Snapshot& figures,
                                     std::span<const IdentityId> identities);

std::span<const store::Statement* const> analytics_statements();

}  // namespace sluis::contacts::sql
