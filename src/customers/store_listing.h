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
  std::int64_t seen_on = 0;  // the bits of these channels
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro net_revenue;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(ProfileRow, (),
                      (customer, first_seen, last_seen, last_channel, channels, seen_on, events,
                       orders, net_revenue, margin))

// Which customers are asked for, besides ranges of their figures.
struct Chosen {
  std::int64_t seen_on = 0;          // has these bits
  std::optional<ChannelId> channel;  // was on one that has no bit
  std::optional<SegmentId> segment;
  std::optional<std::vector<CustomerId>> found;  // is one of these
};
// One more than the page has, if there are so many.
std::vector<ProfileRow> list(analytics::Snapshot& figures, const Query& query,
                             const Chosen& chosen);
std::int64_t count(analytics::Snapshot& figures, const Filter& filter, const Chosen& chosen);

// The bit of a channel in seen_on.
struct Placed {
  ChannelId channel;
  std::int64_t place = 0;

  bool has_bit() const { return place < 63; }
  std::int64_t bit() const { return std::int64_t{1} << place; }
};
BOOST_DESCRIBE_STRUCT(Placed, (), (channel, place))
// In the order of the channels.
std::vector<Placed> places(analytics::Snapshot& figures);

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
