// A company whose truth is known: a sample to look at, and something to hold every measure against.
#pragma once

namespace sluis {
struct Capability;
}

namespace sluis::simulator {

Capability capability();

}  // namespace sluis::simulator
