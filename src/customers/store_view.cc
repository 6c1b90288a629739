#include "customers/store_view.h"

#include <limits>

#include "platform/analytics/session.h"

namespace sluis::customers::sql {
namespace {

using analytics::Snapshot;
using store::Statement;

constexpr Statement kValueOf{
    "customers.value_of",
    "select first_seen, last_seen, events, orders, net_revenue, margin from customers_profile "
    "where customer = $1"};
constexpr Statement kChannelValues{
    "customers.channel_values",
    "select first_seen, last_seen, events, orders, net_revenue, margin, channel "
    "from customers_channel where customer = $1 order by last_seen desc, channel"};
constexpr Statement kSegmentsOf{
    "customers.segments_of",
    "select segment from feed_segment_member where customer = $1 and to_day is null "
    "order by segment"};
// $1 the identities; $2 the channel, or 0; $3 the kind, or empty; before ($4, $5); $6 how many.
constexpr Statement kTimeline{
    "customers.timeline",
    "select event, ts, identity, channel, kind, phase, campaign, product, quantity, revenue, cost, "
    "currency, duration_s, order_reference, part, counted, props from feed_event "
    "where identity in (select cast(line as bigint) "
    "from (select unnest(string_to_array(cast($1 as text), ',')) as line) as lines) "
    "and (cast($2 as bigint) = 0 or channel = $2) and (cast($3 as text) = '' or kind = $3) "
    "and ts <= $4 and (ts < $4 or event < $5) order by ts desc, event desc limit $6"};
// $1 the identities.
constexpr Statement kSeen{
    "customers.seen",
    "select identity, min(ts) as first, max(ts) as last from feed_event "
    "where identity in (select cast(line as bigint) "
    "from (select unnest(string_to_array(cast($1 as text), ',')) as line) as lines) "
    "group by identity"};
// $1 the customers.
constexpr Statement kWorthOf{
    "customers.worth_of",
    "select recency, frequency, monetary, alive, orders, orders_low, orders_high, clv, clv_low, "
    "clv_high, fit from feed_customer_value where customer in (select cast(line as bigint) "
    "from (select unnest(string_to_array(cast($1 as text), ',')) as line) as lines) "
    "order by customer"};
constexpr Statement kStaysOf{
    "customers.stays_of",
    "select segment, customer, from_day, to_day, since from feed_segment_member "
    "where customer in (select cast(line as bigint) "
    "from (select unnest(string_to_array(cast($1 as text), ',')) as line) as lines) "
    "order by segment, from_day, customer"};

// For $1 of the statements above.
template <class T>
std::string in_a_line(const std::vector<T>& ids) {
  std::string line;
  for (const T id : ids)
    line += (line.empty() ? "" : ",") + std::to_string(id.number());
  return line;
}

}  // namespace

std::optional<Value> value_of(Snapshot& figures, CustomerId customer) {
  return figures.one<Value>(kValueOf, customer);
}

std::vector<Worth> worth_of(Snapshot& figures, const std::vector<CustomerId>& numbers) {
  return figures.all<Worth>(kWorthOf, in_a_line(numbers));
}

std::vector<ChannelValue> channel_values(Snapshot& figures, CustomerId customer) {
  return figures.all<ChannelValue>(kChannelValues, customer);
}

std::vector<SegmentId> segments_of(Snapshot& figures, CustomerId customer) {
  return figures.all<SegmentId>(kSegmentsOf, customer);
}

std::vector<Stay> stays_of(Snapshot& figures, const std::vector<CustomerId>& numbers) {
  return figures.all<Stay>(kStaysOf, in_a_line(numbers));
}

std::vector<Moment> timeline(Snapshot& figures, const std::vector<IdentityId>& identities,
                             const Span& span) {
  constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
  const Passed after = span.after.value_or(Passed{Instant(kLast), EventId(kLast)});
  return figures.all<Moment>(kTimeline, in_a_line(identities), span.channel.value_or(ChannelId{}),
                             span.kind, after.ts, after.event, span.limit + 1);
}

std::vector<Seen> seen(Snapshot& figures, const std::vector<IdentityId>& identities) {
  return figures.all<Seen>(kSeen, in_a_line(identities));
}

std::span<const Statement* const> view_statements() {
  static constexpr const Statement* all[] = {&kValueOf, &kWorthOf,  &kChannelValues, &kSegmentsOf,
                                             &kStaysOf, &kTimeline, &kSeen};
  return all;
}

}  // namespace sluis::customers::sql
