// The SQL of what was decided, and of the versions of the policy with which it was.
#pragma once

#include <span>

#include "decisions/log.h"

namespace sluis::decisions::sql {

// Made when the store has none yet.
std::string secret(store::Tx& tx);

// ---- The log

void insert(store::Tx& tx, const Logged& logged);
// One decision more of which nothing else is kept; 0 for nothing.
void count(store::Tx& tx, PlacementId placement, Date day, OfferId offer);

// A decision with what came of it.
struct Kept : Logged {
  std::optional<Instant> shown;
  std::optional<Instant> dismissed;
  std::optional<Instant> accepted;
  std::optional<contacts::ContactId> contact;
  std::int64_t orders = 0;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(Kept, (Logged), (shown, dismissed, accepted, contact, orders, margin))
std::optional<Kept> find(store::Snapshot& snapshot, DecisionId id);
// In the order of their ids, behind one of them.
std::vector<Kept> kept_since(store::Snapshot& snapshot, Instant since, DecisionId after,
                             std::int64_t limit);
// Likewise, of one identity.
std::vector<Kept> kept_of(store::Snapshot& snapshot, IdentityId identity, DecisionId after,
                          std::int64_t limit);
bool any(store::Snapshot& snapshot);

// Each is kept once; false when it was before, or may not be any more.
bool show(store::Tx& tx, const Kept& decision, Instant now);
bool dismiss(store::Tx& tx, const Kept& decision, Instant now);
bool accept(store::Tx& tx, const Kept& decision, Instant now);
void set_contact(store::Tx& tx, const Kept& decision, contacts::ContactId contact);

// ---- Outcomes

// A decision that waits for what comes of it.
struct Open {
  IdentityId identity;
  DecisionId id;
  std::optional<OfferId> offer;
  bool held_out = false;
  std::optional<SegmentId> segment;
  bool buyer = false;
  channels::Phase phase = channels::Phase::awareness;
  std::int64_t orders = 0;
};
BOOST_DESCRIBE_STRUCT(Open, (), (identity, id, offer, held_out, segment, buyer, phase, orders))
std::vector<Open> open_between(store::Snapshot& snapshot, IdentityId identity, Instant from,
                               Instant to);
std::optional<Open> open(store::Snapshot& snapshot, IdentityId identity, DecisionId id);

struct OutcomeRow {
  IdentityId identity;
  DecisionId decision;
  EventId event;
  Instant ts;
  bool sale = false;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(OutcomeRow, (), (identity, decision, event, ts, sale, margin))
// False when this event was taken for this decision already.
bool insert(store::Tx& tx, const OutcomeRow& outcome);
std::vector<OutcomeRow> outcomes_of(store::Snapshot& snapshot, EventId event);
void remove(store::Tx& tx, const OutcomeRow& outcome);
void add(store::Tx& tx, const Open& decision, std::int64_t orders, Micro margin);

// Erasing: what was decided for an identity is from then on another one's.
void forget(store::Tx& tx, IdentityId identity, IdentityId fresh);

// ---- Versions

enum class VersionState : std::uint8_t { in_force, retired, rejected };
BOOST_DESCRIBE_ENUM(VersionState, in_force, retired, rejected)
enum class VersionReason : std::uint8_t { first, design, learnt, asked, rolled_back };
BOOST_DESCRIBE_ENUM(VersionReason, first, design, learnt, asked, rolled_back)

struct VersionHead {
  std::int64_t number = 0;
  Instant created;
  VersionState state = VersionState::in_force;
  VersionReason reason = VersionReason::first;
  std::int64_t visits = 0;  // of which it was learnt
  std::int64_t sales = 0;
  Micro margin;
  std::int64_t compared_rows = 0;  // with the version before it, on so many decisions:
  std::optional<double> gain;      // so much more for each
  std::optional<double> gain_low;
  std::optional<double> gain_high;
};
BOOST_DESCRIBE_STRUCT(VersionHead, (),
                      (number, created, state, reason, visits, sales, margin, compared_rows, gain,
                       gain_low, gain_high))
struct VersionRow : VersionHead {
  Design design;
  store::Bytes draws;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (VersionHead), (design, draws))
std::optional<VersionRow> version_in_force(store::Snapshot& snapshot);
std::optional<VersionRow> version(store::Snapshot& snapshot, std::int64_t number);
std::int64_t last_version(store::Snapshot& snapshot);
// The newest first.
std::vector<VersionHead> versions(store::Snapshot& snapshot, std::int64_t before,
                                  std::int64_t limit);
// False when another process made this number.
bool insert(store::Tx& tx, const VersionRow& version);
// All others retire.
void put_in_force(store::Tx& tx, std::int64_t number);

std::span<const store::Statement* const> log_statements();

}  // namespace sluis::decisions::sql
