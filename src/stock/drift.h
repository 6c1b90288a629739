// What the systems through which channels sell believe there is, against what there is. Whoever
// tells them (connectors) pushes in what they were told or said themselves.
#pragma once

#include "access/access.h"
#include "stock/ledger.h"

namespace sluis::stock {

struct Belief {
  VariantId variant;
  std::int64_t teller = 0;  // the id of what tells that system
  ChannelId channel;
  std::optional<LocationId> location;  // only what lies there is told
  std::int64_t units = 0;
  Instant since;
  std::optional<std::int64_t> delay_ms;  // from the change to their knowing it
};
BOOST_DESCRIBE_STRUCT(Belief, (), (variant, teller, channel, location, units, since, delay_ms))

std::optional<Belief> belief(store::Snapshot& snapshot, VariantId variant, std::int64_t teller);
// Takes the place of what was believed before; without a delay the measured one stays. How late
// they heard of a change counts for what their channel leaves for the others (buffers.h); of what
// they did not know at all it does not.
void believe(store::Tx& tx, const Belief& belief);
// They do not sell it any more; without a variant: any of what this one told.
void forget_belief(store::Tx& tx, std::int64_t teller, std::optional<VariantId> variant);

// Pieces of a variant that were ordered through a channel, an hour, over the last week; half a
// piece is added, so that what never sold may.
double sold_per_hour(store::Snapshot& snapshot, VariantId variant, ChannelId channel, Instant now);

// How many of so many expected orders of one piece (Poisson) are expected to come after the first
// `few` and before `many` are gone: the sum of P(N > k) for k from few to many - 1, as
// E[min(N, m)] is that sum from 0 to m - 1. Ross, Introduction to Probability Models, 2.4.
double expected_between(std::int64_t few, std::int64_t many, double expected);

struct Drift {
  VariantId variant;
  catalog::Sku sku;
  catalog::Name name;
  ChannelId channel;
  std::int64_t believed = 0;
  std::int64_t free = 0;  // what can be promised through the channel
  Instant since;          // when they were told
  // What a day like the last seven costs, at the price of the channel: pieces sold that are not
  // there, or there and not sold. Nothing where there is no price.
  std::optional<Money> cost;
};
BOOST_DESCRIBE_STRUCT(Drift, (), (variant, sku, name, channel, believed, free, since, cost))
// Where what is believed is not so: the costliest first.
std::vector<Drift> drift(store::Snapshot& snapshot, Currency currency, Instant now);

}  // namespace sluis::stock
