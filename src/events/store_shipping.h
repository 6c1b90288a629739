// The analytical tables of events, and how far they are.
#pragma once

#include "events/shipment.h"
#include "platform/analytics/session.h"

namespace sluis::events {

struct ShippingCursor {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;

  outbox::Position position() const { return {transaction_id, number}; }
};
BOOST_DESCRIBE_STRUCT(ShippingCursor, (), (transaction_id, number))

struct ChannelRow {
  ChannelId channel;
  std::string code;
  std::string name;
  bool operator==(const ChannelRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChannelRow, (), (channel, code, name))

// Nothing was shipped yet: the start of the log.
outbox::Position shipped_until(analytics::Snapshot& snapshot);
// The number of the shipment; nothing when the cursor no longer stands where `from` says: someone
// else has shipped.
std::optional<std::int64_t> move_cursor(analytics::Tx& tx, outbox::Position from,
                                        outbox::Position to, Instant received);

void add_events(analytics::Tx& tx, const Shipment& shipment);
void add_sums(analytics::Tx& tx, const Shipment& shipment);
// What is on its way from before `until` is not taken any more.
void clear_shipped(analytics::Tx& tx, outbox::Position until, Instant now);
// The event as it was, if it was shipped and still counted.
std::optional<WithdrawnRow> withdraw(analytics::Tx& tx, EventId event);
void replace_channels(analytics::Tx& tx, const std::vector<ChannelRow>& channels);
std::vector<ChannelRow> shipped_channels(analytics::Snapshot& snapshot);

std::span<const store::Statement* const> analytics_statements();

}  // namespace sluis::events
