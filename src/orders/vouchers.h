// Vouchers: honoured in any channel, and never more often than they may be.
#pragma once

#include <span>

#include "orders/acting.h"

namespace sluis::orders {

// Uses it once for this order; refused when it does not hold here and now, or is used up.
Result<VoucherState> honour(const Desk& desk, const Order& order, const std::string& code);

// What it takes off the product lines together.
Micro worth(const VoucherState& voucher, std::span<const OrderLine> lines);

}  // namespace sluis::orders
