// What waits to be told: put there by facts of stock and catalog, looked at and tried again by
// people.
#pragma once

#include "connectors/outgoing/intent.h"
#include "platform/outbox/driver.h"

namespace sluis::connectors::outgoing {

// Puts what changed in the queue of each connection that tells it.
outbox::Consumer noticing();

// Goes through a few variants of a connection and puts in the queue what is not known there. False
// when everything was looked at.
bool sweep(store::Tx& tx, ConnectionId connection, Instant now);
// It begins anew.
void begin_sweep(store::Tx& tx, ConnectionId connection, Instant now);

// Whatever they were told before, they are told everything.
void tell_all(store::Tx& tx, ConnectionId connection, Instant now);

// Changed at a moment: waits for its call, unless it is known already.
void want(store::Tx& tx, const Connection& of, Kind kind, VariantId variant, Instant changed);

// What is so, for a connection: what can be promised, and what it costs where there is a price.
std::int64_t units_of(store::Snapshot& snapshot, const Connection& of, VariantId variant);
std::optional<Micro> price_of(store::Snapshot& snapshot, const Connection& of, VariantId variant,
                              Instant now);

}  // namespace sluis::connectors::outgoing
