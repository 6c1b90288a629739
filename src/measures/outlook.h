// Outlook: what was wanted of a period, what came of it so far, and what is to be expected of it as
// a whole if days go on as they lately went.
#pragma once

#include "measures/figures.h"

namespace sluis::measures {

struct Range {
  Micro low;
  Micro high;
};
BOOST_DESCRIBE_STRUCT(Range, (), (low, high))

// Amounts are in the unit of the KPI, as targets are: money, or a number of orders.
struct OutlookRow {
  std::optional<ChannelId> channel;  // nothing: all together
  Slug kpi;                          // revenue, margin, orders
  Micro actual;                      // until the first day that is not over
  std::optional<Micro> expected;     // of the whole period; nothing where too few days were seen
  std::optional<Range> range;   // in which it ends 95 times out of 100 if days go on as lately;
                                // below what came only where days lately took off
  std::optional<Micro> target;  // the part of it that falls in the period
};
BOOST_DESCRIBE_STRUCT(OutlookRow, (), (channel, kpi, actual, expected, range, target))

struct Outlook {
  Date today;  // not over, so it is still to come
  std::int64_t days_left = 0;
  std::vector<OutlookRow> rows;  // all together first, then channels in the order of the worksheet
};
// Of a filter the period, the channel and the segment count. What is to come follows from the last
// eight weeks before today (methods/forecast.h). A target counts when it ends and the period lies
// in it, for as many of its days; no segment has one, and all together have one when all channels
// that sold something have one.
Outlook outlook(analytics::Snapshot& figures, const Filter& filter, Date today, Currency currency,
                const Channels& worksheet);

}  // namespace sluis::measures
