// What can be done with subscriptions, and how facts get to them: in their order, one at a time,
// until they arrive.
#pragma once

#include "connectors/subscriptions/subscription.h"
#include "platform/client/outgoing.h"
#include "platform/outbox/driver.h"

namespace sluis::connectors::subscriptions {

enum class SubscriptionRefusal : std::uint8_t {
  subscription_unknown,
  delivery_unknown,
  facts_missing,
  not_accepted,
};
BOOST_DESCRIBE_ENUM(SubscriptionRefusal, subscription_unknown, delivery_unknown, facts_missing,
                    not_accepted)
const RefusalKind& kind_of(SubscriptionRefusal refusal);

struct SubscriptionDraft {
  Line<1, 120> name;
  Url address;
  std::vector<PublicFact> facts;
};
BOOST_DESCRIBE_STRUCT(SubscriptionDraft, (), (name, address, facts))
struct SubscriptionChange {
  Patch<Line<1, 120>> name;
  Patch<Url> address;
  Patch<std::vector<PublicFact>> facts;
  Patch<bool> paused;
};
BOOST_DESCRIBE_STRUCT(SubscriptionChange, (), (name, address, facts, paused))

struct NewSubscription {
  Subscription subscription;
  std::string secret;  // shown this once
};

std::vector<Subscription> subscriptions(store::Snapshot& snapshot);
Result<Subscription> subscription(store::Snapshot& snapshot, SubscriptionId id);
Result<NewSubscription> add(store::Tx& tx, const access::Actor& actor,
                            const SubscriptionDraft& draft);
Result<Subscription> change(store::Tx& tx, const access::Actor& actor, SubscriptionId id,
                            std::int64_t version, const SubscriptionChange& change);
Result<void> remove(store::Tx& tx, const access::Actor& actor, SubscriptionId id);
// The present secret holds for a day more: what is sent meanwhile has two signatures.
Result<std::string> rotate(store::Tx& tx, const access::Actor& actor, SubscriptionId id);
// Something to see whether it arrives.
Result<void> test(store::Tx& tx, const access::Actor& actor, SubscriptionId id);

// The newest first.
Result<std::vector<Delivery>> deliveries(store::Snapshot& snapshot, SubscriptionId id);
std::int64_t waiting(store::Snapshot& snapshot, SubscriptionId id);
Result<void> send_again(store::Tx& tx, SubscriptionId id, outbox::Position position);

// ---- On their way

// Writes down for each subscription what it is to be told.
outbox::Consumer overhearing();

struct Sent {
  Subscription to;
  Delivery delivery;
  client::OutgoingRequest request;
  Instant began;
};
std::vector<SubscriptionId> due(store::Snapshot& snapshot, Instant now);
std::optional<Sent> claim(store::Tx& tx, SubscriptionId id, Instant now);
void record(store::Tx& tx, const Sent& sent, const Result<client::OutgoingAnswer>& answer,
            Instant now);

}  // namespace sluis::connectors::subscriptions
