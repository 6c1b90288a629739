// What a sender brings about by sending: the first event of a key makes its source, and a trusted
// sender's channel that is on no worksheet is added there as a draft.
#pragma once

#include "events/intake.h"

namespace sluis::events {

// A public key names no channels, and a worksheet has an end.
bool may_add_channel(const Known& known, const Source& source, std::string_view code);

// What is known and what was missing, which is added in this unit; adopted once it is kept.
std::shared_ptr<const Known> with_additions(store::Tx& tx, Intake& intake, IdSource& ids,
                                            const Arrival& arrival);

}  // namespace sluis::events
