// What is asked of the analytical tables.
#pragma once

#include "measures/breakdown.h"
#include "measures/figures.h"

namespace sluis::measures::sql {

struct ChannelSums : Sums {
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(ChannelSums, (Sums), (channel))

struct DatedSums : Sums {
  Date starts;
};
BOOST_DESCRIBE_STRUCT(DatedSums, (Sums), (starts))

struct DatedChannelSumsRow : Sums {
  Date starts;
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(DatedChannelSumsRow, (Sums), (starts, channel))

struct PartSums : Sums {
  std::string part;
};
BOOST_DESCRIBE_STRUCT(PartSums, (Sums), (part))

Sums total(analytics::Snapshot& figures, const Filter& filter, Currency currency);
std::vector<ChannelSums> by_channel(analytics::Snapshot& figures, const Filter& filter,
                                    Currency currency);
std::vector<DatedSums> by_time(analytics::Snapshot& figures, const Filter& filter, Every every,
                               Currency currency);
std::vector<DatedChannelSumsRow> by_time_and_channel(analytics::Snapshot& figures,
                                                     const Filter& filter, Every every,
                                                     Currency currency);
std::vector<PartSums> by_part(analytics::Snapshot& figures, const Filter& filter, Dimension by,
                              Currency currency, std::int64_t most);
std::vector<Currency> currencies(analytics::Snapshot& figures, Date from, Date to);
std::vector<Fact> facts(analytics::Snapshot& figures, const Filter& filter,
                        std::optional<Currency> currency, std::optional<Place> after,
                        std::int64_t limit);
std::vector<ExportedFact> facts_of_day(analytics::Snapshot& figures, Date day);
std::vector<ExportedFact> facts_to_export(analytics::Snapshot& figures, const Filter& filter,
                                          std::optional<Currency> currency, std::int64_t most);
std::vector<ProductSales> product_sales(analytics::Snapshot& figures, Date from, Date to,
                                        Currency currency);
std::vector<Reach> reach(analytics::Snapshot& figures, const Filter& filter);
std::vector<ViewColumn> views(analytics::Snapshot& figures);
std::optional<Instant> received(analytics::Snapshot& figures);
std::optional<Span> span(analytics::Snapshot& figures);

std::span<const store::Statement* const> figure_statements();
// Of the whole room.
std::span<const store::Statement* const> statements();

}  // namespace sluis::measures::sql
