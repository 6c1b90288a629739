// Shipping: what stands in the log goes to the analytical store in batches, with its roll-ups and
// the cursor in one transaction, so that killed at any moment nothing is lost or counted twice.
//
// It fills the tables of analytics/0001_events.sql, which others read as feed_event, feed_daily
// (day x channel x kind x currency), feed_identity_day (identity x day x channel; sum its rows),
// feed_channel and feed_shipped.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "kernel/ids.h"
#include "kernel/result.h"
#include "kernel/time.h"
#include "platform/outbox/outbox.h"

namespace sluis::store {
class Snapshot;
class Store;
}  // namespace sluis::store

namespace sluis::analytics {
class Store;
class Tx;
}  // namespace sluis::analytics

namespace sluis::events {

// The steps of a shipment, in their order: where a test may end the process.
enum class ShippingStep : std::uint8_t { read, cursor_moved, events_added, sums_added, kept };
using ShippingHook = std::function<void(ShippingStep)>;

// Until where the log was acknowledged to senders. On PostgreSQL the last of it can be read
// (last_position) once the transactions that began before it have ended.
outbox::Position acknowledged_position(store::Snapshot& snapshot);

// Ships all that was acknowledged until now and returns how many events that were; what an older
// transaction still holds back after ten seconds is left. Safe beside others that do the same: one
// of them moves the cursor, the others find it moved.
Result<std::int64_t> ship_all(store::Store& store, analytics::Store& analytics,
                              const std::stop_token& stop = {}, const ShippingHook& hook = {});

// Until where the log has been shipped.
Result<outbox::Position> shipped_position(analytics::Store& analytics);

// Removes all that was shipped of a log that was cleared up to and including `until`.
Result<void> clear_shipped(analytics::Store& analytics, outbox::Position until, Instant now);

// What is kept of what was shipped, by other rooms: called after each shipment and after facts, and
// now and then without. One that takes long is called less often, so that shipping goes on.
using Follower = std::function<Result<void>()>;

// Ships while the program serves: at least every second, and at once when much is waiting.
class Shipper {
 public:
  // `report` is told why a shipment or a follower failed; it is tried again.
  Shipper(store::Store& store, analytics::Store& analytics, std::vector<Follower> followers,
          std::function<void(const Refusal&)> report);
  ~Shipper();

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

// Hangs what happened on another identity, without what the sender added, for `forget`.
void rekey_shipped(analytics::Tx& tx, IdentityId from, IdentityId to);

}  // namespace sluis::events
