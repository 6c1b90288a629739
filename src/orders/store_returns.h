// The SQL of what comes back.
#pragma once

#include "orders/returns.h"

namespace sluis::orders::sql {

std::vector<Return> returns(store::Snapshot& snapshot, OrderId id);
std::optional<Return> find_return(store::Snapshot& snapshot, ReturnId id);
void insert(store::Tx& tx, const Return& back);
// False when it was received already.
bool arrive(store::Tx& tx, const Return& back);
// False when the buyer has withdrawn already.
bool insert(store::Tx& tx, const Withdrawal& withdrawal);
std::optional<Withdrawal> withdrawal(store::Snapshot& snapshot, OrderId id);
void forget_returns(store::Tx& tx, OrderId id);

std::span<const store::Statement* const> return_statements();

}  // namespace sluis::orders::sql
