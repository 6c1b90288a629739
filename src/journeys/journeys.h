// What customers did over all channels: attribution of conversions to the channels on their paths,
// and questions over journeys. Works on files of an analyst, without a server.
#pragma once

namespace sluis {
struct Capability;
}

namespace sluis::journeys {

Capability capability();

}  // namespace sluis::journeys
