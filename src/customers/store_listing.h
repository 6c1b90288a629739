// The analytical SQL of the list of customers.
#pragma once

#include "customers/listing.h"
#include "platform/analytics/session.h"

namespace sluis::customers::sql {

struct ProfileRow {
  CustomerId customer;
  Instant first_seen;
  Instant last_seen;
  ChannelId last_channel;
  std::int64_t channels = 0;
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro net_revenue;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(ProfileRow, (),
                      (customer, first_seen, last_seen, last_channel, channels, events, orders,
                       net_revenue, margin))

// `found`: the only ones that the search found, if there is one. One more than the page has, if
// there are so many.
using Found = std::optional<std::vector<CustomerId>>;
std::vector<ProfileRow> list(analytics::Snapshot& figures, const Query& query, const Found& found);
std::int64_t count(analytics::Snapshot& figures, const Filter& filter, const Found& found);

struct ChannelOf {
  CustomerId customer;
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(ChannelOf, (), (customer, channel))
// In the order of customers, then channels.
std::vector<ChannelOf> channels_of(analytics::Snapshot& figures,
                                   const std::vector<CustomerId>& customers);

std::span<const store::Statement* const> listing_statements();
// These, and those of the figures and of one customer.
std::span<const store::Statement* const> analytics_statements();

}  // namespace sluis::customers::sql
