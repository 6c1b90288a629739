// Why something from outside is not taken.
#pragma once

#include "kernel/result.h"

namespace sluis::connectors::webhooks {

enum class HookRefusal : std::uint8_t {
  signature_wrong,
  topic_unknown,
  payload_unreadable,
  product_unknown,
  order_not_here,
  location_missing,
  for_a_person,
  kept_unknown,
};
BOOST_DESCRIBE_ENUM(HookRefusal, signature_wrong, topic_unknown, payload_unreadable,
                    product_unknown, order_not_here, location_missing, for_a_person, kept_unknown)
const RefusalKind& kind_of(HookRefusal refusal);

}  // namespace sluis::connectors::webhooks
