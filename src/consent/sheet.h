// All evidence as a CSV file.
#pragma once

#include "consent/consent.h"

namespace sluis::consent {

// The newest first, with a heading row.
std::string evidence_sheet(store::Snapshot& snapshot);

}  // namespace sluis::consent
