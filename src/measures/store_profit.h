// What profit and loss asks of the analytical tables.
#pragma once

#include "measures/profit.h"

namespace sluis::measures::sql {

// Of one part of a cut and one channel.
struct CutSums : Sales {
  std::string key;
  ChannelId channel;
  std::int64_t seconds = 0;  // that contacts took
};
BOOST_DESCRIBE_STRUCT(CutSums, (Sales), (key, channel, seconds))
std::vector<CutSums> by_cut(analytics::Snapshot& figures, const ProfitFilter& filter, Cut cut,
                            Currency currency);

struct ChannelSeconds {
  ChannelId channel;
  std::int64_t seconds = 0;
};
BOOST_DESCRIBE_STRUCT(ChannelSeconds, (), (channel, seconds))
// Of all contacts of a period.
std::vector<ChannelSeconds> seconds_with_customers(analytics::Snapshot& figures, Date from, Date to,
                                                   Currency currency);

struct OrderSums : Sales {
  std::string sale;
  ChannelId channel;
  Instant ts;
  EventId event;
  Date day;
};
BOOST_DESCRIBE_STRUCT(OrderSums, (Sales), (sale, channel, ts, event, day))
std::vector<OrderSums> by_order(analytics::Snapshot& figures, const ProfitFilter& filter,
                                Currency currency, Place after, std::int64_t limit);

// Since when a cost of a channel is told as it is made.
struct Told {
  ChannelId channel;
  Currency currency;
  channels::CostKind kind = channels::CostKind::fees;
  Date since;
};
BOOST_DESCRIBE_STRUCT(Told, (), (channel, currency, kind, since))
std::vector<Told> told(analytics::Snapshot& figures);

std::span<const store::Statement* const> profit_statements();

}  // namespace sluis::measures::sql
