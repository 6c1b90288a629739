// Keeps the map of merged identities in step with the links: resolves the circles around what
// changed, and writes who is now whose customer.
#pragma once

#include "customers/links.h"
#include "customers/store.h"

namespace sluis::customers {

inline constexpr Limits kLimits;

// Everybody who shared a customer with one of these, or stands next to one: where a change of the
// links between them can show. Asked before the change.
std::vector<IdentityId> around(store::Snapshot& snapshot, std::span<const IdentityId> changed);

// Resolves the circles of these identities, maps each identity to its customer, renews the
// proposals among them, and tells of each customer that changed; these are given back.
std::vector<CustomerId> settle(store::Tx& tx, std::span<const IdentityId> identities, Instant now);

}  // namespace sluis::customers
