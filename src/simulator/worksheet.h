// The channels of the sample company as lines of the worksheet: what each is for, what it costs and
// what is wanted of it, in proportion to how many customers there are.
#pragma once

#include "simulator/sample.h"

namespace sluis::simulator {

// In the order of Place. With an owner they go live.
Result<std::vector<ChannelId>> add_worksheet(store::Tx& tx, const access::Actor& actor,
                                             const Sample& sample, std::optional<UserId> owner);

}  // namespace sluis::simulator
