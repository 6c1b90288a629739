// What deciding goes by, in memory: offers, places, settings and the version of the policy that is
// in force. One immutable value that is replaced when something changes.
#pragma once

#include <map>

#include <boost/unordered/unordered_flat_set.hpp>

#include "company/company.h"
#include "decisions/decisions.h"
#include "decisions/policy.h"
#include "decisions/version.h"

namespace sluis::decisions {

// An offer, and what is asked of it so often that it is worked out once.
struct Slot {
  Offer offer;
  std::uint16_t mark = 0;      // by which a profile remembers it
  std::uint64_t segments = 0;  // bits of Known::segments; 0: everybody
  std::uint32_t phases = 0;    // bits; 0: all
};

struct Place {
  Placement placement;
  std::size_t number = 0;
  std::vector<std::uint16_t> slots;            // of its offers
  std::vector<bool> modelled;                  // likewise
  std::vector<std::vector<Draws>> draws = {};  // by cell of the design: nothing first
};

struct Known {
  company::Settings company;
  Settings settings;
  PolicySettings policy;
  std::vector<Slot> slots;  // in the order of their ids
  std::map<std::string, Place, std::less<>> places;
  std::vector<SegmentId> segments;         // that anything asks for: bit 0, bit 1, …
  std::shared_ptr<const Version> version;  // none: nothing can be believed
  // Identities for whom an adviser has something ready, or had lately.
  boost::unordered_flat_set<std::int64_t> gifted = {};

  const Slot* slot_of(OfferId offer) const;
  const Place* place_of(PlacementId placement) const;
};
// By which a profile remembers an offer: short, since a million profiles hold several. Two offers
// that share one share their cap.
std::uint16_t mark_of(OfferId offer);
Known known_of(store::Snapshot& snapshot, std::shared_ptr<const Version> version);

// The same, were this offer so.
Known with(const Known& known, const Offer& offer);

// What a version of the policy must be about, as offers and settings are now.
Design design_of(const Known& known);

}  // namespace sluis::decisions
