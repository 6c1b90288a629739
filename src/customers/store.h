// The SQL of who is who.
#pragma once

#include "customers/customers.h"
#include "customers/links.h"

namespace sluis::customers::sql {

// Held until the end of the unit: nobody else changes links meanwhile.
void hold_guard(store::Tx& tx);

// The neighbours of an identity, with what is known of them; at most so many.
std::vector<Neighbour> neighbours(store::Snapshot& snapshot, const Known& identity,
                                  std::int64_t most);
std::optional<Link> link(store::Snapshot& snapshot, IdentityId a, IdentityId b);
// Those of these pairs between which there is anything, in any order.
std::vector<Link> links(store::Snapshot& snapshot, std::span<const Link> pairs);
// Of the links of an identity, whether they join or not.
std::vector<CustomerId> numbers_of_links(store::Snapshot& snapshot, IdentityId identity);
std::optional<Link> link_numbered(store::Snapshot& snapshot, CustomerId number);
// How many an identity was seen with, up to `most`.
std::int64_t seen_with(store::Snapshot& snapshot, IdentityId identity, std::int64_t most);
// From both sides.
void save(store::Tx& tx, const Link& link);

// A step about a pair, as it stands in the history.
struct DecisionRow {
  IdentityId identity;
  OperationId id;
  IdentityId other;
  OperationId operation;
  Step step = Step::joined;
  Instant ts;
  std::string actor;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (identity, id, other, operation, step, ts, actor, reason))
void insert(store::Tx& tx, const DecisionRow& row);
std::vector<DecisionRow> decisions_of_pair(store::Snapshot& snapshot, IdentityId a, IdentityId b);
std::vector<DecisionRow> decisions_of_operation(store::Snapshot& snapshot, OperationId operation);
std::vector<DecisionRow> decisions_about(store::Snapshot& snapshot, IdentityId identity);

std::vector<Proposed> proposals(store::Snapshot& snapshot, Instant after, IdentityId identity,
                                IdentityId other, std::int64_t limit);
std::vector<Proposed> proposals_of(store::Snapshot& snapshot, IdentityId identity);
void propose(store::Tx& tx, const Proposal& proposal, Instant now);
void withdraw(store::Tx& tx, IdentityId identity, IdentityId other);

void forget(store::Tx& tx, IdentityId identity);
std::int64_t clear(store::Tx& tx);

std::span<const store::Statement* const> statements();

}  // namespace sluis::customers::sql
