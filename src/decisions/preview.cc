#include "decisions/preview.h"

#include <algorithm>
#include <bit>

#include "decisions/engine.h"

namespace sluis::decisions {
namespace {

constexpr double kLowest = 0.05;
constexpr double kHighest = 0.95;
// So many are read from memory before a decision gets its turn.
constexpr std::size_t kReadAtOnce = 32;

double at_share(std::array<double, kDraws> draws, double share) {
  std::ranges::sort(draws);
  return draws[static_cast<std::size_t>(share * static_cast<double>(kDraws - 1))];
}

void count_gate(std::vector<Stopped>& all, Gate gate) {
  const auto found = std::ranges::lower_bound(all, gate, {}, &Stopped::gate);
  if (found != all.end() && found->gate == gate) {
    ++found->customers;
  } else {
    all.insert(found, {.gate = gate, .customers = 1});
  }
}

}  // namespace

PlacePreview::PlacePreview(const Known& known, const Place& place) : known_(known), place_(place) {
  Sums empty;
  empty.gains.resize(place.slots.size());
  for (const std::uint16_t slot : place.slots) {
    const Offer& offer = known.slots[slot].offer;
    PreviewedOffer& one = empty.group.offers.emplace_back();
    one.offer = offer.id;
    one.name = offer.name.text;
  }
  all_.assign(known.segments.size() + 1, empty);
  for (std::size_t i = 0; i < known.segments.size(); ++i)
    all_[i].group.segment = known.segments[i];
}

PlacePreview::Sums& PlacePreview::sums_of(const Visitor& visitor) {
  const auto first = static_cast<std::size_t>(std::countr_zero(visitor.segments));
  return all_[std::min(first, known_.segments.size())];
}

void PlacePreview::add_gain(Sums& sums, std::size_t i, const Weighing& weighing) const {
  const Weighed& weighed = weighing.offers[i];
  const auto cell = known_.version->design.index_of(weighing.cell);
  const std::vector<Draws>& draws = place_.draws[cell.value_or(0)];
  for (std::size_t d = 0; d < kDraws; ++d) {
    const auto added = static_cast<double>(draws[i + 1][d] - draws[0][d]);
    sums.gains[i][d] += weighed.probability * (added - weighed.cost - weighed.queue);
  }
}

void PlacePreview::add(const Visitor& visitor, const Weighing& weighing, bool held_out) {
  Sums& sums = sums_of(visitor);
  ++sums.group.customers;
  sums.group.held_out += held_out ? 1 : 0;
  for (std::size_t i = 0; i < weighing.offers.size(); ++i) {
    const Weighed& weighed = weighing.offers[i];
    PreviewedOffer& offer = sums.group.offers[i];
    if (weighed.gate) {
      count_gate(offer.stopped, *weighed.gate);
      continue;
    }
    ++offer.passed;
    if (held_out) continue;
    offer.offered += weighed.probability;
    offer.gain += weighed.probability * weighed.gain;
    add_gain(sums, i, weighing);
  }
}

PreviewedPlace PlacePreview::done() const {
  PreviewedPlace place{.placement = place_.placement.id,
                       .code = place_.placement.code.text,
                       .name = place_.placement.name.text,
                       .groups = {}};
  for (const Sums& sums : all_) {
    if (sums.group.customers == 0) continue;
    PreviewedGroup& group = place.groups.emplace_back(sums.group);
    for (std::size_t i = 0; i < group.offers.size(); ++i) {
      group.offers[i].gain_low = at_share(sums.gains[i], kLowest);
      group.offers[i].gain_high = at_share(sums.gains[i], kHighest);
    }
  }
  return place;
}

namespace {

// The places that are looked at: those that are on, and compete for the offer where there is one.
std::vector<const Place*> places_of(const Known& known, const Imagined& imagined) {
  std::vector<const Place*> all;
  for (const auto& [code, place] : known.places) {
    const auto& offers = place.placement.offers;
    const bool theirs =
        !imagined.offer || std::ranges::find(offers, imagined.offer->id) != offers.end();
    const bool asked = !imagined.placement || *imagined.placement == place.placement.id;
    if (place.placement.active && theirs && asked) all.push_back(&place);
  }
  return all;
}

// Segments whose members were not read when members were read last.
std::vector<SegmentId> unread(const std::vector<SegmentId>& read,
                              const std::vector<SegmentId>& asked) {
  const auto known = begins_with(asked, read) ? std::ssize(read) : 0;
  return {asked.begin() + known, asked.end()};
}

}  // namespace

// What a preview goes by, as it was when it began.
struct Engine::Passing {
  const Known& known;
  std::vector<const Place*> places;
  std::shared_ptr<const Lines> lines;
  std::vector<Demand> demands;  // by place
  Instant now;
  std::size_t heard = 0;  // identities
  std::size_t step = 1;
};

// Somebody who came by, read under the mutex and weighed outside of it.
struct Engine::Passer {
  Visitor visitor;
  bool held_out = false;
};

Engine::Passing Engine::begin_preview(const Known& known, const Imagined& imagined, Instant now,
                                      Preview& preview) {
  Passing at{
      .known = known, .places = places_of(known, imagined), .lines = {}, .demands = {}, .now = now};
  if (!known.settings.active) preview.nobody = Reason::switched_off;
  const std::lock_guard lock(mutex_);
  if (!ready_) preview.nobody = Reason::starting;
  at.lines = lines_;
  at.heard = ready_ ? profiles_.size() : 0;
  preview.unread = unread(members_.segments, known.segments);
  for (const Place* place : at.places)
    at.demands.push_back(demand_at(known, *place, now));
  const std::size_t most = kPreviewedMost / std::max<std::size_t>(at.places.size(), 1);
  at.step = std::max<std::size_t>((at.heard + most - 1) / most, 1);
  return at;
}

std::vector<Engine::Passer> Engine::passers(const Passing& at, std::size_t from, Preview& preview) {
  std::vector<Passer> read;
  const std::lock_guard lock(mutex_);
  const std::uint64_t salt = salt_at(at.now);
  for (std::size_t i = 0; i < kReadAtOnce; ++i) {
    const auto identity = profiles_.heard(from + i * at.step);
    if (!identity || !profiles_.leads(*identity)) continue;
    const Asker asker = asker_of({.placement = {},
                                  .identities = {*identity},
                                  .consent = true,
                                  .context = {},
                                  .id = {},
                                  .now = at.now});
    ++(asker.kept ? preview.customers : preview.not_kept);
    if (!asker.kept) continue;
    read.push_back({.visitor = visitor_of(at.known, asker),
                    .held_out = is_held_out(asker.number(), salt, at.known.policy)});
  }
  return read;
}

Preview Engine::preview(const Imagined& imagined, Instant now) {
  const auto base = this->known();
  const Known known = imagined.offer ? with(*base, *imagined.offer) : *base;
  Preview preview{.at = now, .currency = known.company.currency};
  if (known.version) preview.policy = known.version->number;
  const Passing at = begin_preview(known, imagined, now, preview);
  preview.one_in = static_cast<std::int64_t>(at.step);
  std::vector<PlacePreview> sums;
  for (const Place* place : at.places)
    sums.emplace_back(known, *place);
  for (std::size_t from = 0; from < at.heard; from += kReadAtOnce * at.step) {
    for (const Passer& one : passers(at, from, preview)) {
      for (std::size_t i = 0; i < sums.size(); ++i) {
        const Weighing weighing = weigh({.known = known,
                                         .place = *at.places[i],
                                         .visitor = one.visitor,
                                         .context = imagined.context,
                                         .lines = *at.lines,
                                         .demand = at.demands[i],
                                         .now = now});
        sums[i].add(one.visitor, weighing, one.held_out);
      }
    }
  }
  for (const PlacePreview& one : sums)
    preview.places.push_back(one.done());
  return preview;
}

}  // namespace sluis::decisions
