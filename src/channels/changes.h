// The one way in which channels change: looked at from all sides, stored under their version, told
// in the trail and to the outbox. Add, change, templates and import all end here.
#pragma once

#include <string_view>
#include <vector>

#include "channels/channels.h"

namespace sluis::channels {

constexpr std::string_view kEntity = "channel";

// An empty draft, in the company's currency.
Channel new_channel(store::Snapshot& snapshot, const access::Actor& actor);

// What is wrong with a channel as it would become, whom it names included. `before` is nothing for
// a new one. Completeness is not looked at here.
std::vector<FieldProblem> problems_with(store::Snapshot& snapshot, const Channel* before,
                                        const Channel& after);

// Several at once, since they may join each other.
Result<void> insert(store::Tx& tx, const access::Actor& actor, std::vector<Channel>& channels);

// Gives the channel its next version, unless nothing differs.
Result<Channel> save(store::Tx& tx, const access::Actor& actor, const Channel& before,
                     Channel after);

// Nothing before: added; nothing after: removed.
void record(store::Tx& tx, const access::Actor& actor, const Channel* before, const Channel* after);

// For whoever saw another version than the present one, which it tells.
Refusal stale(store::Snapshot& snapshot, ChannelId id);

}  // namespace sluis::channels
