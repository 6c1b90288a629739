// The SQL with which people look at what was decided.
#pragma once

#include <span>

#include "decisions/store_log.h"

namespace sluis::decisions::sql {

// A decision in a list.
struct Listed {
  IdentityId identity;
  DecisionId id;
  Instant ts;
  PlacementId placement;
  std::int64_t policy = 0;
  std::optional<OfferId> offer;
  bool held_out = false;
  Reason reason = Reason::stopped;
  std::optional<Gate> gate;
  double probability = 1;
  std::optional<SegmentId> segment;
  bool buyer = false;
  channels::Phase phase = channels::Phase::awareness;
  std::optional<Instant> shown;
  std::optional<Instant> dismissed;
  std::optional<Instant> accepted;
  std::optional<contacts::ContactId> contact;
  std::int64_t orders = 0;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(Listed, (),
                      (identity, id, ts, placement, policy, offer, held_out, reason, gate,
                       probability, segment, buyer, phase, shown, dismissed, accepted, contact,
                       orders, margin))

struct LogQuery {
  std::optional<PlacementId> placement;
  std::optional<OfferId> offer;
  std::optional<Reason> reason;
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::optional<DecisionId> before;
  std::int64_t limit = 100;
};
// The newest first; of one identity, or of all.
std::vector<Listed> list(store::Snapshot& snapshot, const LogQuery& query,
                         std::optional<IdentityId> identity);

// What came of a decision, order by order.
std::vector<OutcomeRow> outcomes_after(store::Snapshot& snapshot, IdentityId identity,
                                       DecisionId decision);

// What was drawn in a cell, given or held out, added up. Margins in units of the currency.
struct Sum {
  std::optional<SegmentId> segment;
  bool buyer = false;
  channels::Phase phase = channels::Phase::awareness;
  std::optional<OfferId> offer;
  bool held_out = false;
  std::int64_t decisions = 0;
  std::int64_t shown = 0;
  std::int64_t accepted = 0;
  std::int64_t buyers = 0;
  double margin = 0;
  double margin_squares = 0;
  double cost = 0;
  double queue = 0;
  std::int64_t handled_s = 0;  // by people
};
BOOST_DESCRIBE_STRUCT(Sum, (),
                      (segment, buyer, phase, offer, held_out, decisions, shown, accepted, buyers,
                       margin, margin_squares, cost, queue, handled_s))
std::vector<Sum> sums(store::Snapshot& snapshot, Instant from, Instant until,
                      std::optional<PlacementId> placement);

// Decisions of those who allowed nothing to be kept, by place and offer (none: nothing).
struct Total {
  PlacementId placement;
  Date day;
  OfferId offer;
  std::int64_t decisions = 0;
};
BOOST_DESCRIBE_STRUCT(Total, (), (placement, day, offer, decisions))
std::vector<Total> totals(store::Snapshot& snapshot, Date from, Date until);

// How busy a team was, with contacts of whatever origin.
struct TeamSum {
  contacts::TeamId team;
  std::int64_t contacts = 0;
  std::int64_t waited_s = 0;
  std::int64_t handled = 0;  // by people
  std::int64_t handled_s = 0;
};
BOOST_DESCRIBE_STRUCT(TeamSum, (), (team, contacts, waited_s, handled, handled_s))
std::vector<TeamSum> team_sums(store::Snapshot& snapshot, Instant from, Instant until);

// Who came by a place, and for how many of them nobody was free then.
struct TurnedAway {
  PlacementId placement;
  std::int64_t visitors = 0;
  std::int64_t turned_away = 0;
  std::int64_t hours = 0;  // in which anybody came
};
BOOST_DESCRIBE_STRUCT(TurnedAway, (), (placement, visitors, turned_away, hours))
std::vector<TurnedAway> turned_away(store::Snapshot& snapshot, Instant from, Instant until,
                                    std::optional<PlacementId> placement);

// Of those who accepted an offer in a place: how many were answered, and after how long together.
struct Handled {
  OfferId offer;
  std::int64_t answered = 0;
  std::int64_t waited_s = 0;
};
BOOST_DESCRIBE_STRUCT(Handled, (), (offer, answered, waited_s))
std::vector<Handled> handled(store::Snapshot& snapshot, Instant from, Instant until,
                             PlacementId placement);

std::span<const store::Statement* const> looking_statements();

}  // namespace sluis::decisions::sql
