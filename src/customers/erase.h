// Forgetting a person in every store, and telling a person everything that is kept of them.
#pragma once

#include "consent/consent.h"
#include "customers/people.h"
#include "platform/outbox/outbox.h"

namespace sluis::customers {

// The fact customers.person_erased. Each capability that keeps something of these identities clears
// it, or hangs it on the fresh one, which leads to nobody.
struct PersonErased {
  std::vector<IdentityId> identities;
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(PersonErased, (), (identities, fresh))

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
// The same in the analytical store, once the log is cleared: what was shipped hangs on the fresh
// identity, and nothing else leads to the others. False while somebody is in the way of its files.
Result<bool> clear_shipped(store::Store& store, analytics::Store& analytics,
                           const PersonErased& person);

// One line of the erasure list.
struct Erasure {
  IdentityId erased;
  IdentityId fresh;
  Instant ts;
  bool operator==(const Erasure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (erased, fresh, ts))
std::vector<Erasure> erasures(store::Snapshot& snapshot);
// After a backup was restored: clears again what had been cleared when the list was written.
std::vector<Forgetting> erase_again(store::Tx& tx, const access::Actor& actor,
                                    const std::vector<Erasure>& list);

// Everything that is kept of a person in the operational store.
struct Everything {
  Profile profile;
  std::vector<consent::Evidence> consent;
  std::vector<Operation> operations;
  std::vector<access::AuditEntry> trail;
};
BOOST_DESCRIBE_STRUCT(Everything, (), (profile, consent, operations, trail))
Result<Everything> everything_of(store::Snapshot& snapshot, CustomerId customer);

}  // namespace sluis::customers
