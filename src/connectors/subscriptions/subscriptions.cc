#include "connectors/subscriptions/subscriptions.h"

#include "connectors/store.h"
#include "connectors/store_subscriptions.h"
#include "kernel/base64.h"
#include "platform/api/refusal.h"
#include "platform/secrets/secrets.h"

namespace sluis::connectors::subscriptions {
namespace {

constexpr std::chrono::hours kBothHold{24};
constexpr std::size_t kSecretBytes = 24;
constexpr std::int64_t kShown = 100;

struct SubscriptionFact {
  SubscriptionId id;
  Standing state = Standing::on;
};
BOOST_DESCRIBE_STRUCT(SubscriptionFact, (), (id, state))

void tell(store::Tx& tx, const access::Actor& actor, std::string_view action,
          const Subscription& after) {
  access::audit(tx, actor,
                {.entity = "webhook",
                 .id = to_string(after.id),
                 .action = action,
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, std::string("connectors.subscription_").append(action),
                 SubscriptionFact{after.id, after.state});
}

// Secrets of subscriptions stand beside those of connections, under ids that are no connection's.
std::string give_secret(store::Tx& tx, const access::Actor& actor, SubscriptionId id) {
  std::string secret = "whsec_" + encoded_base64(secrets::random_bytes(kSecretBytes));
  sql::insert(tx, Secret{.connection = ConnectionId(id.number()),
                         .purpose = Purpose::webhook,
                         .id = actor.ids.next<SecretId>(),
                         .secret = secret,
                         .created = actor.now,
                         .ends = {}});
  return secret;
}

}  // namespace

std::vector<Subscription> subscriptions(store::Snapshot& snapshot) {
  return sql::subscriptions(snapshot);
}

Result<Subscription> subscription(store::Snapshot& snapshot, SubscriptionId id) {
  auto found = sql::subscription(snapshot, id);
  if (!found) return refuse(SubscriptionRefusal::subscription_unknown);
  return *std::move(found);
}

Result<NewSubscription> add(store::Tx& tx, const access::Actor& actor,
                            const SubscriptionDraft& draft) {
  if (draft.facts.empty()) return refuse(SubscriptionRefusal::facts_missing);
  Subscription one{.id = actor.ids.next<SubscriptionId>(),
                   .version = 1,
                   .name = draft.name,
                   .address = {draft.address.text},
                   .facts = draft.facts,
                   .state = Standing::on,
                   .created = actor.now,
                   .changed = actor.now,
                   .delivered = {},
                   .failing_since = {}};
  sql::insert(tx, one);
  std::string secret = give_secret(tx, actor, one.id);
  tell(tx, actor, "added", one);
  return NewSubscription{std::move(one), std::move(secret)};
}

Result<Subscription> change(store::Tx& tx, const access::Actor& actor, SubscriptionId id,
                            std::int64_t version, const SubscriptionChange& change) {
  Subscription after = TRY(subscription(tx, id));
  if (change.name.present) after.name = change.name.value;
  if (change.address.present) after.address = {change.address.value.text};
  if (change.facts.present) after.facts = change.facts.value;
  if (change.paused.present) after.state = change.paused.value ? Standing::paused : Standing::on;
  if (after.facts.empty()) return refuse(SubscriptionRefusal::facts_missing);
  const std::int64_t present = after.version;
  after.version = version + 1;
  after.changed = actor.now;
  after.failing_since.reset();
  after.failures = 0;
  after.not_before = actor.now;
  if (!sql::update(tx, after, version)) {
    return refuse(api::ApiRefusal::version_changed, std::to_string(present));
  }
  tell(tx, actor, "changed", after);
  return after;
}

Result<void> remove(store::Tx& tx, const access::Actor& actor, SubscriptionId id) {
  const Subscription before = TRY(subscription(tx, id));
  sql::remove(tx, id);
  sql::end_secrets(tx, ConnectionId(id.number()), Purpose::webhook, actor.now);
  tell(tx, actor, "removed", before);
  return {};
}

Result<std::string> rotate(store::Tx& tx, const access::Actor& actor, SubscriptionId id) {
  const Subscription of = TRY(subscription(tx, id));
  sql::end_secrets(tx, ConnectionId(id.number()), Purpose::webhook, actor.now + kBothHold);
  std::string secret = give_secret(tx, actor, id);
  tell(tx, actor, "secret_changed", of);
  return secret;
}

Result<void> test(store::Tx& tx, const access::Actor& actor, SubscriptionId id) {
  tell(tx, actor, "tested", TRY(subscription(tx, id)));
  return {};
}

Result<std::vector<Delivery>> deliveries(store::Snapshot& snapshot, SubscriptionId id) {
  TRY_VOID(subscription(snapshot, id));
  return sql::deliveries(snapshot, id, kShown);
}

std::int64_t waiting(store::Snapshot& snapshot, SubscriptionId id) {
  return sql::waiting(snapshot, id);
}

Result<void> send_again(store::Tx& tx, SubscriptionId id, outbox::Position position) {
  TRY_VOID(subscription(tx, id));
  if (!sql::send_again(tx, id, position)) return refuse(SubscriptionRefusal::delivery_unknown);
  tx.announce_facts();
  return {};
}

}  // namespace sluis::connectors::subscriptions
