// What is to be written down when what clashes now is laid beside what was known. Pure.
#pragma once

#include <map>

#include "conflicts/conflicts.h"

namespace sluis::conflicts {

enum class Step : std::uint8_t {
  found,
  found_again,  // after it was resolved
  changed,      // other values clash: what was accepted is open again
  resolved,
  weighed,  // the same clash, and another amount, or another name of what it is about
};
BOOST_DESCRIBE_ENUM(Step, found, found_again, changed, resolved, weighed)

struct Settled {
  Step step = Step::found;
  Conflict before;  // of none that was found first
  Conflict after;
};

// Who owns each channel.
using Owners = std::map<ChannelId, UserId>;

// Whoever settles again with the same clashes has nothing to write down.
std::vector<Settled> settle(const std::vector<Conflict>& known, const std::vector<Clash>& clashes,
                            const Owners& owners, Instant now, IdSource& ids);

}  // namespace sluis::conflicts
