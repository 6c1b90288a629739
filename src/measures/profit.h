// Profit and loss: from what buyers pay down to what is left of it, level by level, exactly. Sales
// and what they cost come from the log of events, what a channel costs by itself from the
// worksheet, and the time of agents from the contacts that they closed.
#pragma once

#include "measures/figures.h"

namespace sluis::measures {

struct ProfitFilter : Filter {
  std::optional<std::string> country;  // of the buyer
};

// Whether what the worksheet says of channels is in the figures: a filter on anything but the
// channel leaves no whole channel to bear it.
bool bears_worksheet(const ProfitFilter& filter);

enum class Cut : std::uint8_t {
  channel,
  segment,
  campaign,
  country,
  partner,
  product,
  day,
  week,
  month
};
BOOST_DESCRIBE_ENUM(Cut, channel, segment, campaign, country, partner, product, day, week, month)

// What money facts add up to, in one currency and net of VAT.
struct Sales {
  std::int64_t orders = 0;
  Micro quantity;
  Micro sold;
  Micro sold_vat;
  Micro refunded;
  Micro refunded_vat;
  Micro goods_sold;
  Micro goods_back;  // cost of what came back and can be sold again
  Micro channel_fees;
  Micro payment_fees;
  Micro transport;
  Micro handling;      // of what came back
  Micro media;         // told by the channels themselves
  Micro without_cost;  // sold, and nobody told what it had cost
  bool operator==(const Sales&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sales, (),
                      (orders, quantity, sold, sold_vat, refunded, refunded_vat, goods_sold,
                       goods_back, channel_fees, payment_fees, transport, handling, media,
                       without_cost))

// What is borne beside the orders.
struct Burden {
  Micro agents;  // people of a channel, by the time they were with customers
  Micro media;   // by the worksheet
  Micro people;  // of a channel where nobody closes contacts
  Micro fixed;   // whatever else the worksheet has
  bool operator==(const Burden&) const = default;
};
BOOST_DESCRIBE_STRUCT(Burden, (), (agents, media, people, fixed))

// Levels stand behind what they are made of:
//   payable - vat = net_revenue            of sales less refunds
//   net_revenue - goods = gross_margin
//   gross_margin - fees, transport and handling = order_margin
//   order_margin - agents - media = contribution
//   contribution - people - fixed = result
struct ProfitAndLoss {
  std::int64_t orders = 0;
  Quantity units;
  Micro payable;
  Micro vat;
  Micro sales;
  Micro refunds;
  Micro net_revenue;
  Micro goods_sold;
  Micro goods_back;
  Micro gross_margin;
  Micro channel_fees;
  Micro payment_fees;
  Micro transport;
  Micro handling;
  Micro order_margin;
  Micro agents;
  Micro media;
  Micro contribution;
  Micro people;
  Micro fixed;
  Micro result;
  Micro without_cost;
  bool operator==(const ProfitAndLoss&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProfitAndLoss, (),
                      (orders, units, payable, vat, sales, refunds, net_revenue, goods_sold,
                       goods_back, gross_margin, channel_fees, payment_fees, transport, handling,
                       order_margin, agents, media, contribution, people, fixed, result,
                       without_cost))
ProfitAndLoss profit_of(const Sales& sales, const Burden& burden);
ProfitAndLoss operator+(const ProfitAndLoss& a, const ProfitAndLoss& b);

// What an hour of a channel's people with customers cost: by the worksheet in the period, divided
// over the time that contacts took in it.
struct AgentHour {
  ChannelId channel;
  std::int64_t seconds = 0;
  Micro per_hour;
};
BOOST_DESCRIBE_STRUCT(AgentHour, (), (channel, seconds, per_hour))

struct ProfitRow {
  std::string key;  // an id, a name or the first day; empty: of none
  ProfitAndLoss profit;
};

// The rows and `shared`, what none of them bears, add up to the whole, but for segments: somebody
// can be in several, and whoever is in none is in no row.
struct Profit {
  ProfitAndLoss total;
  std::vector<ProfitRow> rows;  // the largest net revenue first; periods in their order
  ProfitAndLoss shared;
  std::vector<AgentHour> hours;
};
Result<Profit> profit(analytics::Snapshot& figures, const ProfitFilter& filter, Cut cut,
                      Currency currency, const Channels& worksheet);

// What an order brought in the period: sold, changed or brought back in it.
struct OrderProfit {
  std::string order;  // its reference, or the event where it has none
  ChannelId channel;
  Instant ts;  // of the last that happened
  EventId event;
  Date day;
  Sales sales;
};
// The latest first.
std::vector<OrderProfit> profit_by_order(analytics::Snapshot& figures, const ProfitFilter& filter,
                                         Currency currency, std::optional<Place> after,
                                         std::int64_t limit);

}  // namespace sluis::measures
