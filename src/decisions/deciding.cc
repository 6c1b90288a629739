#include "decisions/deciding.h"

#include <algorithm>

namespace sluis::decisions {
namespace {

using channels::Phase;

constexpr int kProductsOfInterest = 2;
// Whoever began to pay so lately is left alone; after that they may be in doubt.
constexpr Moment kPaying_s = 300;
constexpr Moment kDay_s = 86'400;

Phase phase_of(const Profile& profile, const Context& context, const Settings& settings) {
  if (profile.ordered != 0 && profile.ordered >= profile.visit) return Phase::after_sales;
  const bool filled = profile.basket != 0 && profile.basket >= profile.visit;
  if (filled || context.basket) return Phase::purchase;
  const auto views = std::max<std::int64_t>(profile.views, context.page_views);
  const bool interested =
      views >= settings.interest_views.number || profile.products >= kProductsOfInterest;
  return interested ? Phase::evaluation : Phase::awareness;
}

bool is_paying(const Profile& profile, Moment now) {
  return profile.checkout != 0 && profile.checkout > profile.ordered &&
         now < profile.checkout + kPaying_s;
}

// Before interest shows only what is meant for that moment.
bool is_timely(const Slot& slot, Phase phase, bool paying) {
  const bool asked_for = (slot.phases & (1U << static_cast<unsigned>(phase))) != 0;
  return !paying && (asked_for || phase == Phase::evaluation || phase == Phase::purchase);
}

bool is_meant(const Slot& slot, const Visitor& visitor, Phase phase) {
  const bool theirs = slot.offer.segments.empty() || (slot.segments & visitor.segments) != 0;
  return theirs && (slot.phases == 0 || (slot.phases & (1U << static_cast<unsigned>(phase))) != 0);
}

// How often it was made in the time that its cap counts. What was made in this visit may stay, and
// what was dismissed in it does not come back.
int made(const Slot& slot, const Profile& profile, Moment now) {
  const Moment days_s = static_cast<Moment>(slot.offer.cap_days.number) * kDay_s;
  const Moment since = now > days_s ? now - days_s : 0;
  const Made* here = profile.made_in_visit(slot.mark);
  const int most = static_cast<int>(slot.offer.cap_times.number);
  if (here != nullptr) return here->dismissed ? most : 0;
  return profile.full_since(since) ? most : profile.made_since(slot.mark, since);
}

const TeamLine* line_of(const Situation& at, const Offer& offer) {
  if (!offer.team) return nullptr;
  const auto found = at.lines.teams.find(*offer.team);
  return found == at.lines.teams.end() ? nullptr : &found->second;
}

Circumstances circumstances(const Situation& at, std::size_t i, Phase phase, const TeamLine* line) {
  const Slot& slot = at.known.slots[at.place.slots[i]];
  const Offer& offer = slot.offer;
  const Moment now = moment_of(at.now);
  const Act act = act_at(at.place.placement, offer);
  const bool places = takes_place(act);
  const bool invited = at.visitor.profile.made_in_visit(slot.mark) != nullptr;
  return {.on = offer.active,
          .now = (!offer.from || *offer.from <= at.now) && (!offer.until || at.now < *offer.until),
          .meant = is_meant(slot, at.visitor, phase),
          .allowed = (at.visitor.objects_to & (1U << static_cast<unsigned>(offer.act))) == 0,
          .modelled = at.place.modelled[i],
          .known = !needs_team(act) || (line != nullptr && at.lines.known(at.now)),
          .open = !places || (line != nullptr && line->now.open),
          .wait_s = line != nullptr ? line->wait_s(act) : 0,
          .wait_most_s = static_cast<double>(offer.wait_most_s.number),
          .made = made(slot, at.visitor.profile, now),
          .made_most = static_cast<int>(offer.cap_times.number),
          .timely = is_timely(slot, phase, is_paying(at.visitor.profile, now)),
          .takes_place = places,
          .outstanding = std::max(0.0, at.demand.outstanding[i] - (invited ? 1 : 0)),
          .acceptance = at.demand.acceptance[i],
          .free = line != nullptr ? line->free(act) : 0};
}

// In single precision, as the log has it, so that the same comes out when it is made again.
double rounded(double amount) {
  return static_cast<double>(static_cast<float>(amount));
}

void set_price(const Situation& at, std::size_t i, const TeamLine* line, Weighed& weighed) {
  const Offer& offer = at.known.slots[at.place.slots[i]].offer;
  const double team = line != nullptr ? line->contact_cost : 0;
  const double own = offer.cost ? in_units(*offer.cost) : team;
  const double fee = at.place.placement.fee ? in_units(*at.place.placement.fee) : 0;
  weighed.cost = rounded(at.demand.acceptance[i] * (own + fee));
  if (line != nullptr) weighed.queue = rounded(at.demand.acceptance[i] * line->queue_price);
}

}  // namespace

Cell cell_of(const Situation& at) {
  return {.segment = at.visitor.segment,
          .buyer = at.visitor.profile.orders > 0,
          .phase = phase_of(at.visitor.profile, at.context, at.known.settings)};
}

Weighing weigh(const Situation& at) {
  Weighing weighing{.cell = cell_of(at), .offers = {}};
  weighing.offers.reserve(at.place.slots.size());
  for (std::size_t i = 0; i < at.place.slots.size(); ++i) {
    const Offer& offer = at.known.slots[at.place.slots[i]].offer;
    const TeamLine* line = line_of(at, offer);
    Weighed& weighed = weighing.offers.emplace_back(Weighed{
        .offer = offer.id, .gate = stopped_by(circumstances(at, i, weighing.cell.phase, line))});
    if (!weighed.gate) set_price(at, i, line, weighed);
    weighing.passed = weighing.passed || !weighed.gate;
  }
  if (!weighing.passed) return weighing;
  const auto cell = at.known.version->design.index_of(weighing.cell);
  set_chances(weighing, at.place.draws[cell.value_or(0)], at.known.policy);
  return weighing;
}

void set_chances(Weighing& weighing, std::span<const Draws> draws, const PolicySettings& settings) {
  std::array<Arm, kOffersMost> arms;
  const std::size_t count = weighing.offers.size();
  for (std::size_t i = 0; i < count; ++i) {
    arms[i] = {.passed = !weighing.offers[i].gate,
               .cost = weighing.offers[i].cost,
               .queue_price = weighing.offers[i].queue};
  }
  const Chances found = chances(draws, std::span(arms).first(count), settings);
  weighing.nothing = found.of[0];
  for (std::size_t i = 0; i < count; ++i) {
    weighing.offers[i].gain = found.gain[i + 1];
    weighing.offers[i].sure = found.sure[i + 1];
    weighing.offers[i].probability = found.of[i + 1];
  }
}

std::optional<std::size_t> drawn_at(const Weighing& weighing, double place) {
  if (!weighing.passed) return std::nullopt;
  Chances chances{.of = {weighing.nothing}, .sure = {}, .gain = {}};
  for (const Weighed& one : weighing.offers)
    chances.of.push_back(one.probability);
  const std::size_t arm = arm_at(chances, place);
  if (arm == 0) return std::nullopt;
  return arm - 1;
}

std::uint16_t choice_of(const std::optional<std::size_t>& drawn) {
  return static_cast<std::uint16_t>(drawn ? *drawn + 2 : 1);
}

std::optional<Gate> furthest(const Weighing& weighing) {
  std::optional<Gate> gate;
  for (const Weighed& one : weighing.offers)
    if (one.gate && (!gate || *one.gate > *gate)) gate = one.gate;
  return gate;
}

}  // namespace sluis::decisions
