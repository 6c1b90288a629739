// How one of several arms is drawn: Thompson sampling over a fixed number of draws, mixed with a
// little chance for everything that passed the gates, so that each choice has a known probability
// and a run can be replayed from its log (design: Decide).
//
// gain(a | x) = margin expected with a - margin expected with nothing - cost(a) - queue price(a)
#pragma once

#include <span>
#include <vector>

#include "decisions/belief.h"

namespace sluis::decisions {

struct PolicySettings {
  double exploration = 0.1;  // of the decisions, evenly over what passed the gates
  double hold_out = 0.1;     // of the customers, who are offered nothing
  // The guard against cannibalisation: outside exploration an arm is chosen only when its gain is
  // above 0 in at least this share of the draws.
  double sure = 0.8;
};

// An arm beside nothing, as it stands for one visitor.
struct Arm {
  bool passed = true;      // every gate
  double cost = 0;         // expected of giving it: of the contact, times who accept
  double queue_price = 0;  // what it takes from those behind it, likewise
};

struct Chances {
  std::vector<double> of;    // each arm, nothing first; 1 together
  std::vector<double> sure;  // in which share of the draws its gain is above 0
  std::vector<double> gain;  // on average over the draws
};

// `arms` without arm 0, which always passes and costs nothing; `draws` with it.
Chances chances(std::span<const Draws> draws, std::span<const Arm> arms,
                const PolicySettings& settings);

// The arm at a place of the unit interval; drawn from a uniform number, it has its chance.
std::size_t arm_at(const Chances& chances, double place);

// Whether a customer is held out: the same all quarter, drawn anew with another salt. `identity` is
// the one that was first seen, so that a merge does not draw again.
bool is_held_out(std::uint64_t identity, std::uint64_t salt, const PolicySettings& settings);

}  // namespace sluis::decisions
