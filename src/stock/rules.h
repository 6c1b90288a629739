// What is known of stock without asking anybody.
#pragma once

#include "stock/stock.h"

namespace sluis::stock {

// Whether what lies at a location of this kind is usually promised to customers.
bool usually_sells(LocationKind kind);

// What a channel can promise of a level.
std::int64_t free_of(const Level& level, std::int64_t buffer);

// Of pieces against so many expected orders of one piece (Poisson): how many orders are expected to
// find none, E[(N - pieces)+], and how many pieces to be left, E[(pieces - N)+].
double expected_missed(std::int64_t pieces, double expected);
double expected_left(std::int64_t pieces, double expected);

// Of a channel that hears of a change `delay` later: the fewest pieces b that it has to leave for
// the others so that, however few are left, it sells what went elsewhere meanwhile in at most 1 -
// service of such delays, 0 < service < 1. For that more than b pieces must go elsewhere in the
// delay and at least one be sold through the channel, so b is the least with
//   P(N >= 1) P(M > b) <= 1 - service
// where N and M, the pieces sold through it and elsewhere, are Poisson with the mean rate times
// delay (demand during lead time at a service level for each cycle: Silver, Pyke and Thomas, 4th
// ed., 6.7; here what is ordered is news). Never more than Units holds.
std::int64_t buffer_for(double delay_hours, double own_per_hour, double others_per_hour,
                        double service);

// How late a channel hears, in milliseconds: the mean of what was measured and how far beyond it
// measures are, each smoothed as the time of a round trip is (RFC 6298, 2.2 and 2.3; there what
// came sooner counts as well, and then a quick answer would make it later).
struct Delay {
  std::int64_t smoothed_ms = 0;
  std::int64_t deviation_ms = 0;
  std::int64_t longest_ms() const { return smoothed_ms + 4 * deviation_ms; }  // but for few
};
BOOST_DESCRIBE_STRUCT(Delay, (), (smoothed_ms, deviation_ms))
Delay delay_after(const std::optional<Delay>& before, std::int64_t measured_ms);

}  // namespace sluis::stock
