// What one more contact takes from everyone behind it (Mendelson 1985, "Pricing computer services:
// queueing effects"): those who come wait C(L) = c L W(L) together, so one more costs
// dC/dL = c (W + L W'(L)). Nothing while people sit idle, steep near saturation.
#pragma once

#include "methods/erlang.h"

namespace sluis::methods {

// In the unit of cost_per_s, which is what a second of waiting costs. With patience (Erlang A) it
// stays finite when there is more work than people, since callers leave then.
double queue_price(const Demand& demand, double patience_s, double cost_per_s);

}  // namespace sluis::methods
