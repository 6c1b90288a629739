// The SQL of subscriptions and of what they are told.
#pragma once

#include <span>

#include "connectors/subscriptions/subscription.h"

namespace sluis::connectors::sql {

using subscriptions::Delivery;
using subscriptions::Subscription;
using subscriptions::SubscriptionId;

std::vector<Subscription> subscriptions(store::Snapshot& snapshot);
std::optional<Subscription> subscription(store::Snapshot& snapshot, SubscriptionId id);
void insert(store::Tx& tx, const Subscription& subscription);
// False when `version` is not the present one.
bool update(store::Tx& tx, const Subscription& subscription, std::int64_t version);
// With all that it was told or is to be told.
void remove(store::Tx& tx, SubscriptionId id);

void insert(store::Tx& tx, const Delivery& delivery);
std::vector<Delivery> deliveries(store::Snapshot& snapshot, SubscriptionId id, std::int64_t limit);
std::int64_t waiting(store::Snapshot& snapshot, SubscriptionId id);
bool send_again(store::Tx& tx, SubscriptionId id, outbox::Position position);
void forget_deliveries(store::Tx& tx, Instant before);

std::vector<SubscriptionId> due(store::Snapshot& snapshot, Instant now);
std::optional<Delivery> next(store::Snapshot& snapshot, SubscriptionId id);
// False when somebody else has it.
bool take(store::Tx& tx, const Subscription& before, Instant busy_until);
// How it goes now; nothing of what people set.
void note(store::Tx& tx, const Subscription& after);
void settle(store::Tx& tx, const Delivery& after);

std::span<const store::Statement* const> subscription_statements();

}  // namespace sluis::connectors::sql
