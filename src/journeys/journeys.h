// What customers did over all channels: questions over their journeys and attribution of
// conversions to the channels on their paths, live over an index in memory, and on files of an
// analyst without a server.
#pragma once

namespace sluis {
struct Capability;
}

namespace sluis::journeys {

class Index;

// Without an index its routes can be described, not called.
Capability capability(const Index* index = nullptr);

}  // namespace sluis::journeys
