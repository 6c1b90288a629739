// What follows from figures alone. Pure.
#pragma once

#include <optional>

#include "measures/figures.h"

namespace sluis::measures {

// The value of a KPI, by its code in `kpis`; nothing when it has none, such as a mean of no orders.
struct Value {
  std::string_view kpi;
  std::optional<std::string> value;
};
// Those that follow from figures, in the order in which a strip shows them.
std::vector<Value> values_of(const Figures& figures);
// Whether a KPI says something only where the cost of channels is known.
bool needs_cost(std::string_view kpi);

// As long, directly before.
Filter period_before(const Filter& filter);
// The same days a year earlier; the 29th of February is the 28th.
Filter year_before(const Filter& filter);

// The first day of the day, week (Monday) or month in which a day lies, and the first of the next.
Date start_of(Date day, Every every);
Date next_start(Date start, Every every);

// What the channels of a worksheet cost in a period, rounded once.
// Nothing when that does not fit.
std::optional<Micro> cost_of(const Channels& worksheet, std::optional<ChannelId> channel,
                             Currency currency, channels::Period period);

// Only a filter on the channel leaves a whole channel, which bears its whole cost.
bool bears_cost(const Filter& filter);

}  // namespace sluis::measures
