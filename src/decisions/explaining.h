// Looking at decisions: the log, one of them with all that was weighed and what came of it, and
// what offers bring, measured against those who were held out.
#pragma once

#include "decisions/agent_hour.h"
#include "decisions/store_looking.h"

namespace sluis::decisions {

inline constexpr double kMinute_s = 60;

struct LogPage {
  std::vector<sql::Listed> decisions;  // the newest first
  std::optional<DecisionId> next;
};
// Of a customer: over all of their identities.
LogPage list(store::Snapshot& snapshot, const sql::LogQuery& query,
             std::optional<CustomerId> customer);

// An offer as it stood: what stopped it, or what it was expected to bring.
struct Explained {
  OfferId offer;
  std::string name;
  std::optional<Gate> gate;
  std::optional<double> gain;  // expected, of one decision, in the currency of the company
  std::optional<double> gain_low;
  std::optional<double> gain_high;  // in nine of ten draws between these
  std::optional<double> sure;       // that it is above 0
  std::optional<double> cost;
  std::optional<double> queue_price;
  double probability = 0;
  bool drawn = false;
};
BOOST_DESCRIBE_STRUCT(Explained, (),
                      (offer, name, gate, gain, gain_low, gain_high, sure, cost, queue_price,
                       probability, drawn))
struct Followed {
  EventId event;
  Instant ts;
  bool sale = false;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(Followed, (), (event, ts, sale, margin))
struct Explanation : sql::Listed {
  std::optional<CustomerId> customer;
  bool learns = false;
  double draw = 0;     // the uniform number
  double nothing = 1;  // the probability of nothing
  std::optional<Instant> valid_until;
  bool repeatable = false;  // made again from the log and its version it comes out the same
  std::vector<Explained> offers;
  std::vector<Followed> outcomes;
};
BOOST_DESCRIBE_STRUCT(Explanation, (sql::Listed),
                      (customer, learns, draw, nothing, valid_until, repeatable, offers, outcomes))
Result<Explanation> explain(store::Snapshot& snapshot, DecisionId id);

enum class By : std::uint8_t { offer, segment, cell };
BOOST_DESCRIBE_ENUM(By, offer, segment, cell)

// What an offer brought in a cell, beside those to whom it would have been made and who were held
// out. Of few only the range is told.
struct Measured {
  std::optional<SegmentId> segment;
  std::optional<bool> buyer;
  std::optional<channels::Phase> phase;
  OfferId offer;
  std::string name;
  std::int64_t decisions = 0;
  std::int64_t shown = 0;
  std::int64_t accepted = 0;
  std::int64_t buyers = 0;
  double margin = 0;
  std::int64_t held_out = 0;
  std::int64_t held_out_buyers = 0;
  double held_out_margin = 0;
  std::optional<double> added;  // margin of one decision, more than without it
  std::optional<double> added_low;
  std::optional<double> added_high;
  // Which part of the margin that came after it would have come without it: 1 where it only takes
  // over what was bought anyway, more where it harms.
  std::optional<double> taken_over;
  std::optional<double> taken_over_low;
  std::optional<double> taken_over_high;
  double cost = 0;         // of all
  double queue_price = 0;  // of all
  double contact_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Measured, (),
                      (segment, buyer, phase, offer, name, decisions, shown, accepted, buyers,
                       margin, held_out, held_out_buyers, held_out_margin, added, added_low,
                       added_high, taken_over, taken_over_low, taken_over_high, cost, queue_price,
                       contact_minutes))
struct Results {
  Instant from;
  Instant until;
  Currency currency;
  std::vector<Measured> rows;
  Micro hour_cost;              // of somebody who handles contacts, to hold their worth against
  std::vector<TeamHour> teams;  // of offers that people do
  std::vector<sql::Total> not_kept;  // counted only: they allowed nothing to be kept
};
BOOST_DESCRIBE_STRUCT(Results, (), (from, until, currency, rows, hour_cost, teams, not_kept))

struct ResultsQuery {
  By by = By::offer;
  Instant from;
  Instant until;
  std::optional<PlacementId> placement;
};
Results results(store::Snapshot& snapshot, const ResultsQuery& query);
std::vector<TeamHour> agent_hours(store::Snapshot& snapshot, const ResultsQuery& query,
                                  std::span<const sql::Sum> sums);
// Of fewer, given or held out, the estimate itself would only mislead.
inline constexpr std::int64_t kToldFrom = 30;

}  // namespace sluis::decisions
