// The conventions of others: what their programs send is understood and handed to the rooms below.
#pragma once

namespace sluis {
struct Capability;
}
namespace sluis::events {
class Intake;
}

namespace sluis::connectors {

// Without an intake its routes can be described, not called.
Capability capability(events::Intake* intake);

}  // namespace sluis::connectors
