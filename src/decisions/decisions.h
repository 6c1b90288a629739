// Which channel takes the next step for a customer, and whether that pays. Today: policies learnt
// from a file of a randomised test and judged on it, without a server.
#pragma once

namespace sluis {
struct Capability;
}

namespace sluis::decisions {

Capability capability();

}  // namespace sluis::decisions
