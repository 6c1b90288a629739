// The SQL of what comes from outside: what is kept of it, and whose orders are which.
#pragma once

#include <span>

#include "connectors/webhooks/seen.h"

namespace sluis::connectors::sql {

std::vector<webhooks::Kept> kept(store::Snapshot& snapshot, ConnectionId connection,
                                 std::optional<webhooks::KeptId> before, std::int64_t limit);
std::optional<webhooks::Kept> kept(store::Snapshot& snapshot, ConnectionId connection,
                                   webhooks::KeptId id);
void keep(store::Tx& tx, const webhooks::Kept& kept);
bool drop(store::Tx& tx, ConnectionId connection, webhooks::KeptId id);
void forget_kept(store::Tx& tx, IdentityId identity);

std::optional<orders::OrderId> ours(store::Snapshot& snapshot, ConnectionId connection,
                                    const std::string& theirs);
// False when something as new is known already. Which of ours it is comes later.
bool is_newer(store::Tx& tx, ConnectionId connection, const std::string& theirs, Instant updated);
void link(store::Tx& tx, ConnectionId connection, const std::string& theirs, orders::OrderId ours);

std::span<const store::Statement* const> inbox_statements();

}  // namespace sluis::connectors::sql
