// One customer as a whole: who it is, what it did on every channel, what it may be approached for,
// and event by event what happened.
#pragma once

#include "channels/channels.h"
#include "customers/listing.h"
#include "customers/people.h"

namespace sluis::customers {

// May they be reached: one line for each means and purpose that a rule knows.
struct ConsentLine : consent::Verdict {
  consent::Means means = consent::Means::telephone;
  consent::Purpose purpose = consent::Purpose::marketing;
};
BOOST_DESCRIBE_STRUCT(ConsentLine, (consent::Verdict), (means, purpose))
std::vector<ConsentLine> consent_lines(std::span<const consent::Evidence> evidence, Instant now);

// What a customer did, on one channel or on all.
struct Value {
  Instant first_seen;
  Instant last_seen;
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro net_revenue;
  std::optional<Micro> margin;  // nothing where the reader may not see it
};
BOOST_DESCRIBE_STRUCT(Value, (), (first_seen, last_seen, events, orders, net_revenue, margin))
struct ChannelValue : Value {
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(ChannelValue, (Value), (channel))

// What is expected of them, by the last fit of the models (`value`); empty where no model has an
// answer.
struct Worth {
  std::int64_t recency = 0;  // scores from 1 to 5
  std::int64_t frequency = 0;
  std::int64_t monetary = 0;
  std::optional<double> alive;   // the chance that they will buy again at all
  std::optional<double> orders;  // in a year, with a range of 90 %
  std::optional<double> orders_low;
  std::optional<double> orders_high;
  std::optional<Micro> clv;  // of those, discounted, with its range; nothing where the reader may
                             // see no margins
  std::optional<Micro> clv_low;
  std::optional<Micro> clv_high;
  JobId fit;
};
BOOST_DESCRIBE_STRUCT(Worth, (),
                      (recency, frequency, monetary, alive, orders, orders_low, orders_high, clv,
                       clv_low, clv_high, fit))

struct View {
  CustomerId id;                   // the present one, whichever number was asked for
  std::optional<Profile> profile;  // nothing where the reader may see no names
  std::optional<Value> value;      // nothing when no event was ever seen
  std::optional<Worth> worth;      // nothing where they were not valued
  std::vector<ChannelValue> channels;
  std::vector<ConsentLine> consent;
  std::vector<SegmentId> segments;  // now
  Currency currency;                // of all money in it
};
BOOST_DESCRIBE_STRUCT(View, (), (id, profile, value, worth, channels, consent, segments, currency))
Result<View> view(analytics::Snapshot& figures, store::Snapshot& snapshot, const Sight& sight,
                  CustomerId id, Instant now);

struct Moment {
  EventId event;
  Instant ts;
  IdentityId identity;
  ChannelId channel;
  std::string kind;
  std::optional<channels::Phase> phase;
  std::string campaign;
  std::string product;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;  // nothing where the reader may not see margins
  Currency currency;
  std::optional<std::int64_t> duration_s;
  std::string order_reference;
  std::string part;
  bool counted = true;
  Json props;
};
BOOST_DESCRIBE_STRUCT(Moment, (),
                      (event, ts, identity, channel, kind, phase, campaign, product, quantity,
                       revenue, cost, currency, duration_s, order_reference, part, counted, props))

// Where a page of the timeline ended.
struct Passed {
  Instant ts;
  EventId event;
};
BOOST_DESCRIBE_STRUCT(Passed, (), (ts, event))
struct Span {
  std::optional<ChannelId> channel;
  std::string kind;  // empty: any
  std::optional<Passed> after;
  std::int64_t limit = 50;  // at most kTimelineMax
};
inline constexpr std::int64_t kTimelineMax = 1'000;
// Newest first; one more than the page has, if there are so many.
Result<std::vector<Moment>> timeline(analytics::Snapshot& figures, store::Snapshot& snapshot,
                                     const Sight& sight, CustomerId id, const Span& span);

}  // namespace sluis::customers
