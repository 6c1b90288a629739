// Fit: whether the right channels serve the right customers. Where the customers of a segment are
// in each phase, who of them buys and who does not, beside what the worksheet plans; and where the
// two differ, by what that is about in money. All of it is what was seen; none of it says what a
// change would bring.
#pragma once

#include "measures/figures.h"

namespace sluis::measures {

// A part of n; of fewer than thirty only its range.
struct PartOf {
  std::int64_t n = 0;
  std::optional<double> value;
  double low = 0;
  double high = 1;
};
BOOST_DESCRIBE_STRUCT(PartOf, (), (n, value, low, high))

// One phase on one channel, of those in a segment.
struct FitCell {
  std::optional<SegmentId> segment;  // everybody where there is none
  channels::Phase phase = channels::Phase::awareness;
  ChannelId channel;
  bool planned = false;          // the worksheet has the channel live for this phase
  std::int64_t people = 0;       // of the segment, seen in this phase on any channel in the period
  std::int64_t customers = 0;    // of these, seen here
  PartOf share;                  // of the people
  std::int64_t bought_here = 0;  // ordered on this channel, as below
  PartOf bought;  // of the customers: ordered on any channel, from the first time that they were
                  // here in the period until so many days after it
  Micro margin;   // on these orders, net of VAT and of the cost of goods
};
BOOST_DESCRIBE_STRUCT(FitCell, (),
                      (segment, phase, channel, planned, people, customers, share, bought_here,
                       bought, margin))

enum class Mismatch : std::uint8_t {
  unplanned,  // customers are here, and the worksheet does not have the channel for this phase
  unused,     // the worksheet has it, and hardly anybody of those in this phase is here
  dropping,   // before buying: who is here buys less often than who is in this phase elsewhere
};
BOOST_DESCRIBE_ENUM(Mismatch, unplanned, unused, dropping)

// What a mismatch is about, in money. Cells overlap, so these are not to be added up.
// - unplanned: the margin on what those who are here order, as in the cell.
// - unused: what the channel costs in the period beside its orders, divided evenly over the phases
//   that are planned for it, for the part of everybody in this phase who are in the segment.
// - dropping: the difference to the other channels, in buyers, times the margin on what a buyer of
//   this segment and phase orders; with its range.
struct Misfit {
  std::optional<SegmentId> segment;
  channels::Phase phase = channels::Phase::awareness;
  ChannelId channel;
  Mismatch mismatch = Mismatch::unplanned;
  std::int64_t customers = 0;
  Micro money;
  std::optional<Micro> low;
  std::optional<Micro> high;
};
BOOST_DESCRIBE_STRUCT(Misfit, (), (segment, phase, channel, mismatch, customers, money, low, high))

struct Fit {
  std::vector<FitCell> cells;   // by segment, channel and phase; everybody first
  std::vector<Misfit> misfits;  // what is about most money first
};
// Of a filter the period, the channel and the segment count.
Result<Fit> fit(analytics::Snapshot& figures, const Filter& filter, std::int64_t within_days,
                Currency currency, const Channels& worksheet);

// Who is behind a cell.
struct FitCustomer {
  CustomerId customer;
  Instant first;  // seen here in the period
  bool bought = false;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(FitCustomer, (), (customer, first, bought, margin))
struct FitPlace {
  ChannelId channel;
  channels::Phase phase = channels::Phase::awareness;
};
// In the order of their numbers, those behind `after`.
std::vector<FitCustomer> fit_customers(analytics::Snapshot& figures, const Filter& filter,
                                       std::int64_t within_days, Currency currency,
                                       const FitPlace& place, CustomerId after, std::int64_t limit);

}  // namespace sluis::measures
