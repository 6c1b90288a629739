// The SQL of reports.
#pragma once

#include <span>

#include "reports/reports.h"

namespace sluis::reports::sql {

std::vector<Subscription> all(store::Snapshot& snapshot);
std::optional<Subscription> of(store::Snapshot& snapshot, UserId reader);
void put(store::Tx& tx, const Subscription& subscription);
// False when somebody was faster.
bool set_done(store::Tx& tx, const Subscription& before, Instant until);
bool remove(store::Tx& tx, UserId reader);

std::span<const store::Statement* const> statements();

}  // namespace sluis::reports::sql
