// How often and how recently customers bought, as the models of customer value take it: the first
// purchase of a customer starts the clock and does not count as a repeat.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sluis::methods {

struct Buyer {
  std::uint32_t repeats = 0;  // x: purchases after the first one
  double last_w = 0;          // t_x: weeks from the first purchase to the last one
  double age_w = 0;           // T: weeks from the first purchase to the end of what was seen
  double spend = 0;           // on the repeats together
};

// Buyers who are the same to a model, counted once.
struct BuyerGroup {
  std::uint32_t repeats = 0;
  double last_w = 0;
  double age_w = 0;
  double buyers = 0;
};

struct BuyerGroups {
  std::vector<BuyerGroup> groups;
  std::vector<std::uint32_t> group_of;  // of each buyer
};

BuyerGroups grouped(std::span<const Buyer> buyers);

// At most `most` of the groups, evenly out of all.
std::vector<BuyerGroup> part_of(std::span<const BuyerGroup> groups, std::size_t most);

}  // namespace sluis::methods
