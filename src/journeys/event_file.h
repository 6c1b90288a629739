// A file of events: `customer,ts,channel,type,revenue`, in any order. Moments are seconds since
// 1970, days or moments with their offset.
#pragma once

#include <functional>
#include <string>

#include "methods/journey_index.h"
#include "methods/paths.h"
#include "platform/table/names.h"
#include "platform/table/table_reader.h"

namespace sluis::journeys {

struct Events {
  methods::JourneyIndex index;
  table::Names channels;
  table::Names kinds;
};

// `worth`: the column with what an event is worth; may be absent from the file when it is
// "revenue".
Result<Events> read_events(table::TableReader& reader, const std::string& worth);

bool is_event_file(const table::TableReader& reader);

// The kinds by these names; refused when the events have none of them, telling those that they
// have.
Result<methods::KindSet> kinds_of(const Events& events, const std::vector<std::string>& names);
// All kinds but these.
methods::KindSet other_kinds(const Events& events, const methods::KindSet& kinds);

// How journeys become paths. A path is the touches that came before a conversion, at most the
// window ago and after the conversion before it; the touches after the last one led to nothing.
// What is worth less than nothing is a refund: it is taken off the last conversion of its customer.
struct PathRules {
  methods::KindSet conversions;
  methods::KindSet touches;
  std::uint32_t window_s = 0;
};
struct PathCounts {
  std::int64_t refunds_early = 0;  // before any conversion of their customer: they are left out
};
PathCounts paths_of(const Events& events, const PathRules& rules,
                    const std::function<void(const methods::Paths&)>& take);

}  // namespace sluis::journeys
