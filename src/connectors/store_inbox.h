// The SQL of what comes from outside: what is kept of it, and whose orders are which.
#pragma once

#include <span>

#include "connectors/webhooks/seen.h"

namespace sluis::connectors::sql {

std::vector<webhooks::Kept> kept(store::Snapshot& snapshot, ConnectionId connection,
                                 std::optional<webhooks::KeptId> before, std::int64_t limit);
std::optional<webhooks::Kept> kept(store::Snapshot& snapshot, ConnectionId connection,
                                   webhooks::KeptId id);
// What may fit now, the longest waiting first.
std::vector<webhooks::Kept> to_retry(store::Snapshot& snapshot, std::int64_t limit);
// There is a product with this SKU now.
void retry_missing(store::Tx& tx, const std::string& sku, Instant now);
// What was kept about one of their things for this reason may fit now.
void retry_about(store::Tx& tx, ConnectionId connection, const std::string& subject,
                 std::string_view why, Instant now);
std::int64_t count_kept(store::Snapshot& snapshot, ConnectionId connection);
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
