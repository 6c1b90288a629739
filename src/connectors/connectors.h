// The conventions of others: what their programs send is understood and handed to the rooms below.
#pragma once

namespace sluis {
struct Capability;
}
namespace sluis::decisions {
class Engine;
}
namespace sluis::events {
class Intake;
}

namespace sluis::connectors {

// Without an intake and an engine its routes can be described, not called.
Capability capability(events::Intake* intake, decisions::Engine* engine);

}  // namespace sluis::connectors
