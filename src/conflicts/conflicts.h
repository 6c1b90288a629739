// Conflicts: what channels say of the same thing that cannot both be so. Found by rules over what
// Sluis keeps, every night and when somebody asks; each with both values, since when, the money it
// is about, an owner and a state. A conflict closes by itself, when the facts clash no more.
#pragma once

#include "access/access.h"
#include "conflicts/clash.h"

namespace sluis {
struct Capability;
}

namespace sluis::conflicts {

Capability capability();

struct ConflictIdTag {
  static constexpr std::string_view prefix = "con";
};
using ConflictId = Id<ConflictIdTag>;

enum class ConflictRefusal : std::uint8_t { conflict_unknown, conflict_resolved };
BOOST_DESCRIBE_ENUM(ConflictRefusal, conflict_unknown, conflict_resolved)
const RefusalKind& kind_of(ConflictRefusal refusal);

// Accepted: it may stay as it is, for a reason, until one of the values changes. Resolved: the
// facts clash no more; nobody says so but they.
enum class State : std::uint8_t { open, accepted, resolved };
BOOST_DESCRIBE_ENUM(State, open, accepted, resolved)

using Reason = Line<0, 500>;

struct Conflict : Clash {
  ConflictId id;
  std::int64_t version = 0;
  Instant since;  // when it was found first, or found again after it was resolved
  State state = State::open;
  std::optional<UserId> owner;  // at first whoever owns the channel
  Reason reason;                // for which it was accepted
  Instant changed;
  std::optional<Instant> closed;
  bool operator==(const Conflict&) const = default;
};
BOOST_DESCRIBE_STRUCT(Conflict, (Clash),
                      (id, version, since, state, owner, reason, changed, closed))

// Stake: what is about most money first, and what is about an unknown amount last. Since: the
// latest first. Name: from Z to A, unless it is turned round.
enum class Sort : std::uint8_t { stake, since, name };
BOOST_DESCRIBE_ENUM(Sort, stake, since, name)

// Where a page ended: its last sort key and conflict.
struct Place {
  ConflictId id;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, key))

struct Query {
  std::string search;  // in SKU, name, what it is about and both values
  std::optional<Kind> kind;
  std::optional<State> state;
  std::optional<ChannelId> channel;  // either of the two
  std::optional<UserId> owner;
  Sort sort = Sort::stake;
  bool ascending = false;
  std::optional<Place> after;
  std::int64_t limit = 100;
};

struct List {
  std::vector<Conflict> conflicts;
  std::optional<Place> next;
};
List list(store::Snapshot& snapshot, const Query& query);

Result<Conflict> find(store::Snapshot& snapshot, ConflictId id);

// How many there are of a kind, and the money that those are about that are open.
struct Total {
  Kind kind = Kind::price;
  std::int64_t open = 0;
  std::int64_t accepted = 0;
  std::int64_t resolved = 0;
  Micro stake;
  std::int64_t without_stake = 0;  // open ones whose amount nobody knows
};
BOOST_DESCRIBE_STRUCT(Total, (), (kind, open, accepted, resolved, stake, without_stake))
std::vector<Total> totals(store::Snapshot& snapshot);  // of every kind, in their order
// When was looked last; nothing before the first time.
std::optional<Instant> looked(store::Snapshot& snapshot);

// What people decide of a conflict: who looks after it, and whether it may stay.
enum class Verdict : std::uint8_t { open, accepted };
BOOST_DESCRIBE_ENUM(Verdict, open, accepted)
struct Change {
  Patch<std::optional<UserId>> owner;
  Patch<Verdict> state;
  Patch<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(Change, (), (owner, state, reason))
// Guarded by the version that the caller has seen, told in the trail and as
// conflicts.conflict_changed. Accepting needs a reason, and only that has one.
Result<Conflict> change(store::Tx& tx, const access::Actor& actor, ConflictId id,
                        std::int64_t version, const Change& change);

}  // namespace sluis::conflicts
