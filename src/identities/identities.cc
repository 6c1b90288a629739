#include "identities/identities.h"

#include <algorithm>

#include "identities/store.h"
#include "kernel/assert.h"
#include "platform/secrets/secrets.h"

namespace sluis::identities {

Pepper pepper(store::Tx& tx) {
  if (const auto known = sql::pepper(tx)) return *known;
  Pepper made;
  std::ranges::copy(secrets::random_bytes(made.key.size()), made.key.begin());
  sql::offer_pepper(tx, made);
  // Another process may have been first.
  const auto kept = sql::pepper(tx);
  SLUIS_ASSERT(kept);
  return *kept;
}

std::optional<Pepper> pepper(store::Snapshot& snapshot) {
  return sql::pepper(snapshot);
}

void remember(store::Tx& tx, std::span<const Identity> seen) {
  for (const Identity& identity : seen)
    sql::remember(tx, identity);
}

std::optional<Identity> find(store::Snapshot& snapshot, IdentityId id) {
  return sql::find(snapshot, id);
}

bool any(store::Snapshot& snapshot) {
  return sql::any(snapshot);
}

std::vector<Identity> find_all(store::Snapshot& snapshot, std::span<const IdentityId> ids) {
  std::vector<Identity> found;
  for (const IdentityId id : ids) {
    if (auto identity = sql::find(snapshot, id)) found.push_back(*std::move(identity));
  }
  std::ranges::sort(found, {}, &Identity::id);
  return found;
}

void forget(store::Tx& tx, std::span<const IdentityId> ids) {
  for (const IdentityId id : ids)
    sql::forget(tx, id);
}

std::int64_t clear(store::Tx& tx) {
  return sql::clear(tx);
}

CustomerId customer_of(store::Snapshot& snapshot, IdentityId id) {
  return sql::merged_into(snapshot, id).value_or(CustomerId(id.number()));
}

std::vector<IdentityId> identities_of(store::Snapshot& snapshot, CustomerId customer) {
  auto merged = sql::merged_identities(snapshot, customer);
  const IdentityId own(customer.number());
  if (merged.empty() && !sql::merged_into(snapshot, own)) merged.push_back(own);
  return merged;
}

std::vector<IdentityId> merged_into(store::Snapshot& snapshot, CustomerId customer) {
  return sql::merged_identities(snapshot, customer);
}

void each_merged(store::Snapshot& snapshot,
                 const std::function<void(IdentityId, CustomerId)>& take) {
  sql::each_merged(snapshot, take);
}

bool remap(store::Tx& tx, IdentityId id, CustomerId from, CustomerId to, Instant now) {
  const CustomerId own(id.number());
  if (from == to) return customer_of(tx, id) == from;
  if (from == own) return sql::map(tx, id, to, now);
  if (to == own) return sql::unmap(tx, id, from);
  return sql::move(tx, id, from, to, now);
}

}  // namespace sluis::identities
