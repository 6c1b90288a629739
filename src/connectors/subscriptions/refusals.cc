// Why a subscription, or what is asked of one, is refused.

#include "connectors/subscriptions/subscriptions.h"
#include "kernel/assert.h"

namespace sluis::connectors::subscriptions {
namespace {

using enum Category;

constexpr RefusalKind kUnknown{
    "subscription_unknown",
    not_found,
    Retry::useless,
    {"There is no webhook with this id.", "Er is geen webhook met dit id."}};
constexpr RefusalKind kDelivery{"delivery_unknown",
                                not_found,
                                Retry::useless,
                                {"Nothing that was sent has this id, or it waits already.",
                                 "Niets wat verstuurd is heeft dit id, of het wacht al."}};
constexpr RefusalKind kFacts{
    "subscription_without_facts",
    conflict,
    Retry::useless,
    {"Choose at least one fact to send.", "Kies ten minste één feit om te versturen."}};
constexpr RefusalKind kNotAccepted{"delivery_not_accepted",
                                   unavailable,
                                   Retry::may_help,
                                   {"The other side answered {0} instead of 200 to 299.",
                                    "De andere kant antwoordde {0} in plaats van 200 tot 299."}};

}  // namespace

const RefusalKind& kind_of(SubscriptionRefusal refusal) {
  switch (refusal) {
    case SubscriptionRefusal::subscription_unknown:
      return kUnknown;
    case SubscriptionRefusal::delivery_unknown:
      return kDelivery;
    case SubscriptionRefusal::facts_missing:
      return kFacts;
    case SubscriptionRefusal::not_accepted:
      return kNotAccepted;
  }
  assertion_failed("a SubscriptionRefusal");
}

}  // namespace sluis::connectors::subscriptions
