// Who is told of our facts as they happen, and what they are told:
// https://www.standardwebhooks.com.
#pragma once

#include "connectors/connections.h"
#include "platform/outbox/outbox.h"

namespace sluis::connectors::subscriptions {

struct SubscriptionIdTag {
  static constexpr std::string_view prefix = "whk";
};
using SubscriptionId = Id<SubscriptionIdTag>;

// A fact that others may hear of: a closed list, whose names and fields stay.
struct PublicFact {
  std::string name;
  auto operator<=>(const PublicFact&) const = default;
};
// By their names, in order.
std::vector<std::string_view> public_facts();
// What a fact of the outbox is called outside; nothing: it stays inside.
std::optional<PublicFact> public_name(std::string_view topic);
std::vector<std::string> public_topics();

// Disabled: nothing arrived for days.
enum class Standing : std::uint8_t { on, paused, disabled };
BOOST_DESCRIBE_ENUM(Standing, on, paused, disabled)

struct Subscription {
  SubscriptionId id;
  std::int64_t version = 0;
  Line<1, 120> name;
  Line<1, 2000> address;
  std::vector<PublicFact> facts;
  Standing state = Standing::on;
  Instant created;
  Instant changed;
  std::optional<Instant> delivered;      // when something last arrived
  std::optional<Instant> failing_since;  // nothing did since then
  std::int64_t failures = 0;
  Instant not_before;
  Instant busy_until;
};
BOOST_DESCRIBE_STRUCT(Subscription, (),
                      (id, version, name, address, facts, state, created, changed, delivered,
                       failing_since, failures, not_before, busy_until))

enum class DeliveryState : std::uint8_t { waiting, delivered, failed };
BOOST_DESCRIBE_ENUM(DeliveryState, waiting, delivered, failed)

struct Delivery {
  SubscriptionId subscription;
  std::int64_t transaction_number = 0;
  std::int64_t number = 0;
  std::string fact;
  std::string body;
  DeliveryState state = DeliveryState::waiting;
  Instant created;
  std::int64_t attempts = 0;
  std::optional<Instant> answered;
  std::string why;
  std::string message;  // in English
  std::string message_nl = {};

  // The same however often it is sent.
  std::string message_id() const;
};
BOOST_DESCRIBE_STRUCT(Delivery, (),
                      (subscription, transaction_number, number, fact, body, state, created,
                       attempts, answered, why, message, message_nl))

// The value of the header webhook-signature: one signature for each secret that holds.
std::string signatures_of(const std::vector<std::string>& secrets, const std::string& message_id,
                          std::int64_t seconds, const std::string& body);

}  // namespace sluis::connectors::subscriptions

namespace sluis {

template <>
struct TextForm<connectors::subscriptions::PublicFact> {
  using Value = connectors::subscriptions::PublicFact;
  static std::optional<Value> parse(std::string_view text);
  static std::string print(const Value& value) { return value.name; }
  static Message expected();
  static std::string schema();
};

}  // namespace sluis
