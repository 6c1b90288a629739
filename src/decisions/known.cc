#include "decisions/known.h"

#include <algorithm>

namespace sluis::decisions {
namespace {

constexpr std::size_t kSegmentsMost = 64;
constexpr double kBasisPoints = 10'000;

void add_segments(std::vector<SegmentId>& all, const Offer& offer) {
  for (const SegmentId segment : offer.segments) {
    if (std::ranges::find(all, segment) == all.end() && all.size() < kSegmentsMost)
      all.push_back(segment);
  }
}

std::vector<SegmentId> segments_of(const Settings& settings, const std::vector<Slot>& slots) {
  std::vector<SegmentId> all = settings.segments;
  for (const Slot& slot : slots)
    add_segments(all, slot.offer);
  return all;
}

void set_bits(Slot& slot, const std::vector<SegmentId>& segments) {
  slot.segments = 0;
  slot.phases = 0;
  for (std::size_t bit = 0; bit < segments.size(); ++bit) {
    if (std::ranges::find(slot.offer.segments, segments[bit]) != slot.offer.segments.end())
      slot.segments |= std::uint64_t{1} << bit;
  }
  for (const channels::Phase phase : slot.offer.phases)
    slot.phases |= 1U << static_cast<unsigned>(phase);
}

// The draws of a place stand beside each other, so that a decision reads one piece of memory.
void set_draws(Place& place, const std::vector<Slot>& slots, const Version* version) {
  for (const std::uint16_t slot : place.slots) {
    const auto arm = version ? version->design.arm_of(slots[slot].offer.id) : std::nullopt;
    place.modelled.push_back(arm.has_value());
  }
  if (version == nullptr) return;
  for (const auto& cell : version->draws) {
    auto& draws = place.draws.emplace_back();
    draws.push_back(cell.front());
    for (const std::uint16_t slot : place.slots)
      draws.push_back(cell[version->design.arm_of(slots[slot].offer.id).value_or(0)]);
  }
}

Place place_for(const Placement& placement, const Known& known, std::size_t number) {
  Place place{.placement = placement, .number = number, .slots = {}, .modelled = {}};
  for (const OfferId offer : placement.offers) {
    const Slot* slot = known.slot_of(offer);
    if (slot != nullptr)
      place.slots.push_back(static_cast<std::uint16_t>(slot - known.slots.data()));
  }
  set_draws(place, known.slots, known.version.get());
  return place;
}

}  // namespace

std::uint16_t mark_of(OfferId offer) {
  return static_cast<std::uint16_t>(Random(static_cast<std::uint64_t>(offer.number())).next());
}

const Slot* Known::slot_of(OfferId offer) const {
  const auto found =
      std::ranges::lower_bound(slots, offer, {}, [](const Slot& slot) { return slot.offer.id; });
  return found == slots.end() || found->offer.id != offer ? nullptr : &*found;
}

const Place* Known::place_of(PlacementId placement) const {
  for (const auto& [code, place] : places)
    if (place.placement.id == placement) return &place;
  return nullptr;
}

Known known_of(store::Snapshot& snapshot, std::shared_ptr<const Version> version) {
  Known known{.company = company::settings(snapshot).settings,
              .settings = settings(snapshot),
              .policy = {},
              .slots = {},
              .places = {},
              .segments = {},
              .version = std::move(version)};
  known.policy = {
      .exploration =
          static_cast<double>(known.settings.exploration_basis_points.number) / kBasisPoints,
      .hold_out = static_cast<double>(known.settings.hold_out_basis_points.number) / kBasisPoints,
      .sure = static_cast<double>(known.settings.sure_basis_points.number) / kBasisPoints};
  for (Offer& offer : offers(snapshot)) {
    const std::uint16_t mark = mark_of(offer.id);
    known.slots.push_back({.offer = std::move(offer), .mark = mark});
  }
  std::ranges::sort(known.slots, {}, [](const Slot& slot) { return slot.offer.id; });
  known.segments = segments_of(known.settings, known.slots);
  for (Slot& slot : known.slots)
    set_bits(slot, known.segments);
  std::vector<Placement> all = placements(snapshot);
  std::ranges::sort(all, {}, &Placement::id);
  for (std::size_t i = 0; i < all.size(); ++i)
    known.places.emplace(all[i].code.text, place_for(all[i], known, i));
  return known;
}

Known with(const Known& known, const Offer& offer) {
  Known imagined = known;
  const auto slot = std::ranges::lower_bound(imagined.slots, offer.id, {},
                                             [](const Slot& one) { return one.offer.id; });
  if (slot == imagined.slots.end() || slot->offer.id != offer.id) return imagined;
  add_segments(imagined.segments, offer);
  slot->offer = offer;
  set_bits(*slot, imagined.segments);
  return imagined;
}

Design design_of(const Known& known) {
  Design design{.segments = known.settings.segments, .offers = {}};
  for (const Slot& slot : known.slots)
    design.offers.push_back(slot.offer.id);
  return design;
}

}  // namespace sluis::decisions
