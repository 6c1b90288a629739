// Which channel takes the next step for a customer, and whether that pays: offers, the places where
// they may be made, and the engine that decides.
#pragma once

#include "access/access.h"
#include "decisions/offer.h"
#include "events/events.h"

namespace sluis {
struct Capability;
}

namespace sluis::decisions {

class Engine;

// Without an engine and an intake its routes can be described, not called.
Capability capability(Engine* engine, events::Intake* intake);

enum class OfferRefusal : std::uint8_t {
  offer_unknown,
  offer_code_taken,
  placement_unknown,
  placement_code_taken,
};
BOOST_DESCRIBE_ENUM(OfferRefusal, offer_unknown, offer_code_taken, placement_unknown,
                    placement_code_taken)
const RefusalKind& kind_of(OfferRefusal refusal);

enum class HandleRefusal : std::uint8_t { handle_needed, handle_invalid };
BOOST_DESCRIBE_ENUM(HandleRefusal, handle_needed, handle_invalid)
const RefusalKind& kind_of(HandleRefusal refusal);

enum class AnswerRefusal : std::uint8_t {
  decision_unknown,
  decision_accepted,
  decision_expired,
  nobody_free,
};
BOOST_DESCRIBE_ENUM(AnswerRefusal, decision_unknown, decision_accepted, decision_expired,
                    nobody_free)
const RefusalKind& kind_of(AnswerRefusal refusal);

enum class PolicyRefusal : std::uint8_t { policy_unknown, policy_outdated };
BOOST_DESCRIBE_ENUM(PolicyRefusal, policy_unknown, policy_outdated)
const RefusalKind& kind_of(PolicyRefusal refusal);

// ---- What may be offered, in the order of their codes. Each change is guarded by the version that
// the caller has seen, and told in the trail and to the outbox (topics decisions.offer_changed,
// decisions.placement_changed, decisions.settings_changed).

std::vector<Offer> offers(store::Snapshot& snapshot);
Result<Offer> offer(store::Snapshot& snapshot, OfferId id);
Result<Offer> add_offer(store::Tx& tx, const access::Actor& actor, const OfferDraft& draft);
Result<Offer> change_offer(store::Tx& tx, const access::Actor& actor, OfferId id,
                           std::int64_t version, const OfferChange& change);

std::vector<Placement> placements(store::Snapshot& snapshot);
Result<Placement> placement(store::Snapshot& snapshot, PlacementId id);
Result<Placement> add_placement(store::Tx& tx, const access::Actor& actor,
                                const PlacementDraft& draft);
Result<Placement> change_placement(store::Tx& tx, const access::Actor& actor, PlacementId id,
                                   std::int64_t version, const PlacementChange& change);

Settings settings(store::Snapshot& snapshot);
Result<Settings> change_settings(store::Tx& tx, const access::Actor& actor, std::int64_t version,
                                 const SettingsChange& change);

// ---- Learning

// Follows the log of events for what came of decisions.
events::Reader outcome_reader();

}  // namespace sluis::decisions
