// What the fit of channels asks of the analytical tables.
#pragma once

#include "measures/fit.h"

namespace sluis::measures::sql {

// Of one segment, or of everybody (0), in a phase; on one channel, or on any (0).
struct Presence {
  SegmentId segment;
  ChannelId channel;
  channels::Phase phase = channels::Phase::awareness;
  std::int64_t customers = 0;
  std::int64_t bought = 0;
  std::int64_t bought_here = 0;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(Presence, (),
                      (segment, channel, phase, customers, bought, bought_here, margin))
// Of a filter only the period counts.
std::vector<Presence> presences(analytics::Snapshot& figures, const Filter& filter,
                                std::int64_t within_days, Currency currency);

std::vector<FitCustomer> present(analytics::Snapshot& figures, const Filter& filter,
                                 std::int64_t within_days, Currency currency, const FitPlace& place,
                                 CustomerId after, std::int64_t limit);

std::span<const store::Statement* const> fit_statements();

}  // namespace sluis::measures::sql
