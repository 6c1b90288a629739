#include "journeys/store.h"

namespace sluis::journeys::sql {
namespace {

using analytics::Snapshot;
using store::Statement;

constexpr Statement kUntil{"journeys.shipped_until",
                           "select transaction_id, number, received from feed_shipped_until"};
// As Words::step_of and Words::booking_of have it; $1 the currency.
constexpr Statement kSizes{
    "journeys.sizes",
    "with facts as (select identity, campaign <> '' or product <> '' as marked, "
    "kind in ('order_line', 'order_refunded', 'adjustment') as only_money, currency = $1 and "
    "(kind in ('order_line', 'order_refunded', 'adjustment') or coalesce(revenue, 0) <> 0 "
    "or coalesce(cost, 0) <> 0) as moves from feed_event where counted and identity <> 0) "
    "select identity, sum(case when only_money then 0 else 1 end) as steps, "
    "sum(case when marked and not only_money then 1 else 0 end) as marks, "
    "sum(case when moves then 1 else 0 end) as bookings from facts group by identity"};
constexpr Statement kEvents{
    "journeys.events",
    "select event, ts, identity, channel, kind, campaign, product, revenue, cost, currency "
    "from feed_event where counted and identity <> 0"};
constexpr Statement kEvent{
    "journeys.event",
    "select event, ts, identity, channel, kind, campaign, product, revenue, cost, currency "
    "from feed_event where event = $1"};
constexpr Statement kMembers{
    "journeys.members",
    "select customer from feed_segment_member where segment = $1 and to_day is null"};

struct SizeRow {
  IdentityId identity;
  std::uint32_t steps = 0;
  std::uint32_t marks = 0;
  std::uint32_t bookings = 0;
};
BOOST_DESCRIBE_STRUCT(SizeRow, (), (identity, steps, marks, bookings))

struct EventRow {
  EventId event;
  Instant ts;
  IdentityId identity;
  ChannelId channel;
  std::string kind;
  std::string campaign;
  std::string product;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;
};
BOOST_DESCRIBE_STRUCT(EventRow, (),
                      (event, ts, identity, channel, kind, campaign, product, revenue, cost,
                       currency))

Happened happened(const EventRow& row) {
  return {.event = row.event,
          .ts = row.ts,
          .identity = row.identity,
          .channel = row.channel,
          .kind = row.kind,
          .campaign = row.campaign,
          .product = row.product,
          .revenue = row.revenue,
          .cost = row.cost,
          .currency = row.currency};
}

}  // namespace

std::optional<Until> shipped_until(Snapshot& figures) {
  return figures.one<Until>(kUntil);
}

void each_size(Snapshot& figures, Currency currency,
               const std::function<void(IdentityId, const Sizes&)>& take) {
  figures.each<SizeRow>(
      kSizes, [&](const SizeRow& row) { take(row.identity, {row.steps, row.marks, row.bookings}); },
      currency);
}

void each_event(Snapshot& figures, const std::function<void(const Happened&)>& take) {
  figures.each<EventRow>(kEvents, [&](const EventRow& row) { take(happened(row)); });
}

std::optional<Happened> event(Snapshot& figures, EventId id, Texts& room) {
  const auto row = figures.one<EventRow>(kEvent, id);
  if (!row) return std::nullopt;
  room = {row->kind, row->campaign, row->product};
  Happened event = happened(*row);
  event.kind = room.kind;
  event.campaign = room.campaign;
  event.product = room.product;
  return event;
}

std::vector<CustomerId> members(Snapshot& figures, SegmentId segment) {
  return figures.all<CustomerId>(kMembers, segment);
}

std::span<const Statement* const> statements() {
  static constexpr const Statement* all[] = {&kUntil, &kSizes, &kEvents, &kEvent, &kMembers};
  return all;
}

}  // namespace sluis::journeys::sql
