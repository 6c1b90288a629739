// The fit of channels as rows of a table or a file, with segments and channels by their codes.
#pragma once

#include "measures/figure_rows.h"
#include "measures/fit.h"
#include "segments/segments.h"

namespace sluis::measures {

struct FitColumns {
  std::string segment;  // empty: everybody
  channels::Phase phase = channels::Phase::awareness;
  std::string channel;
  bool planned = false;
  std::int64_t people = 0;
  std::int64_t customers = 0;
  std::optional<double> share;
  double share_low = 0;
  double share_high = 0;
  std::int64_t bought_here = 0;
  std::optional<double> bought;
  double bought_low = 0;
  double bought_high = 0;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(FitColumns, (),
                      (segment, phase, channel, planned, people, customers, share, share_low,
                       share_high, bought_here, bought, bought_low, bought_high, margin))

struct MisfitColumns {
  std::string segment;
  channels::Phase phase = channels::Phase::awareness;
  std::string channel;
  Mismatch mismatch = Mismatch::unplanned;
  std::int64_t customers = 0;
  Micro money;
  std::optional<Micro> low;
  std::optional<Micro> high;
};
BOOST_DESCRIBE_STRUCT(MisfitColumns, (),
                      (segment, phase, channel, mismatch, customers, money, low, high))

using Segments = std::vector<segments::Segment>;
std::vector<FitColumns> table_of(const std::vector<FitCell>& cells, const Channels& worksheet,
                                 const Segments& segments);
std::vector<MisfitColumns> table_of(const std::vector<Misfit>& misfits, const Channels& worksheet,
                                    const Segments& segments);

}  // namespace sluis::measures
