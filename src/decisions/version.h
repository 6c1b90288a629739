// A version of the policy: what was believed when it was made, as draws. A decision names the
// version that it was made with, so that it can be made again from its log.
#pragma once

#include <memory>

#include "decisions/belief.h"
#include "decisions/offer.h"

namespace sluis::decisions {

// Visitors of whom the same is believed: in one of the segments in which is learnt apart or in none
// of them, bought before or not, and how far they are now.
struct Cell {
  std::optional<SegmentId> segment;
  bool buyer = false;
  channels::Phase phase = channels::Phase::awareness;
  bool operator==(const Cell&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (segment, buyer, phase))

// Which cells and arms there are.
struct Design {
  std::vector<SegmentId> segments;
  std::vector<OfferId> offers;  // arm 0 is nothing, arm 1 the first of these

  std::size_t cells() const;
  std::size_t arms() const { return offers.size() + 1; }
  // Nothing for a cell or an offer that is not in it.
  std::optional<std::size_t> index_of(const Cell& cell) const;
  std::optional<std::size_t> arm_of(const std::optional<OfferId>& offer) const;
  Cell cell_at(std::size_t index) const;
  bool operator==(const Design&) const = default;
};
BOOST_DESCRIBE_STRUCT(Design, (), (segments, offers))

struct Version {
  std::int64_t number = 0;
  Design design;
  std::vector<std::vector<Draws>> draws;  // by cell, then by arm
};

std::string encoded(const std::vector<std::vector<Draws>>& draws);
// Nothing when these are not the draws of that design: damaged.
std::optional<std::vector<std::vector<Draws>>> decoded_draws(std::string_view bytes,
                                                             const Design& design);

}  // namespace sluis::decisions
