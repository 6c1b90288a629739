#include "decisions/engine.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "platform/secrets/secrets.h"

namespace sluis::decisions {
namespace {

constexpr std::chrono::seconds kInvitationLasts{120};  // of what takes a place
constexpr std::chrono::minutes kOfferLasts{30};
// Before anything was seen of an offer: three of ten accept it.
constexpr double kAcceptedBefore = 3;
constexpr double kMadeBefore = 10;

using consent::Means;
using consent::Purpose;

std::uint64_t number_of(const secrets::Hash& hash) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(number); ++i)
    number = number << 8 | hash[i];
  return number;
}

// The same for all requests of one visit in one place, so that whoever looks again draws the same.
double drawn_number(std::uint64_t salt, std::uint64_t who, PlacementId place, Moment visit) {
  const std::uint64_t where = std::rotl(static_cast<std::uint64_t>(place.number()), 17);
  return Random(salt ^ who ^ where ^ std::rotl(std::uint64_t{visit}, 41)).unit();
}

Duration lasts(Act act) {
  return takes_place(act) ? Duration(kInvitationLasts) : Duration(kOfferLasts);
}

std::optional<Means> means_of(Act act) {
  switch (act) {
    case Act::call_now:
    case Act::call_back:
      return Means::telephone;
    case Act::mail:
      return Means::email;
    default:
      return std::nullopt;
  }
}

Logged logged(const Question& question, const Known& known, const Place& place,
              const Weighing& weighing) {
  return {.identity = {},
          .id = question.id,
          .ts = question.now,
          .placement = place.placement.id,
          .policy = known.version ? known.version->number : 0,
          .offer = {},
          .gate = weighing.passed ? std::nullopt : furthest(weighing),
          .exploration = known.policy.exploration,
          .sure = known.policy.sure,
          .segment = weighing.cell.segment,
          .buyer = weighing.cell.buyer,
          .phase = weighing.cell.phase,
          .until = question.now,
          .details = {encoded(weighing.offers)}};
}

Reason reason_of(const Weighing& weighing, const Logged& log) {
  if (!weighing.passed) return Reason::stopped;
  if (!log.offer) return Reason::nothing_pays;
  return log.held_out ? Reason::held_out : Reason::chosen;
}

}  // namespace

bool begins_with(const std::vector<SegmentId>& asked, const std::vector<SegmentId>& read) {
  return std::ranges::mismatch(asked, read).in2 == read.end();
}

std::shared_ptr<const Known> Engine::known() const {
  const std::lock_guard lock(known_mutex_);
  return known_;
}

std::vector<std::string> Engine::places() const {
  const auto known = this->known();
  std::vector<std::string> codes;
  for (const auto& [code, place] : known->places)
    if (place.placement.active) codes.push_back(code);
  return codes;
}

std::optional<std::string> Engine::place_on(ChannelId channel) const {
  const auto known = this->known();
  for (const auto& [code, place] : known->places)
    if (place.placement.active && place.placement.channel == channel) return code;
  return std::nullopt;
}

bool Engine::knows(IdentityId identity) const {
  const std::lock_guard lock(mutex_);
  return !ready_ || profiles_.has(identity);
}

std::uint64_t Engine::salt_at(Instant now) {
  const Date day = utc_day(now);
  const int quarter = day.year() * 4 + static_cast<int>(day.month() - 1) / 3;
  if (quarter != salt_.quarter) {
    const std::string text = fmt::format("hold-out {}", quarter);
    salt_ = {quarter, number_of(secrets::keyed_hash(secret_, text))};
  }
  return salt_.salt;
}

Engine::Asker Engine::asker_of(const Question& question) const {
  Asker asker{.kept = question.consent &&
                      std::ranges::none_of(question.identities, [&](IdentityId identity) {
                        return refusals_->refused(identity, Means::web, Purpose::tracking);
                      })};
  if (!asker.kept) return asker;
  const Instant begun = question.deeds.empty() ? question.now : question.deeds.front().ts;
  asker.known = profiles_.look(question.identities, moment_of(begun));
  for (const Deed& deed : question.deeds)
    note(asker.known.profile, deed);
  return asker;
}

// Of others than were asked for when members were read last, nobody is one yet.
std::uint64_t Engine::segments_of(const Known& known, const Asker& asker) const {
  std::uint64_t bits = 0;
  if (!begins_with(known.segments, members_.segments)) return bits;
  for (const CustomerId customer : asker.known.customers) {
    const auto found = members_.bits.find(customer.number());
    if (found != members_.bits.end()) bits |= found->second;
  }
  return bits;
}

Visitor Engine::visitor_of(const Known& known, const Asker& asker) const {
  Visitor visitor{
      .profile = asker.known.profile, .segment = {}, .segments = segments_of(known, asker)};
  for (std::size_t i = 0; i < known.settings.segments.size() && !visitor.segment; ++i) {
    if ((visitor.segments & (std::uint64_t{1} << i)) != 0)
      visitor.segment = known.settings.segments[i];
  }
  for (const IdentityId identity : asker.known.identities) {
    const bool all = refusals_->refused(identity, Means::web, Purpose::personalisation);
    for (const Act act : enum_values<Act>()) {
      const auto means = means_of(act);
      if (all || (means && refusals_->refused(identity, *means, Purpose::marketing)))
        visitor.objects_to |= 1U << static_cast<unsigned>(act);
    }
  }
  return visitor;
}

Demand Engine::demand_at(const Known& known, const Place& place, Instant now) {
  Demand demand;
  for (std::size_t i = 0; i < place.slots.size(); ++i) {
    const Offer& offer = known.slots[place.slots[i]].offer;
    if (takes_place(act_at(place.placement, offer)))
      demand.outstanding[i] = outstanding_.count(*offer.team, now);
    const auto seen = acceptance_.find(offer.id.number());
    const Acceptance before = seen == acceptance_.end() ? Acceptance{} : seen->second;
    demand.acceptance[i] = (before.accepted + kAcceptedBefore) / (before.made + kMadeBefore);
  }
  return demand;
}

Weighing Engine::weighed(const Question& question, const Known& known, const Place& place,
                         const Asker& asker) {
  const Visitor visitor = visitor_of(known, asker);
  const Demand demand = demand_at(known, place, question.now);
  return weigh({.known = known,
                .place = place,
                .visitor = visitor,
                .context = question.context,
                .lines = *lines_,
                .demand = demand,
                .now = question.now});
}

// What is drawn holds for the visit: the same number, and so the same offer as long as nothing
// else changes.
std::optional<std::size_t> Engine::draw(const Asker& asker, const Weighing& weighing,
                                        const Known& known, Logged& log) {
  const std::uint64_t salt = salt_at(log.ts);
  const auto page_view = static_cast<std::uint64_t>(log.id.number());
  log.identity = asker.known.lead;
  log.draw = drawn_number(salt, asker.kept ? asker.number() : page_view, log.placement,
                          asker.known.profile.visit);
  log.held_out = asker.kept && is_held_out(asker.number(), salt, known.policy);
  const auto drawn = drawn_at(weighing, log.draw);
  log.probability = drawn ? weighing.offers[*drawn].probability : weighing.nothing;
  if (drawn) {
    log.offer = weighing.offers[*drawn].offer;
    log.cost = weighing.offers[*drawn].cost;
    log.queue = weighing.offers[*drawn].queue;
  }
  log.reason = reason_of(weighing, log);
  return drawn;
}

Decided Engine::decide(const Question& question) {
  Decided decided{.known = known(), .until = question.now, .log = {}, .gifted = {}, .total = {}};
  const Known& known = *decided.known;
  const auto safely = [&](Reason reason) {
    decided.reason = reason;
    return decided;
  };
  const auto found = known.places.find(question.placement);
  if (found == known.places.end()) return safely(Reason::placement_unknown);
  const Place& place = found->second;
  if (!known.settings.active || !place.placement.active) return safely(Reason::switched_off);
  if (question.consent && question.identities.empty()) return safely(Reason::visitor_unknown);
  const std::lock_guard lock(mutex_);
  if (!ready_) return safely(Reason::starting);
  const Asker asker = asker_of(question);
  const Weighing weighing = weighed(question, known, place, asker);
  Logged log = logged(question, known, place, weighing);
  const auto drawn = draw(asker, weighing, known, log);
  const std::uint16_t before = asker.known.profile.drawn[place.number % kPlacesKept];
  log.learns = weighing.passed && before != choice_of(drawn);
  if (log.reason == Reason::chosen) decided.slot = &known.slots[place.slots[*drawn]];
  if (decided.slot != nullptr)
    log.until = log.ts + lasts(act_at(place.placement, decided.slot->offer));
  remember(asker, place, drawn, decided.slot, log);
  tell(asker, std::move(log), decided);
  return decided;
}

void Engine::remember(const Asker& asker, const Place& place,
                      const std::optional<std::size_t>& drawn, const Slot* slot,
                      const Logged& log) {
  const Moment visit = asker.known.profile.visit;
  if (slot != nullptr && takes_place(act_at(place.placement, slot->offer)))
    outstanding_.add(asker.kept ? log.identity.number() : log.id.number(), *slot->offer.team,
                     log.until);
  if (!asker.kept) return;
  if (log.learns) profiles_.draw(log.identity, place.number, choice_of(drawn), visit);
  if (slot == nullptr || asker.known.profile.made_in_visit(slot->mark) != nullptr) return;
  profiles_.make(log.identity, {.at = moment_of(log.ts), .offer = slot->mark}, visit);
  if (log.learns) acceptance_[slot->offer.id.number()].made += 1;
}

void Engine::tell(const Asker& asker, Logged log, Decided& decided) const {
  decided.reason = log.reason;
  decided.gate = log.gate;
  decided.probability = log.probability;
  decided.policy = log.policy;
  decided.until = log.until;
  if (asker.kept) {
    decided.log = std::move(log);
    for (const IdentityId identity : asker.known.identities)
      if (decided.known->gifted.contains(identity.number())) decided.gifted = identity;
  } else {
    decided.total = {log.placement, company::today(decided.known->company, log.ts)};
  }
}

}  // namespace sluis::decisions
