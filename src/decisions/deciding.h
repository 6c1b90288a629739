// One decision, as a pure function: who asks, what is known and how the contact centre stands go
// in; out come the gates, gains and chances of all offers, and the one that was drawn.
#pragma once

#include "decisions/known.h"
#include "decisions/lines.h"
#include "decisions/profiles.h"

namespace sluis::decisions {

// What the page says of the visit.
struct Context {
  std::int64_t page_views = 0;
  bool basket = false;  // something is in it
};

// Who asks, as far as they are known.
struct Visitor {
  Profile profile;
  std::optional<SegmentId> segment;  // in which is learnt apart
  std::uint64_t segments = 0;        // bits of Known::segments
  std::uint32_t objects_to = 0;      // bits of acts
};

inline constexpr std::size_t kOffersMost = 12;  // of a place

// For each offer of a place.
struct Demand {
  std::array<double, kOffersMost> outstanding{};  // invitations made and not answered yet
  std::array<double, kOffersMost> acceptance{};   // of an invitation
};

struct Situation {
  const Known& known;
  const Place& place;
  const Visitor& visitor;
  const Context& context;
  const Lines& lines;
  const Demand& demand;
  Instant now;
};

// An offer of the place, in its order.
struct Weighed {
  OfferId offer;
  std::optional<Gate> gate;  // what stopped it; else the rest says how it was weighed
  double cost = 0;           // of the contact, times who accept
  double queue = 0;          // what it takes from those behind it, likewise
  double gain = 0;
  double sure = 0;  // in which share of the draws it is above 0
  double probability = 0;
};

struct Weighing {
  Cell cell;
  std::vector<Weighed> offers;
  double nothing = 1;   // the chance of nothing
  bool passed = false;  // at least one of them
};

Cell cell_of(const Situation& situation);
Weighing weigh(const Situation& situation);
// The same again, from what the gates said and the prices: for the log.
void set_chances(Weighing& weighing, std::span<const Draws> draws, const PolicySettings& settings);

// The offer at a place of the unit interval; nothing where nothing was drawn.
std::optional<std::size_t> drawn_at(const Weighing& weighing, double place);

// What was drawn, as a profile remembers it: never 0.
std::uint16_t choice_of(const std::optional<std::size_t>& drawn);

// The gate of the offer that came furthest.
std::optional<Gate> furthest(const Weighing& weighing);

}  // namespace sluis::decisions
