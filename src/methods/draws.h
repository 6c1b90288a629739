// Numbers drawn from distributions, the same on every machine for the same seed.
#pragma once

#include "kernel/random.h"

namespace sluis::methods {

// Gamma with scale 1; its mean is `shape` (above 0).
double draw_gamma(Random& random, double shape);
// Beta; its mean is a / (a + b). Both above 0.
double draw_beta(Random& random, double a, double b);

}  // namespace sluis::methods
