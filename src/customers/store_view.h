// The analytical SQL of one customer.
#pragma once

#include "customers/export.h"

namespace sluis::customers::sql {

std::optional<Value> value_of(analytics::Snapshot& figures, CustomerId customer);
// Under each of these numbers that was valued.
std::vector<Worth> worth_of(analytics::Snapshot& figures, const std::vector<CustomerId>& numbers);
std::vector<ChannelValue> channel_values(analytics::Snapshot& figures, CustomerId customer);
std::vector<SegmentId> segments_of(analytics::Snapshot& figures, CustomerId customer);
// The times in segments under each of these numbers.
std::vector<Stay> stays_of(analytics::Snapshot& figures, const std::vector<CustomerId>& numbers);
std::vector<Moment> timeline(analytics::Snapshot& figures,
                             const std::vector<IdentityId>& identities, const Span& span);

// When something was seen of each of these identities; nothing of one that only came beside others.
struct Seen {
  IdentityId identity;
  Instant first;
  Instant last;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (identity, first, last))
std::vector<Seen> seen(analytics::Snapshot& figures, const std::vector<IdentityId>& identities);

std::span<const store::Statement* const> view_statements();

}  // namespace sluis::customers::sql
