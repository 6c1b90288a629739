// How facts get to those who subscribed: written down where they happen, sent one after the other,
// and kept until they arrive or are given up.

#include <fmt/format.h>

#include "connectors/store_subscriptions.h"
#include "connectors/subscriptions/subscriptions.h"
#include "platform/client/pace.h"
#include "platform/client/reason.h"

namespace sluis::connectors::subscriptions {
namespace {

constexpr std::string_view kTested = "connectors.subscription_tested";
constexpr std::string_view kTestFact = "sluis.test";
constexpr std::chrono::seconds kClaimHolds{60};
constexpr std::chrono::hours kGivenUpAfter{24};
constexpr std::chrono::hours kDisabledAfter{72};
constexpr std::chrono::hours kKept{7 * 24};

struct TestFact {
  SubscriptionId id;
  Standing state = Standing::on;
};
BOOST_DESCRIBE_STRUCT(TestFact, (), (id, state))

void write_down(store::Tx& tx, SubscriptionId to, std::string_view name, const outbox::Fact& fact) {
  sql::insert(tx, Delivery{.subscription = to,
                           .transaction_number = fact.position.transaction,
                           .number = fact.position.number,
                           .fact = std::string(name),
                           .body = fmt::format(R"({{"type":"{}","timestamp":{},"data":{}}})", name,
                                               to_json(fact.created), fact.payload.text),
                           .state = DeliveryState::waiting,
                           .created = fact.created,
                           .answered = {},
                           .why = {},
                           .message = {}});
  tx.announce_facts();
}

Result<void> overhear(store::Tx& tx, const outbox::Fact& fact) {
  if (fact.topic == kTested) {
    const SubscriptionId id = TRY(from_json<TestFact>(fact.payload.text)).id;
    if (sql::subscription(tx, id)) write_down(tx, id, kTestFact, fact);
    return {};
  }
  const auto name = public_name(fact.topic);
  if (!name) return {};
  for (const Subscription& one : sql::subscriptions(tx)) {
    const bool wants = one.state == Standing::on && std::ranges::count(one.facts, *name) > 0;
    if (wants) write_down(tx, one.id, name->name, fact);
  }
  return {};
}

void record_arrived(store::Tx& tx, Subscription& to, Delivery& delivery, Instant now) {
  delivery.state = DeliveryState::delivered;
  client::went_well(delivery);
  to.delivered = now;
  to.failing_since.reset();
  to.failures = 0;
  to.not_before = now;
  sql::forget_deliveries(tx, now - kKept);
}

struct DisabledFact {
  SubscriptionId id;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(DisabledFact, (), (id, why))

// Others wait behind it, for at most a day; after three days of nothing nobody seems to be there.
void record_failed(store::Tx& tx, Subscription& to, Delivery& delivery, const Refusal& why,
                   bool gone, Instant now) {
  client::explain(delivery, why);
  if (now - delivery.created >= kGivenUpAfter && delivery.attempts > 1)
    delivery.state = DeliveryState::failed;
  if (!to.failing_since) to.failing_since = now;
  to.not_before = now + client::wait_after(to.failures, delivery.number);
  ++to.failures;
  if (!gone && now - *to.failing_since < kDisabledAfter) return;
  to.state = Standing::disabled;
  outbox::append(tx, now, "connectors.subscription_disabled", DisabledFact{to.id, delivery.why});
}

}  // namespace

outbox::Consumer overhearing() {
  std::vector<std::string> topics = public_topics();
  topics.emplace_back(kTested);
  return {.name = "connectors.overhearing", .topics = std::move(topics), .consume = overhear};
}

std::vector<SubscriptionId> due(store::Snapshot& snapshot, Instant now) {
  return sql::due(snapshot, now);
}

std::optional<Sent> claim(store::Tx& tx, SubscriptionId id, Instant now) {
  const auto to = sql::subscription(tx, id);
  auto delivery = sql::next(tx, id);
  const bool may = to && delivery && to->busy_until <= now && to->not_before <= now;
  if (!may || !sql::take(tx, *to, now + kClaimHolds)) return std::nullopt;
  const auto secrets = secrets_of(tx, ConnectionId(id.number()), Purpose::webhook, now);
  const std::int64_t seconds = now.millis() / 1000;
  const std::string message = delivery->message_id();
  client::OutgoingRequest request{
      .method = "POST",
      .address = to->address.text,
      .headers = {{"Content-Type", "application/json"},
                  {"webhook-id", message},
                  {"webhook-timestamp", std::to_string(seconds)},
                  {"webhook-signature", signatures_of(secrets, message, seconds, delivery->body)}},
      .body = delivery->body};
  return Sent{*to, *std::move(delivery), std::move(request), now};
}

void record(store::Tx& tx, const Sent& sent, const Result<client::OutgoingAnswer>& answer,
            Instant now) {
  constexpr int ok = 200, redirect = 300, gone = 410;
  auto to = sql::subscription(tx, sent.to.id);
  const bool still_ours = to && to->busy_until == sent.began + kClaimHolds;
  if (!still_ours) return;
  Delivery delivery = sent.delivery;
  ++delivery.attempts;
  delivery.answered = now;
  if (answer && answer->status >= ok && answer->status < redirect) {
    record_arrived(tx, *to, delivery, now);
  } else {
    const Refusal why =
        answer ? Refusal(kind_of(SubscriptionRefusal::not_accepted), std::to_string(answer->status))
               : answer.error();
    record_failed(tx, *to, delivery, why, answer && answer->status == gone, now);
  }
  sql::settle(tx, delivery);
  sql::note(tx, *to);
}

}  // namespace sluis::connectors::subscriptions
