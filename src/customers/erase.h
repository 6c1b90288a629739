// Forgetting a person in every store.
#pragma once

#include <functional>

#include "customers/people.h"
#include "platform/outbox/outbox.h"

namespace sluis::analytics {
class Tx;
}

namespace sluis::customers {

// Every number by which these identities were a customer, now or before a merge or a split: each
// has its own, and each link between two of them gave one.
std::vector<CustomerId> numbers_of(store::Snapshot& snapshot,
                                   std::span<const IdentityId> identities);

// Clears what the operational store knows of the customer, puts the identities on the erasure list
// and tells the others by the fact. Of the log it does a piece; clear_log does the rest.
struct Forgetting {
  PersonErased person;
  std::optional<outbox::Position> log;  // where to go on; nothing: it is done
};
Result<Forgetting> forget(store::Tx& tx, const access::Actor& actor, CustomerId customer);
// The next piece, and where to go on after it.
std::optional<outbox::Position> clear_log(store::Tx& tx, const PersonErased& person,
                                          outbox::Position after);
// Clears what a room above keeps of a customer number in the analytical store.
using Clear = std::function<void(analytics::Tx&, CustomerId)>;
// The same in the analytical store, once the log is cleared: what was shipped hangs on the fresh
// identity, and nothing else leads to the others. False while somebody is in the way of its files.
Result<bool> clear_shipped(store::Store& store, analytics::Store& analytics,
                           std::span<const Clear> above, const PersonErased& person);

// One line of the erasure list.
struct Erasure {
  IdentityId erased;
  IdentityId fresh;
  Instant ts;
  bool operator==(const Erasure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (erased, fresh, ts))
std::vector<Erasure> erasures(store::Snapshot& snapshot);
// After a backup was restored: clears again what had been cleared when the list was written, some
// people in a unit.
Result<std::vector<Forgetting>> erase_again(store::Store& store, const access::Actor& actor,
                                            std::span<const Erasure> list);

}  // namespace sluis::customers
