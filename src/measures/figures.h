// What the channels did: KPIs computed in one place and in one way, so that a figure is the same on
// every screen, in every file and on the command line. What a KPI is called and means stands in
// `kpis`; what happened, in the analytical store.
#pragma once

#include "channels/channels.h"
#include "measures/channel_cost.h"
#include "measures/quantity.h"
#include "measures/refusal.h"
#include "measures/sales.h"

namespace sluis::measures {

// Which events count. Everything that is given must hold.
struct Filter {
  Date from;  // inclusive
  Date to;    // exclusive
  std::optional<ChannelId> channel;
  std::optional<std::string> kind;
  std::optional<std::string> campaign;
  std::optional<std::string> product;
  std::optional<SegmentId> segment;  // what its present members did
};

// Sums over what was filtered, in one currency.
struct Sums {
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro quantity;       // sold; what came back is not subtracted
  Micro gross_revenue;  // of orders and their lines, net of VAT
  Micro refunds;        // refunds, cancellations and adjustments
  Micro goods_cost;     // of what was sold, less what came back
  bool operator==(const Sums&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sums, (), (events, orders, quantity, gross_revenue, refunds, goods_cost))

// The figures of a channel, a day or whatever was summed over.
struct Figures {
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Quantity units;
  Micro gross_revenue;
  Micro refunds;
  Micro net_revenue;
  Micro margin;
  Micro cost;  // of the channels themselves, from the worksheet
  bool operator==(const Figures&) const = default;
};
BOOST_DESCRIBE_STRUCT(Figures, (),
                      (events, orders, units, gross_revenue, refunds, net_revenue, margin, cost))

Figures figures_of(const Sums& sums, Micro cost);

// Rounded to what people pay with, half to the even one. Who goes on counting takes the sums.
Micro shown(Micro amount, Currency currency);

enum class Every : std::uint8_t { day, week, month };
BOOST_DESCRIBE_ENUM(Every, day, week, month)

struct ChannelFigures {
  ChannelId channel;
  Figures figures;
};
struct DatedFigures {
  Date starts;  // of the day, week (Monday) or month; may lie before the period
  Figures figures;
};
struct DatedChannelSums {
  Date starts;
  ChannelId channel;
  Sums sums;
};

// The currency of the figures: the one that is asked for, else the only one there is in the period
// (`there`), else (nothing happened) the company's. Refuses to choose among several.
Result<Currency> currency_of(const std::vector<Currency>& there, std::optional<Currency> asked,
                             Currency company);
// In which money was moved.
std::vector<Currency> currencies(analytics::Snapshot& figures, Date from, Date to);

// Refuses a period without days, and one of more than twenty years.
Result<void> check(const Filter& filter);

// What figures need of the operational store: the worksheet's channels bear the cost.
using Channels = std::vector<channels::Channel>;
struct Setting {
  Currency currency;  // of the company
  Channels worksheet;
};
Setting setting(store::Snapshot& snapshot);
// Without the lines of a kind of cost that a channel tells as it is made, from that day on.
Channels charged(analytics::Snapshot& figures, Channels worksheet);

// With a filter on anything but the channel there is no cost. One that does not fit is refused.
Result<Figures> total(analytics::Snapshot& figures, const Filter& filter, Currency currency,
                      const Channels& worksheet);
// Every channel on which something happened or which cost something; in the order of the worksheet.
Result<std::vector<ChannelFigures>> by_channel(analytics::Snapshot& figures, const Filter& filter,
                                               Currency currency, const Channels& worksheet);
Result<std::vector<DatedFigures>> by_time(analytics::Snapshot& figures, const Filter& filter,
                                          Every every, Currency currency,
                                          const Channels& worksheet);
std::vector<DatedChannelSums> by_time_and_channel(analytics::Snapshot& figures,
                                                  const Filter& filter, Every every,
                                                  Currency currency);

// An event as it counted, newest first; for whoever doubts a figure.
struct Fact {
  EventId event;
  Instant ts;
  Instant received;
  IdentityId identity;
  ChannelId channel;
  std::string kind;
  std::optional<channels::Phase> phase;
  std::string campaign;
  std::string product;
  std::optional<Quantity> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;
  std::optional<std::int64_t> duration_s;
  std::string order_reference;
  std::string part;
  bool counted = true;
  Json props;
};
BOOST_DESCRIBE_STRUCT(Fact, (),
                      (event, ts, received, identity, channel, kind, phase, campaign, product,
                       quantity, revenue, cost, currency, duration_s, order_reference, part,
                       counted, props))
// Where a page of facts ended.
struct Place {
  Instant ts;
  EventId event;
};
BOOST_DESCRIBE_STRUCT(Place, (), (ts, event))
std::vector<Fact> facts(analytics::Snapshot& figures, const Filter& filter,
                        std::optional<Currency> currency, std::optional<Place> after,
                        std::int64_t limit);

// An event as it goes into files: with the code of its channel.
struct ExportedFact {
  EventId event;
  Instant ts;
  Instant received;
  Date day;
  IdentityId identity;
  std::string channel;
  std::string kind;
  std::optional<channels::Phase> phase;
  std::string campaign;
  std::string product;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;
  std::optional<std::int64_t> duration_s;
  std::string order_reference;
  std::string part;
  bool counted = true;
  std::string props;
};
BOOST_DESCRIBE_STRUCT(ExportedFact, (),
                      (event, ts, received, day, identity, channel, kind, phase, campaign, product,
                       quantity, revenue, cost, currency, duration_s, order_reference, part,
                       counted, props))
std::vector<ExportedFact> facts_of_day(analytics::Snapshot& figures, Date day);

// How often somebody went from one channel to another; without `from` it is where they began. Of a
// filter only the period and the segment count.
// How many different identities a channel has seen; of the filter its period and its segment count.
struct Reach {
  ChannelId channel;
  std::int64_t identities = 0;
};
BOOST_DESCRIBE_STRUCT(Reach, (), (channel, identities))
std::vector<Reach> reach(analytics::Snapshot& figures, const Filter& filter);

// When the last batch arrived whose events are in the figures.
std::optional<Instant> as_of(analytics::Snapshot& figures);
// The first and the last day on which anything happened.
struct Span {
  Date first;
  Date last;
};
BOOST_DESCRIBE_STRUCT(Span, (), (first, last))
std::optional<Span> span(analytics::Snapshot& figures);

}  // namespace sluis::measures
