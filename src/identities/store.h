// The SQL of identities: the secret, what was seen, and the map of what was merged.
#pragma once

#include "identities/identities.h"

namespace sluis::identities::sql {

// Keeps the first that is offered.
void offer_pepper(store::Tx& tx, const Pepper& pepper);
std::optional<Pepper> pepper(store::Snapshot& snapshot);

void remember(store::Tx& tx, const Identity& identity);
bool any(store::Snapshot& snapshot);
std::optional<Identity> find(store::Snapshot& snapshot, IdentityId id);
void forget(store::Tx& tx, IdentityId id);
std::int64_t clear(store::Tx& tx);

std::optional<CustomerId> merged_into(store::Snapshot& snapshot, IdentityId id);
std::vector<IdentityId> merged_identities(store::Snapshot& snapshot, CustomerId customer);
void each_merged(store::Snapshot& snapshot,
                 const std::function<void(IdentityId, CustomerId)>& take);
// False when the identity is in the map already.
bool map(store::Tx& tx, IdentityId id, CustomerId to, Instant now);
// False when the identity is not mapped to `from`.
bool move(store::Tx& tx, IdentityId id, CustomerId from, CustomerId to, Instant now);
bool unmap(store::Tx& tx, IdentityId id, CustomerId from);

std::span<const store::Statement* const> statements();

}  // namespace sluis::identities::sql
