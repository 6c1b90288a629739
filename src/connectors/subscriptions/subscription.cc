#include "connectors/subscriptions/subscription.h"

#include <algorithm>

#include <fmt/format.h>

#include "connectors/signing.h"
#include "kernel/base64.h"

namespace sluis::connectors::subscriptions {
namespace {

struct Named {
  std::string_view topic;
  std::string_view name;
};
constexpr Named kNames[] = {
    {"catalog.product_added", "catalog.product_added"},
    {"catalog.product_changed", "catalog.product_changed"},
    {"catalog.variant_added", "catalog.variant_added"},
    {"catalog.variant_changed", "catalog.variant_changed"},
    {"contacts.appointment_changed", "contacts.appointment_changed"},
    {"contacts.contact_accepted", "contacts.accepted"},
    {"contacts.contact_asked", "contacts.asked"},
    {"contacts.contact_finished", "contacts.finished"},
    {"orders.order_cancelled", "orders.cancelled"},
    {"orders.order_confirmed", "orders.confirmed"},
    {"orders.order_fulfilled", "orders.fulfilled"},
    {"orders.order_paid", "orders.paid"},
    {"orders.order_placed", "orders.placed"},
    {"orders.order_refunded", "orders.refunded"},
    {"orders.order_returned", "orders.returned"},
    {"orders.order_withdrawn", "orders.withdrawn"},
    {"stock.incoming_changed", "stock.incoming_changed"},
    {"stock.level_changed", "stock.level_changed"},
};
constexpr std::string_view kSecretPrefix = "whsec_";

}  // namespace

std::vector<std::string_view> public_facts() {
  std::vector<std::string_view> names;
  std::ranges::transform(kNames, std::back_inserter(names), &Named::name);
  return names;
}

std::vector<std::string> public_topics() {
  std::vector<std::string> topics;
  for (const Named& one : kNames)
    topics.emplace_back(one.topic);
  return topics;
}

std::optional<PublicFact> public_name(std::string_view topic) {
  const auto found = std::ranges::find(kNames, topic, &Named::topic);
  if (found == std::end(kNames)) return std::nullopt;
  return PublicFact{std::string(found->name)};
}

std::string Delivery::message_id() const {
  return fmt::format("msg_{}_{}", transaction_number, number);
}

std::string signatures_of(const std::vector<std::string>& secrets, const std::string& message_id,
                          std::int64_t seconds, const std::string& body) {
  const std::string signed_text = fmt::format("{}.{}.{}", message_id, seconds, body);
  std::vector<std::string> all;
  for (const std::string& secret : secrets) {
    const std::string_view coded = std::string_view(secret).substr(kSecretPrefix.size());
    const auto key = decoded_base64(coded);
    if (key) all.push_back("v1," + signature_of(*key, signed_text));
  }
  return fmt::format("{}", fmt::join(all, " "));
}

}  // namespace sluis::connectors::subscriptions

namespace sluis {

using connectors::subscriptions::PublicFact;

std::optional<PublicFact> TextForm<PublicFact>::parse(std::string_view text) {
  const auto names = connectors::subscriptions::public_facts();
  if (std::ranges::count(names, text) == 0) return std::nullopt;
  return PublicFact{std::string(text)};
}

Message TextForm<PublicFact>::expected() {
  static constexpr Text text{"One of: {0}.", "Een van: {0}."};
  return {text, fmt::format("{}", fmt::join(connectors::subscriptions::public_facts(), ", "))};
}

std::string TextForm<PublicFact>::schema() {
  return fmt::format(R"("type":"string","enum":["{}"])",
                     fmt::join(connectors::subscriptions::public_facts(), R"(",")"));
}

}  // namespace sluis
