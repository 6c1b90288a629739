// What hit rates, dependence and tests ask of the analytical tables.
#pragma once

#include "measures/evidence.h"

namespace sluis::measures::sql {

struct Contacts {
  std::string segment;
  ChannelId channel;
  std::optional<channels::Phase> phase;
  std::int64_t contacts = 0;
  std::int64_t hits = 0;
};
BOOST_DESCRIBE_STRUCT(Contacts, (), (segment, channel, phase, contacts, hits))
std::vector<Contacts> contacts(analytics::Snapshot& figures, const Filter& filter,
                               std::int64_t within_days, bool by_segment);

// Customers of a channel, in millionths of the currency.
struct Buyers {
  ChannelId channel;
  std::int64_t customers = 0;
  std::int64_t only_here = 0;
  double revenue = 0;
  double of_several = 0;  // from those who also buy elsewhere
  double likely = 0;      // each by the share that they buy elsewhere
};
BOOST_DESCRIBE_STRUCT(Buyers, (), (channel, customers, only_here, revenue, of_several, likely))
std::vector<Buyers> buyers(analytics::Snapshot& figures, const Filter& filter, Currency currency);

// An arm of a test: sums over customers, and of their squares.
struct ArmSums {
  std::string experiment;
  std::string arm;
  std::int64_t probabilities = 0;  // how many different ones
  std::int64_t channels = 0;
  ChannelId channel;
  std::int64_t customers = 0;
  double orders = 0;
  double orders_squared = 0;
  double revenue = 0;
  double revenue_squared = 0;
  double margin = 0;
  double margin_squared = 0;
};
BOOST_DESCRIBE_STRUCT(ArmSums, (),
                      (experiment, arm, probabilities, channels, channel, customers, orders,
                       orders_squared, revenue, revenue_squared, margin, margin_squared))
std::vector<ArmSums> arms(analytics::Snapshot& figures, const Filter& filter, Currency currency,
                          std::int64_t within_days);

std::span<const store::Statement* const> evidence_statements();

}  // namespace sluis::measures::sql
