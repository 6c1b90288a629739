// The SQL of consent.
#pragma once

#include "consent/consent.h"

namespace sluis::consent::sql {

// False when the identity carries as much as it may.
bool count_one(store::Tx& tx, IdentityId identity, std::int64_t most);
void insert(store::Tx& tx, const Evidence& evidence);
std::vector<Evidence> of_identity(store::Snapshot& snapshot, IdentityId identity);
// The oldest first.
std::vector<Evidence> of_identities(store::Snapshot& snapshot,
                                    std::span<const IdentityId> identities);

struct Filter {
  std::optional<Ground> ground;
  std::optional<Means> means;
  std::optional<EvidenceId> before;  // the newest first, from before this one on
  std::int64_t limit = 100;
};
std::vector<Evidence> page(store::Snapshot& snapshot, const Filter& filter);

// Identities that carry an objection or a withdrawal.
std::vector<IdentityId> refusing(store::Snapshot& snapshot);

void forget(store::Tx& tx, IdentityId identity);
std::int64_t clear(store::Tx& tx);

std::span<const store::Statement* const> statements();

}  // namespace sluis::consent::sql
