#include "events/store_shipping.h"

#include "events/shipping.h"

namespace sluis::events {
namespace {

using analytics::Snapshot;
using analytics::Tx;
using store::Statement;

constexpr Statement kCursor{
    "events.shipping_cursor",
    "select transaction_id, number from events_cursor where name = 'events.shipping'"};
constexpr Statement kMakeCursor{
    "events.shipping_make_cursor",
    "insert into events_cursor (name, transaction_id, number, received, shipments) "
    "values ('events.shipping', 0, 0, 0, 0) on conflict (name) do nothing"};
constexpr Statement kMoveCursor{
    "events.shipping_move_cursor",
    "update events_cursor set transaction_id = $3, number = $4, received = $5, "
    "shipments = shipments + 1 "
    "where name = 'events.shipping' and transaction_id = $1 and number = $2 returning shipments"};
constexpr Statement kAddEvent{
    "events.shipping_add_event",
    "insert into events_event (event, ts, received, day, source, identity, channel, kind, phase, "
    "campaign, product, quantity, revenue, cost, currency, duration_s, order_reference, part, "
    "counted, props) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
    "$16, $17, $18, $19, $20)"};
constexpr Statement kAddBreakdown{
    "events.shipping_add_breakdown",
    "insert into events_breakdown (vat, channel_fee, payment_fee, transport, handling, country, "
    "event, day, channel, currency) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Statement kAddDaily{
    "events.shipping_add_daily",
    "insert into events_daily_added (day, channel, kind, currency, events, orders, quantity, "
    "revenue, cost) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kTakeDaily{
    "events.shipping_take_daily",
    "insert into events_daily (day, channel, kind, currency, events, orders, quantity, revenue, "
    "cost) select day, channel, kind, currency, events, orders, quantity, revenue, cost "
    "from events_daily_added where true "
    "on conflict (day, channel, kind, currency) do update set "
    "events = events_daily.events + excluded.events, "
    "orders = events_daily.orders + excluded.orders, "
    "quantity = events_daily.quantity + excluded.quantity, "
    "revenue = events_daily.revenue + excluded.revenue, "
    "cost = events_daily.cost + excluded.cost"};
constexpr Statement kDailyTaken{"events.shipping_daily_taken", "delete from events_daily_added"};
constexpr Statement kAddIdentityDay{
    "events.shipping_add_identity_day",
    "insert into events_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost, first_ts, last_ts, shipment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12)"};
constexpr Statement kWithdraw{
    "events.shipping_withdraw",
    "update events_event set counted = false where event = $1 and counted "
    "returning day, identity, channel, kind, quantity, revenue, cost, currency"};
constexpr Statement kChannels{"events.shipping_channels",
                              "select channel, code, name from events_channel order by code"};
constexpr Statement kForgetChannels{"events.shipping_forget_channels",
                                    "delete from events_channel where channel = $1"};
constexpr Statement kAddChannel{
    "events.shipping_add_channel",
    "insert into events_channel (channel, code, name) values ($1, $2, $3) "
    "on conflict (channel) do update set code = excluded.code, name = excluded.name"};
constexpr Statement kForgetEvents{
    "events.shipping_forget",
    "update events_event set identity = $2, props = '{}' where identity = $1"};
constexpr Statement kForgetDays{"events.shipping_forget_days",
                                "update events_identity_day set identity = $2 where identity = $1"};

constexpr Statement kClearEvents{"events.shipping_clear_events", "delete from events_event"};
constexpr Statement kClearBreakdowns{"events.shipping_clear_breakdowns",
                                     "delete from events_breakdown"};
constexpr Statement kClearDaily{"events.shipping_clear_daily", "delete from events_daily"};
constexpr Statement kClearIdentityDays{"events.shipping_clear_identity_days",
                                       "delete from events_identity_day"};
constexpr Statement kClearChannels{"events.shipping_clear_channels", "delete from events_channel"};
constexpr Statement kPutCursor{
    "events.shipping_put_cursor",
    "insert into events_cursor (name, transaction_id, number, received, shipments) "
    "values ('events.shipping', $1, $2, $3, 1) on conflict (name) do update set "
    "transaction_id = excluded.transaction_id, number = excluded.number, "
    "shipments = events_cursor.shipments + 1"};

}  // namespace

outbox::Position shipped_until(Snapshot& snapshot) {
  return snapshot.one<ShippingCursor>(kCursor).value_or(ShippingCursor{}).position();
}

std::optional<std::int64_t> move_cursor(Tx& tx, outbox::Position from, outbox::Position to,
                                        Instant received) {
  if (from == outbox::Position{}) tx.change(kMakeCursor);
  return tx.one<std::int64_t>(kMoveCursor, from.transaction, from.number, to.transaction, to.number,
                              received);
}

void add_events(Tx& tx, const Shipment& shipment) {
  tx.append(kAddEvent, shipment.events());
  tx.append(kAddBreakdown, shipment.breakdowns());
}

void add_sums(Tx& tx, const Shipment& shipment) {
  tx.append(kAddDaily, shipment.daily());
  tx.change(kTakeDaily);
  tx.change(kDailyTaken);
  tx.append(kAddIdentityDay, shipment.identity_days());
}

std::optional<WithdrawnRow> withdraw(Tx& tx, EventId event) {
  return tx.one<WithdrawnRow>(kWithdraw, event);
}

std::vector<ChannelRow> shipped_channels(Snapshot& snapshot) {
  return snapshot.all<ChannelRow>(kChannels);
}

void replace_channels(Tx& tx, const std::vector<ChannelRow>& channels) {
  for (const ChannelRow& before : shipped_channels(tx)) {
    const auto stays = std::ranges::find(channels, before.channel, &ChannelRow::channel);
    if (stays == channels.end()) tx.change(kForgetChannels, before.channel);
  }
  for (const ChannelRow& channel : channels)
    tx.change(kAddChannel, channel.channel, channel.code, channel.name);
}

void clear_shipped(Tx& tx, outbox::Position until, Instant now) {
  for (const Statement* statement :
       {&kClearEvents, &kClearBreakdowns, &kClearDaily, &kClearIdentityDays, &kClearChannels})
    tx.change(*statement);
  if (until != outbox::Position{}) tx.change(kPutCursor, until.transaction, until.number, now);
}

void rekey_shipped(Tx& tx, IdentityId from, IdentityId to) {
  tx.change(kForgetEvents, from, to);
  tx.change(kForgetDays, from, to);
}

std::span<const Statement* const> analytics_statements() {
  static constexpr const Statement* all[] = {
      &kCursor,      &kMakeCursor,      &kMoveCursor, &kAddEvent,          &kAddBreakdown,
      &kAddDaily,    &kTakeDaily,       &kDailyTaken, &kAddIdentityDay,    &kWithdraw,
      &kChannels,    &kForgetChannels,  &kAddChannel, &kForgetEvents,      &kForgetDays,
      &kClearEvents, &kClearBreakdowns, &kClearDaily, &kClearIdentityDays, &kClearChannels,
      &kPutCursor};
  return all;
}

}  // namespace sluis::events
