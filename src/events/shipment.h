// The rows that a batch of the log becomes, and the sums that are kept of them. Pure.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "events/breakdown.h"
#include "events/events.h"
#include "platform/zones/zones.h"

namespace sluis::events {

// Names are those of the columns.
struct EventRow {
  EventId event;
  Instant ts;
  Instant received;
  Date day;
  SourceId source;
  IdentityId identity;
  ChannelId channel;
  std::string_view kind;
  std::optional<channels::Phase> phase;
  std::string_view campaign;
  std::string_view product;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;
  std::optional<std::int64_t> duration_s;
  std::string_view order_reference;
  std::string_view part;
  bool counted = true;
  std::string_view props;
};
BOOST_DESCRIBE_STRUCT(EventRow, (),
                      (event, ts, received, day, source, identity, channel, kind, phase, campaign,
                       product, quantity, revenue, cost, currency, duration_s, order_reference,
                       part, counted, props))

// Names are those of the columns.
struct BreakdownRow : Breakdown {
  EventId event;
  Date day;
  ChannelId channel;
  Currency currency;
};
BOOST_DESCRIBE_STRUCT(BreakdownRow, (Breakdown), (event, day, channel, currency))

struct Sums {
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro quantity;
  Micro revenue;
  Micro cost;

  Sums& operator+=(const Sums& other);
  bool operator==(const Sums&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sums, (), (events, orders, quantity, revenue, cost))

struct DailyKey {
  Date day;
  ChannelId channel;
  std::string kind;
  Currency currency;
  auto operator<=>(const DailyKey&) const = default;
};
BOOST_DESCRIBE_STRUCT(DailyKey, (), (day, channel, kind, currency))

struct DailyRow : DailyKey, Sums {};
BOOST_DESCRIBE_STRUCT(DailyRow, (DailyKey, Sums), ())

struct IdentityDayKey {
  IdentityId identity;
  Date day;
  ChannelId channel;
  Currency currency;
  auto operator<=>(const IdentityDayKey&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentityDayKey, (), (identity, day, channel, currency))

// Without moments where something was only taken back.
struct IdentityDayRow : IdentityDayKey, Sums {
  std::optional<Instant> first_ts;
  std::optional<Instant> last_ts;
  std::int64_t shipment = 0;

  IdentityDayRow& operator+=(const IdentityDayRow& other);
};
BOOST_DESCRIBE_STRUCT(IdentityDayRow, (IdentityDayKey, Sums), (first_ts, last_ts, shipment))

// An event that was shipped as counted and counts no longer.
struct WithdrawnRow {
  Date day;
  IdentityId identity;
  ChannelId channel;
  std::string kind;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;
};
BOOST_DESCRIBE_STRUCT(WithdrawnRow, (),
                      (day, identity, channel, kind, quantity, revenue, cost, currency))

class Shipment {
 public:
  Shipment(zones::Calendar& calendar, std::int64_t number) : calendar_(calendar), number_(number) {}

  // The batch must live until the end of the piece.
  void add(const Batch& batch);
  void withdraw(const WithdrawnRow& event);
  // The events were written and may go; what they add up to stays, with one row for every key.
  void end_piece();

  const std::vector<EventRow>& events() const { return events_; }
  const std::vector<BreakdownRow>& breakdowns() const { return breakdowns_; }
  const std::vector<DailyRow>& daily() const { return daily_; }
  const std::vector<IdentityDayRow>& identity_days() const { return identity_days_; }

 private:
  std::string_view shown_props(std::string_view props);
  void add_breakdown(const EventRow& event);
  void add_sums(const EventRow& event);

  zones::Calendar& calendar_;
  const std::int64_t number_;
  std::vector<EventRow> events_;
  std::vector<BreakdownRow> breakdowns_;
  std::deque<std::string> shown_props_;  // of events whose props say more than is shown
  std::vector<DailyRow> daily_;
  std::vector<IdentityDayRow> identity_days_;
};

}  // namespace sluis::events
