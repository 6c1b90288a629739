// What stands beside profit and loss: how often contacts lead to orders, how much hangs on one
// channel, and what randomised tests found. Each with how many it is about and how sure it is.
#pragma once

#include "measures/profit.h"
#include "methods/trial.h"

namespace sluis::measures {

// ---- Hit rate

// A contact is qualified when it was closed, was a visit to a customer or a quote, and it is known
// with whom. It is a hit when that customer orders on any channel within so many days and before
// the next qualified contact.
struct HitRate {
  ChannelId channel;
  std::optional<channels::Phase> phase;
  std::string segment;  // its id; empty where not asked
  std::int64_t contacts = 0;
  std::int64_t hits = 0;
  std::optional<double> rate;  // only of thirty contacts or more
  double low = 0;
  double high = 0;
};
BOOST_DESCRIBE_STRUCT(HitRate, (), (channel, phase, segment, contacts, hits, rate, low, high))
std::vector<HitRate> hit_rates(analytics::Snapshot& figures, const Filter& filter,
                               std::int64_t within_days, bool by_segment);
// All together, and the phases of each channel together.
HitRate together(const std::vector<HitRate>& rates);
std::vector<HitRate> over_phases(const std::vector<HitRate>& rates);

// ---- Dependence

// Of one channel: its share of what is sold, who of its customers buys nowhere else, and what would
// likely be bought elsewhere if it stopped, by what they do now. Not an effect that was measured.
struct Dependence {
  ChannelId channel;
  Micro net_revenue;
  Micro contribution;
  double share = 0;  // of the net revenue of all channels
  std::int64_t customers = 0;
  std::int64_t only_here = 0;
  // Of the contribution. Low: each customer buys elsewhere the share of it that they buy elsewhere
  // now; high: whoever buys elsewhere at all buys all of it there.
  std::optional<Micro> moves_low;
  std::optional<Micro> moves_high;
};
BOOST_DESCRIBE_STRUCT(Dependence, (),
                      (channel, net_revenue, contribution, share, customers, only_here, moves_low,
                       moves_high))
struct Concentration {
  double herfindahl = 0;  // the sum of the squares of the shares: 1 is one channel
  std::optional<ChannelId> largest;
  double largest_share = 0;
  std::vector<Dependence> channels;  // the largest first
};
Result<Concentration> concentration(analytics::Snapshot& figures, const Filter& filter,
                                    Currency currency, const Channels& worksheet);

// ---- Tests

// What one arm of a test did more than the one that was left alone, per customer: from the first
// time that somebody was in the test, for so many days.
struct Lift {
  std::string arm;
  std::string control;
  std::int64_t customers = 0;
  std::int64_t control_customers = 0;
  methods::Estimate orders;
  methods::Estimate net_revenue;  // in units of the currency
  methods::Estimate margin;
};
struct Trial {
  std::string experiment;
  std::optional<ChannelId> channel;  // on which people were in it, where that is one
  std::vector<Lift> lifts;           // none: no arm was left alone, or its probability changed
};
std::vector<Trial> trials(analytics::Snapshot& figures, const Filter& filter, Currency currency,
                          std::int64_t within_days);

}  // namespace sluis::measures
