// Which channel takes the next step for a customer, and whether that pays: offers, the places where
// they may be made, and the engine that decides.
#pragma once

#include "access/access.h"
#include "decisions/agent_hour.h"
#include "decisions/decision.h"
#include "events/events.h"

namespace sluis {
struct Capability;
}
namespace sluis::api {
struct Call;
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
  agreement_needed,
};
BOOST_DESCRIBE_ENUM(AnswerRefusal, decision_unknown, decision_accepted, decision_expired,
                    nobody_free, agreement_needed)
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

// What a change would make of it, refused where it would be.
Result<Offer> changed_to(store::Snapshot& snapshot, const Offer& offer, const OfferChange& change);

std::vector<Placement> placements(store::Snapshot& snapshot);
Result<Placement> placement(store::Snapshot& snapshot, PlacementId id);
Result<Placement> add_placement(store::Tx& tx, const access::Actor& actor,
                                const PlacementDraft& draft);
Result<Placement> change_placement(store::Tx& tx, const access::Actor& actor, PlacementId id,
                                   std::int64_t version, const PlacementChange& change);

Settings settings(store::Snapshot& snapshot);
Result<Settings> change_settings(store::Tx& tx, const access::Actor& actor, std::int64_t version,
                                 const SettingsChange& change);

// ---- Deciding, for whoever asks in whatever words

// What a visitor did by the very call that asks, so that the log does not hold it yet.
struct Deed {
  std::string_view kind;  // of the event
  Instant ts;
};

// Who asks what to offer. Without a handle it is for who is named, which is believed of a secret
// key alone; where nobody is named at all, for the view of a page.
struct Asking {
  std::string_view placement;  // its code
  std::string_view handle;     // that the server signed; empty where there is none, as are these
  std::string_view user;
  std::string_view device;
  bool consent = false;         // what the visitor does may be kept
  std::int64_t page_views = 0;  // in this visit so far
  bool basket = false;          // something is in it
  std::span<const Deed> deeds = {};
};

struct Decided;
using Decision = std::shared_ptr<const Decided>;

// After that a page goes on without an offer.
inline constexpr std::chrono::milliseconds kPatience{1'000};

// From memory; nothing of it is kept yet.
Result<Decision> decide(Engine& engine, const api::Call& call, const Asking& asking);
// In the unit of the answer, so that it is in the log before it is told.
void keep(store::Tx& tx, Engine& engine, const Decision& decision);
DecisionView view_of(const Engine& engine, const Decided& decided, Language language);
// The same with what an adviser has ready for them, if anything: for a page that shows it.
DecisionView greeted(store::Snapshot& snapshot, const Engine& engine, const Decided& decided,
                     Language language);
// What is told where it could not be kept.
inline const DecisionView kNotKept{.reason = Reason::store_slow};
// The codes of the places that are switched on, in their order.
std::vector<std::string> places(const Engine& engine);
// Whether a text has the form of a handle, signed or not.
bool is_handle(std::string_view text);
// A handle that holds from now, for a page that tells what its visitor does: for the holder of one
// that ended lately, and without any for a device that nothing was ever heard of, under a random id
// that nobody can guess. Nothing for anybody else.
std::optional<std::string> handle_on_page(const Engine& engine, const api::Call& call,
                                          std::string_view handle, std::string_view device);

// ---- Learning

// Follows the log of events for what came of decisions.
events::Reader outcome_reader();

}  // namespace sluis::decisions
