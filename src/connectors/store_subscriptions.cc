#include "connectors/store_subscriptions.h"

namespace sluis::connectors::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect =
    "select id, version, name, address, facts, state, created, changed, delivered, failing_since, "
    "failures, not_before, busy_until from connectors_subscriptions";
constexpr std::string_view kByName = " order by name, id";
constexpr std::string_view kById = " where id = $1";
constexpr Statement kSubscriptions{"connectors.subscriptions",
                                   store::Joined<kSelect, kByName>::sql};
constexpr Statement kSubscription{"connectors.subscription", store::Joined<kSelect, kById>::sql};
constexpr Statement kInsertSubscription{
    "connectors.insert_subscription",
    "insert into connectors_subscriptions (id, version, name, address, facts, state, created, "
    "changed, delivered, failing_since, failures, not_before, busy_until) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"};
// $3: the version that is replaced.
constexpr Statement kUpdateSubscription{
    "connectors.update_subscription",
    "update connectors_subscriptions set version = $2, name = $4, address = $5, facts = $6, "
    "state = $7, changed = $8, failing_since = $9, failures = $10, not_before = $11 "
    "where id = $1 and version = $3"};
constexpr Statement kRemoveSubscription{"connectors.remove_subscription",
                                        "delete from connectors_subscriptions where id = $1"};
constexpr Statement kRemoveDeliveries{"connectors.remove_deliveries",
                                      "delete from connectors_deliveries where subscription = $1"};

constexpr Statement kInsertDelivery{
    "connectors.insert_delivery",
    "insert into connectors_deliveries (subscription, transaction_number, number, fact, body, "
    "state, created, attempts, answered, why, message, message_nl) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
constexpr std::string_view kSelectDelivery =
    "select subscription, transaction_number, number, fact, body, state, created, attempts, "
    "answered, why, message, message_nl from connectors_deliveries where subscription = $1";
constexpr std::string_view kNewest = " order by transaction_number desc, number desc limit $2";
constexpr std::string_view kFirstWaiting =
    " and state = 'waiting' order by transaction_number, number limit 1";
constexpr Statement kDeliveries{"connectors.deliveries",
                                store::Joined<kSelectDelivery, kNewest>::sql};
constexpr Statement kNext{"connectors.next_delivery",
                          store::Joined<kSelectDelivery, kFirstWaiting>::sql};
constexpr Statement kWaiting{
    "connectors.deliveries_waiting",
    "select count(*) from connectors_deliveries where subscription = $1 and state = 'waiting'"};
constexpr Statement kSendAgain{
    "connectors.send_again",
    "update connectors_deliveries set state = 'waiting', attempts = 0, why = '', message = '', "
    "message_nl = '' where subscription = $1 and transaction_number = $2 and number = $3 and state "
    "<> 'waiting'"};
constexpr Statement kForgetDeliveries{
    "connectors.forget_deliveries",
    "delete from connectors_deliveries where created < $1 and state <> 'waiting'"};

constexpr Statement kDue{
    "connectors.subscriptions_due",
    "select id from connectors_subscriptions as told where state = 'on' and busy_until <= $1 "
    "and not_before <= $1 and exists (select 1 from connectors_deliveries as wait "
    "where wait.subscription = told.id and wait.state = 'waiting') order by not_before, id"};
constexpr Statement kTake{"connectors.take_subscription",
                          "update connectors_subscriptions set busy_until = $2 where id = $1 "
                          "and busy_until = $3 and state = 'on'"};
constexpr Statement kNote{
    "connectors.note_subscription",
    "update connectors_subscriptions set state = $2, delivered = $3, failing_since = $4, "
    "failures = $5, not_before = $6, busy_until = 0 where id = $1"};
constexpr Statement kSettle{
    "connectors.settle_delivery",
    "update connectors_deliveries set state = $4, attempts = $5, answered = $6, why = $7, "
    "message = $8, message_nl = $9 where subscription = $1 and transaction_number = $2 and number "
    "= $3"};

constexpr const Statement* kStatements[] = {&kSubscriptions,
                                            &kSubscription,
                                            &kInsertSubscription,
                                            &kUpdateSubscription,
                                            &kRemoveSubscription,
                                            &kRemoveDeliveries,
                                            &kInsertDelivery,
                                            &kDeliveries,
                                            &kNext,
                                            &kWaiting,
                                            &kSendAgain,
                                            &kForgetDeliveries,
                                            &kDue,
                                            &kTake,
                                            &kNote,
                                            &kSettle};

}  // namespace

std::vector<Subscription> subscriptions(Snapshot& snapshot) {
  return snapshot.all<Subscription>(kSubscriptions);
}

std::optional<Subscription> subscription(Snapshot& snapshot, SubscriptionId id) {
  return snapshot.one<Subscription>(kSubscription, id);
}

void insert(Tx& tx, const Subscription& subscription) {
  std::apply([&](const auto&... field) { tx.change(kInsertSubscription, field...); },
             tie_fields(subscription));
}

bool update(Tx& tx, const Subscription& after, std::int64_t version) {
  return tx.change(kUpdateSubscription, after.id, after.version, version, after.name, after.address,
                   after.facts, after.state, after.changed, after.failing_since, after.failures,
                   after.not_before) == 1;
}

void remove(Tx& tx, SubscriptionId id) {
  tx.change(kRemoveDeliveries, id);
  tx.change(kRemoveSubscription, id);
}

void insert(Tx& tx, const Delivery& delivery) {
  std::apply([&](const auto&... field) { tx.change(kInsertDelivery, field...); },
             tie_fields(delivery));
}

std::vector<Delivery> deliveries(Snapshot& snapshot, SubscriptionId id, std::int64_t limit) {
  return snapshot.all<Delivery>(kDeliveries, id, limit);
}

std::int64_t waiting(Snapshot& snapshot, SubscriptionId id) {
  return *snapshot.one<std::int64_t>(kWaiting, id);
}

bool send_again(Tx& tx, SubscriptionId id, outbox::Position position) {
  return tx.change(kSendAgain, id, position.transaction, position.number) == 1;
}

void forget_deliveries(Tx& tx, Instant before) {
  tx.change(kForgetDeliveries, before);
}

std::vector<SubscriptionId> due(Snapshot& snapshot, Instant now) {
  return snapshot.all<SubscriptionId>(kDue, now);
}

std::optional<Delivery> next(Snapshot& snapshot, SubscriptionId id) {
  return snapshot.one<Delivery>(kNext, id);
}

bool take(Tx& tx, const Subscription& before, Instant busy_until) {
  return tx.change(kTake, before.id, busy_until, before.busy_until) == 1;
}

void note(Tx& tx, const Subscription& after) {
  tx.change(kNote, after.id, after.state, after.delivered, after.failing_since, after.failures,
            after.not_before);
}

void settle(Tx& tx, const Delivery& after) {
  tx.change(kSettle, after.subscription, after.transaction_number, after.number, after.state,
            after.attempts, after.answered, after.why, after.message, after.message_nl);
}

std::span<const Statement* const> subscription_statements() {
  return kStatements;
}

}  // namespace sluis::connectors::sql
