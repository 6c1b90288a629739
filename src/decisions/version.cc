#include "decisions/version.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sluis::decisions {
namespace {

constexpr std::size_t kPhases = 5;
constexpr std::size_t kCellsOfSegment = 2 * kPhases;

}  // namespace

std::size_t Design::cells() const {
  return (segments.size() + 1) * kCellsOfSegment;
}

std::optional<std::size_t> Design::index_of(const Cell& cell) const {
  std::size_t segment = 0;
  if (cell.segment) {
    const auto found = std::ranges::find(segments, *cell.segment);
    if (found == segments.end()) return std::nullopt;
    segment = static_cast<std::size_t>(found - segments.begin()) + 1;
  }
  return segment * kCellsOfSegment + (cell.buyer ? kPhases : 0) +
         static_cast<std::size_t>(cell.phase);
}

std::optional<std::size_t> Design::arm_of(const std::optional<OfferId>& offer) const {
  if (!offer) return 0;
  const auto found = std::ranges::find(offers, *offer);
  if (found == offers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - offers.begin()) + 1;
}

Cell Design::cell_at(std::size_t index) const {
  Cell cell{.segment = {},
            .buyer = index % kCellsOfSegment >= kPhases,
            .phase = static_cast<channels::Phase>(index % kPhases)};
  if (index >= kCellsOfSegment) cell.segment = segments[index / kCellsOfSegment - 1];
  return cell;
}

std::string encoded(const std::vector<std::vector<Draws>>& draws) {
  std::string bytes;
  for (const auto& cell : draws) {
    for (const Draws& arm : cell)
      bytes.append(reinterpret_cast<const char*>(arm.data()), sizeof(Draws));
  }
  return bytes;
}

std::optional<std::vector<std::vector<Draws>>> decoded_draws(std::string_view bytes,
                                                             const Design& design) {
  if (bytes.size() != design.cells() * design.arms() * sizeof(Draws)) return std::nullopt;
  std::vector<std::vector<Draws>> draws(design.cells(), std::vector<Draws>(design.arms()));
  for (auto& cell : draws) {
    for (Draws& arm : cell) {
      std::memcpy(arm.data(), bytes.data(), sizeof(Draws));
      bytes.remove_prefix(sizeof(Draws));
      if (!std::ranges::all_of(arm, [](float draw) { return std::isfinite(draw); }))
        return std::nullopt;
    }
  }
  return draws;
}

}  // namespace sluis::decisions
