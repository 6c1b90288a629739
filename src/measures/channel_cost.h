// What channels cost by themselves.
#pragma once

#include "channels/channels.h"
#include "platform/analytics/store.h"

namespace sluis::measures {

// What a channel cost in a period beside its orders: people, media, and whatever else it has.
struct ChannelCost {
  ChannelId channel;
  Micro cost;
};
Result<std::vector<ChannelCost>> costs_beside_orders(
    analytics::Snapshot& figures, Date from, Date to, Currency currency,
    const std::vector<channels::Channel>& worksheet);

}  // namespace sluis::measures
