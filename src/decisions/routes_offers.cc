// The routes of offers, placements and settings.

#include "decisions/routes.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

struct OfferInput {
  OfferId id;
};
BOOST_DESCRIBE_STRUCT(OfferInput, (), (id))
struct AddOfferInput {
  OfferDraft body;
};
BOOST_DESCRIBE_STRUCT(AddOfferInput, (), (body))
struct ChangeOfferInput {
  OfferId id;
  OfferChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeOfferInput, (), (id, body))
struct OfferHistoryInput {
  OfferId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(OfferHistoryInput, (), (id, after))

struct PlacementInput {
  PlacementId id;
};
BOOST_DESCRIBE_STRUCT(PlacementInput, (), (id))
struct AddPlacementInput {
  PlacementDraft body;
};
BOOST_DESCRIBE_STRUCT(AddPlacementInput, (), (body))
struct ChangePlacementInput {
  PlacementId id;
  PlacementChange body;
};
BOOST_DESCRIBE_STRUCT(ChangePlacementInput, (), (id, body))
struct PlacementHistoryInput {
  PlacementId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(PlacementHistoryInput, (), (id, after))

struct ChangeSettingsInput {
  SettingsChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeSettingsInput, (), (body))
struct SettingsHistoryInput {
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(SettingsHistoryInput, (), (after))

using History = api::Page<access::AuditEntry>;

template <class T>
api::Reply<T> versioned(T value, int status = 200) {
  const std::int64_t version = value.version;
  return {.value = std::move(value), .status = status, .version = version, .headers = {}};
}

Result<api::Page<Offer>> list_offers(Snapshot& snapshot, const Call&) {
  return api::Page<Offer>{.items = offers(snapshot), .next = {}};
}

Result<api::Reply<Offer>> show_offer(Snapshot& snapshot, const Call&, const OfferInput& in) {
  return versioned(TRY(offer(snapshot, in.id)));
}

Result<api::Reply<Offer>> post_offer(Tx& tx, const Call& call, const AddOfferInput& in) {
  return versioned(TRY(add_offer(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<Offer>> patch_offer(Tx& tx, const Call& call, const ChangeOfferInput& in) {
  return versioned(
      TRY(change_offer(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

Result<History> offer_history(Snapshot& snapshot, const Call&, const OfferHistoryInput& in) {
  return access::history_of(snapshot, "offer", to_string(in.id), in.after);
}

Result<api::Page<Placement>> list_placements(Snapshot& snapshot, const Call&) {
  return api::Page<Placement>{.items = placements(snapshot), .next = {}};
}

Result<api::Reply<Placement>> show_placement(Snapshot& snapshot, const Call&,
                                             const PlacementInput& in) {
  return versioned(TRY(placement(snapshot, in.id)));
}

Result<api::Reply<Placement>> post_placement(Tx& tx, const Call& call,
                                             const AddPlacementInput& in) {
  return versioned(TRY(add_placement(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<Placement>> patch_placement(Tx& tx, const Call& call,
                                              const ChangePlacementInput& in) {
  return versioned(
      TRY(change_placement(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

Result<History> placement_history(Snapshot& snapshot, const Call&,
                                  const PlacementHistoryInput& in) {
  return access::history_of(snapshot, "placement", to_string(in.id), in.after);
}

Result<api::Reply<Settings>> show_settings(Snapshot& snapshot, const Call&) {
  return versioned(settings(snapshot));
}

Result<api::Reply<Settings>> patch_settings(Tx& tx, const Call& call,
                                            const ChangeSettingsInput& in) {
  return versioned(
      TRY(change_settings(tx, access::actor_of(call), call.expected_version, in.body)));
}

Result<History> settings_history(Snapshot& snapshot, const Call&, const SettingsHistoryInput& in) {
  return access::history_of(snapshot, "decisions", "settings", in.after);
}

std::vector<api::Route> placement_routes() {
  using api::refuses;
  using http::Method;
  using enum OfferRefusal;
  return {
      {.operation = "decisions.placements",
       .method = Method::get,
       .path = "/api/v1/decisions/placements",
       .summary = {"The places where something may be offered.",
                   "De plekken waar iets aangeboden mag worden."},
       .allow = kReaders,
       .handler = api::read(list_placements)},
      {.operation = "decisions.add_placement",
       .method = Method::post,
       .path = "/api/v1/decisions/placements",
       .summary = {"Add a place on a channel with the offers that compete for it.",
                   "Voeg een plek op een kanaal toe met de aanbiedingen die erom strijden."},
       .allow = kManagers,
       .handler = api::write(post_placement),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(placement_code_taken)},
      {.operation = "decisions.placement",
       .method = Method::get,
       .path = "/api/v1/decisions/placements/{id}",
       .summary = {"One place.", "Eén plek."},
       .allow = kReaders,
       .handler = api::read(show_placement),
       .refusals = refuses(placement_unknown)},
      {.operation = "decisions.change_placement",
       .method = Method::patch,
       .path = "/api/v1/decisions/placements/{id}",
       .summary = {"Change a place or switch it off; the list of offers replaces the list.",
                   "Wijzig een plek of zet die uit; de lijst met aanbiedingen vervangt de lijst."},
       .allow = kManagers,
       .handler = api::write(patch_placement),
       .precondition = api::Precondition::version,
       .refusals = refuses(placement_unknown)},
      {.operation = "decisions.placement_history",
       .method = Method::get,
       .path = "/api/v1/decisions/placements/{id}/history",
       .summary = {"What was changed of a place, and by whom.",
                   "Wat er aan een plek is gewijzigd, en door wie."},
       .allow = kReaders,
       .handler = api::read(placement_history)},
      {.operation = "decisions.settings",
       .method = Method::get,
       .path = "/api/v1/decisions/settings",
       .summary = {"What holds for all decisions.", "Wat voor alle beslissingen geldt."},
       .allow = kReaders,
       .handler = api::read(show_settings)},
      {.operation = "decisions.change_settings",
       .method = Method::patch,
       .path = "/api/v1/decisions/settings",
       .summary = {"Change what holds for all decisions, or switch all offers off at once.",
                   "Wijzig wat voor alle beslissingen geldt, of zet alle aanbiedingen in één keer "
                   "uit."},
       .allow = kManagers,
       .handler = api::write(patch_settings),
       .precondition = api::Precondition::version},
      {.operation = "decisions.settings_history",
       .method = Method::get,
       .path = "/api/v1/decisions/settings/history",
       .summary = {"What was changed of the settings, and by whom.",
                   "Wat er aan de instellingen is gewijzigd, en door wie."},
       .allow = kReaders,
       .handler = api::read(settings_history)},
  };
}

}  // namespace

std::vector<api::Route> offer_routes() {
  using api::refuses;
  using http::Method;
  using enum OfferRefusal;
  std::vector<api::Route> all = {
      {.operation = "decisions.offers",
       .method = Method::get,
       .path = "/api/v1/decisions/offers",
       .summary = {"What may be offered to customers.", "Wat klanten aangeboden mag worden."},
       .allow = kReaders,
       .handler = api::read(list_offers)},
      {.operation = "decisions.add_offer",
       .method = Method::post,
       .path = "/api/v1/decisions/offers",
       .summary = {"Add something that may be offered, with its texts, its team and its limits.",
                   "Voeg iets toe dat aangeboden mag worden, met teksten, team en grenzen."},
       .allow = kManagers,
       .handler = api::write(post_offer),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(offer_code_taken)},
      {.operation = "decisions.offer",
       .method = Method::get,
       .path = "/api/v1/decisions/offers/{id}",
       .summary = {"One offer.", "Eén aanbieding."},
       .allow = kReaders,
       .handler = api::read(show_offer),
       .refusals = refuses(offer_unknown)},
      {.operation = "decisions.change_offer",
       .method = Method::patch,
       .path = "/api/v1/decisions/offers/{id}",
       .summary = {"Change an offer, or switch it off.", "Wijzig een aanbieding, of zet die uit."},
       .allow = kManagers,
       .handler = api::write(patch_offer),
       .precondition = api::Precondition::version,
       .refusals = refuses(offer_unknown)},
      {.operation = "decisions.offer_history",
       .method = Method::get,
       .path = "/api/v1/decisions/offers/{id}/history",
       .summary = {"What was changed of an offer, and by whom.",
                   "Wat er aan een aanbieding is gewijzigd, en door wie."},
       .allow = kReaders,
       .handler = api::read(offer_history)},
  };
  std::ranges::move(placement_routes(), std::back_inserter(all));
  return all;
}

}  // namespace sluis::decisions
