// What the channels did, for every room above: figures, profit and loss, what stands beside it, fit
// and outlook. What is asked of it most stands in figures.h.
#pragma once

#include "measures/evidence.h"
#include "measures/figures.h"
#include "measures/fit.h"
#include "measures/outlook.h"
#include "measures/profit.h"

namespace sluis {
struct Capability;
}

namespace sluis::measures {

Capability capability();

}  // namespace sluis::measures
