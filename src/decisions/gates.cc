#include "decisions/gates.h"

namespace sluis::decisions {
namespace {

// One invitation more, and those who accept still find somebody.
bool has_place(const Circumstances& offer) {
  return !offer.takes_place || (offer.outstanding + 1) * offer.acceptance <= offer.free;
}

}  // namespace

std::optional<Gate> stopped_by(const Circumstances& offer) {
  if (!offer.on) return Gate::switched_off;
  if (!offer.now) return Gate::not_now;
  if (!offer.meant) return Gate::audience;
  if (!offer.allowed) return Gate::consent;
  if (!offer.modelled) return Gate::no_model;
  if (!offer.known) return Gate::state_lost;
  if (!offer.open) return Gate::closed;
  if (offer.wait_s > offer.wait_most_s) return Gate::wait;
  if (offer.made >= offer.made_most) return Gate::frequency;
  if (!offer.timely) return Gate::timing;
  if (!has_place(offer)) return Gate::pacing;
  return std::nullopt;
}

}  // namespace sluis::decisions
