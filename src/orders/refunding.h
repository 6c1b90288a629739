// Money that goes back to the buyer of an order that was taken.
#pragma once

#include "orders/returns.h"

namespace sluis::orders {

Result<void> give_money_back(const Desk& desk, const Sight& sight, FullOrder& whole,
                             const RefundDraft& draft);

}  // namespace sluis::orders
