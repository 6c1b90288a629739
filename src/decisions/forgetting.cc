#include "decisions/forgetting.h"

#include "customers/customers.h"
#include "decisions/decisions.h"
#include "decisions/store_log.h"
#include "platform/forget.h"

namespace sluis::decisions {
namespace {

// How much of the log is read at a time.
constexpr std::int64_t kDecisionsAtATime = 500;

// An offer that was possible, with what stopped it.
struct Possible {
  OfferId offer;
  std::string name;
  std::optional<Gate> gate;
};
BOOST_DESCRIBE_STRUCT(Possible, (), (offer, name, gate))

struct KeptDecision {
  DecisionId id;
  Instant ts;
  IdentityId identity;
  std::string placement;
  Reason reason = Reason::stopped;
  std::optional<OfferId> offer;  // that was drawn
  bool held_out = false;         // and not made
  double probability = 1;
  std::optional<SegmentId> segment;
  bool buyer = false;
  channels::Phase phase = channels::Phase::awareness;
  std::vector<Possible> offers;
  std::optional<Instant> shown;
  std::optional<Instant> dismissed;
  std::optional<Instant> accepted;
  std::optional<contacts::ContactId> contact;
};
BOOST_DESCRIBE_STRUCT(KeptDecision, (),
                      (id, ts, identity, placement, reason, offer, held_out, probability, segment,
                       buyer, phase, offers, shown, dismissed, accepted, contact))

// How places and offers are called, so that a person can read what was decided.
struct Names {
  std::map<PlacementId, std::string> places;
  std::map<OfferId, std::string> offers;
};

Names names_of(store::Snapshot& snapshot) {
  Names names;
  for (const Placement& place : placements(snapshot))
    names.places.emplace(place.id, place.name.text);
  for (const Offer& offer : offers(snapshot))
    names.offers.emplace(offer.id, offer.name.text);
  return names;
}

KeptDecision told(const sql::Kept& decision, Names& names) {
  KeptDecision told{.id = decision.id,
                    .ts = decision.ts,
                    .identity = decision.identity,
                    .placement = names.places[decision.placement],
                    .reason = decision.reason,
                    .offer = decision.offer,
                    .held_out = decision.held_out,
                    .probability = decision.probability,
                    .segment = decision.segment,
                    .buyer = decision.buyer,
                    .phase = decision.phase,
                    .offers = {},
                    .shown = decision.shown,
                    .dismissed = decision.dismissed,
                    .accepted = decision.accepted,
                    .contact = decision.contact};
  for (const Weighed& one : decoded_offers(decision.details.data).value_or(std::vector<Weighed>()))
    told.offers.push_back({one.offer, names.offers[one.offer], one.gate});
  return told;
}

// Calls take(decision) for each that was made for an identity, in their order.
template <class Take>
void each_of(store::Snapshot& snapshot, IdentityId identity, Take&& take) {
  DecisionId after;
  for (auto some = sql::kept_of(snapshot, identity, after, kDecisionsAtATime); !some.empty();
       some = sql::kept_of(snapshot, identity, after, kDecisionsAtATime)) {
    for (const sql::Kept& decision : some)
      take(decision);
    after = some.back().id;
  }
}

Result<void> consume_erasure(store::Tx& tx, const outbox::Fact& fact) {
  const auto person = TRY(from_json<customers::PersonErased>(fact.payload.text));
  std::vector<std::string> names;
  for (const IdentityId identity : person.identities) {
    each_of(tx, identity,
            [&](const sql::Kept& decision) { names.push_back(to_string(decision.id)); });
    sql::forget(tx, identity, person.fresh);
  }
  if (!names.empty()) platform::forget_about(tx, names);
  return {};
}

}  // namespace

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities) {
  Names names = names_of(snapshot);
  std::vector<Json> all;
  for (const IdentityId identity : identities)
    each_of(snapshot, identity,
            [&](const sql::Kept& decision) { all.push_back({to_json(told(decision, names))}); });
  return all;
}

outbox::Consumer forgetting() {
  return {.name = "decisions.forgetting",
          .topics = {std::string(customers::kPersonErased)},
          .consume = consume_erasure};
}

}  // namespace sluis::decisions
