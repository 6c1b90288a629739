// What customers are worth: how likely they are to come back, how often, and for how much. Works on
// a file of purchases, without a server.
#pragma once

namespace sluis {
struct Capability;
}

namespace sluis::value {

Capability capability();

}  // namespace sluis::value
