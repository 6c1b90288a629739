#include "orders/sourcing.h"

#include <algorithm>
#include <map>

namespace sluis::orders {
namespace {

using Free = std::map<std::pair<LocationId, stock::VariantId>, std::int64_t>;

// What it costs to send from there, in steps.
int step_of(stock::LocationKind kind) {
  switch (kind) {
    case stock::LocationKind::warehouse:
      return 0;
    case stock::LocationKind::store:
      return 1;
    case stock::LocationKind::pop_up:
    case stock::LocationKind::partner:
    case stock::LocationKind::in_transit:
      return 2;
  }
  return 2;
}

// What a location could send of what is still needed.
struct Offer {
  const stock::Location* location = nullptr;
  std::int64_t pieces = 0;
  std::int64_t left = 0;  // of those variants, for others

  bool goes_before(const Offer& other) const {
    if (pieces != other.pieces) return pieces > other.pieces;
    const int mine = step_of(location->kind);
    const int theirs = step_of(other.location->kind);
    if (mine != theirs) return mine < theirs;
    if (location->rank != other.location->rank) return location->rank < other.location->rank;
    return left > other.left;
  }
};

Offer offer_of(const stock::Location& location, std::span<const Need> needs, Free free) {
  Offer offer{.location = &location};
  for (const Need& need : needs) {
    std::int64_t& here = free[{location.id, need.variant}];
    const std::int64_t pieces = std::min(need.quantity, here);
    here -= pieces;
    offer.pieces += pieces;
    offer.left += here;
  }
  return offer;
}

Free free_of(std::span<const stock::Available> available) {
  Free free;
  for (const stock::Available& one : available) {
    for (const stock::Free& there : one.locations)
      free[{there.location, one.variant}] = there.free;
  }
  return free;
}

}  // namespace

std::optional<std::vector<Take>> plan(std::span<const Need> needs,
                                      std::span<const stock::Available> available,
                                      std::span<const stock::Location> locations) {
  Free free = free_of(available);
  std::vector<Need> left(needs.begin(), needs.end());
  std::vector<Take> takes;
  const auto is_needed = [](const Need& need) { return need.quantity > 0; };
  while (std::ranges::any_of(left, is_needed)) {
    Offer best;
    for (const stock::Location& location : locations) {
      const Offer offer = offer_of(location, left, free);
      if (offer.pieces > 0 && (best.location == nullptr || offer.goes_before(best))) best = offer;
    }
    if (best.location == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < left.size(); ++i) {
      std::int64_t& here = free[{best.location->id, left[i].variant}];
      const std::int64_t pieces = std::min(left[i].quantity, here);
      if (pieces == 0) continue;
      here -= pieces;
      left[i].quantity -= pieces;
      takes.push_back({.need = i, .location = best.location->id, .quantity = pieces});
    }
  }
  return takes;
}

}  // namespace sluis::orders
