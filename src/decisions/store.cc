#include "decisions/store.h"

#include <algorithm>

#include "decisions/store_log.h"
#include "decisions/store_looking.h"

namespace sluis::decisions::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kById = " where id = $1";
constexpr std::string_view kByCode = " order by code";

constexpr std::string_view kSelectOffer =
    "select id, version, code, name, act, team, texts, cost, wait_most_s, cap_times, cap_days, "
    "from_moment as \"from\", until_moment as \"until\", segments, phases, discount_basis_points, "
    "active, created, changed from decisions_offers";
constexpr Statement kOffers{"decisions.offers", Joined<kSelectOffer, kByCode>::sql};
constexpr Statement kOffer{"decisions.offer", Joined<kSelectOffer, kById>::sql};
constexpr Statement kInsertOffer{
    "decisions.insert_offer",
    "insert into decisions_offers (id, version, code, name, act, team, texts, cost, wait_most_s, "
    "cap_times, cap_days, from_moment, until_moment, segments, phases, discount_basis_points, "
    "active, created, changed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
    "$14, $15, $16, $17, $18, $19) on conflict (code) do nothing"};
// $20: the version that is replaced. Code, act and the moment of creation stay.
constexpr Statement kUpdateOffer{
    "decisions.update_offer",
    "update decisions_offers set version = $2, name = $4, team = $6, texts = $7, cost = $8, "
    "wait_most_s = $9, cap_times = $10, cap_days = $11, from_moment = $12, until_moment = $13, "
    "segments = $14, phases = $15, discount_basis_points = $16, active = $17, changed = $19 "
    "where id = $1 and version = $20 and code = $3 and act = $5 and created = $18"};

constexpr std::string_view kSelectPlacement =
    "select id, version, code, name, channel, offers, active, created, changed, fee, agreement, "
    "at_once "
    "from decisions_placements";
constexpr Statement kPlacements{"decisions.placements", Joined<kSelectPlacement, kByCode>::sql};
constexpr Statement kPlacement{"decisions.placement", Joined<kSelectPlacement, kById>::sql};
constexpr Statement kInsertPlacement{
    "decisions.insert_placement",
    "insert into decisions_placements (id, version, code, name, channel, offers, active, created, "
    "changed, fee, agreement, at_once) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
    "on conflict (code) do nothing"};
constexpr Statement kUpdatePlacement{
    "decisions.update_placement",
    "update decisions_placements set version = $2, name = $4, channel = $5, offers = $6, "
    "active = $7, changed = $9, fee = $10, agreement = $11, "
    "at_once = $12 where id = $1 and version = $13 and code = $3 and created = $8"};

constexpr Statement kSettings{
    "decisions.settings",
    "select version, active, hold_out_basis_points, exploration_basis_points, sure_basis_points, "
    "outcome_days, interest_views, hour_cost, waiting_hour_cost, segments, "
    "learning, floor_basis_points from decisions_settings"};
constexpr Statement kUpdateSettings{
    "decisions.update_settings",
    "update decisions_settings set version = $1, active = $2, hold_out_basis_points = $3, "
    "exploration_basis_points = $4, sure_basis_points = $5, outcome_days = $6, "
    "interest_views = $7, hour_cost = $8, waiting_hour_cost = $9, segments = $10, "
    "learning = $11, floor_basis_points = $12 where version = $13"};

constexpr const Statement* kStatements[] = {
    &kOffers,    &kOffer,           &kInsertOffer,     &kUpdateOffer, &kPlacements,
    &kPlacement, &kInsertPlacement, &kUpdatePlacement, &kSettings,    &kUpdateSettings};

// Whether the statement changed its one row, given all fields of a value and what follows them.
template <class T, class... More>
bool changes(Tx& tx, const Statement& statement, const T& value, const More&... more) {
  const auto change = [&](const auto&... field) { return tx.change(statement, field..., more...); };
  return std::apply(change, tie_fields(value)) == 1;
}

}  // namespace

std::vector<Offer> all(Snapshot& snapshot, Type<Offer>) {
  return snapshot.all<Offer>(kOffers);
}

std::vector<Placement> all(Snapshot& snapshot, Type<Placement>) {
  return snapshot.all<Placement>(kPlacements);
}

std::optional<Offer> find(Snapshot& snapshot, OfferId id) {
  return snapshot.one<Offer>(kOffer, id);
}

std::optional<Placement> find(Snapshot& snapshot, PlacementId id) {
  return snapshot.one<Placement>(kPlacement, id);
}

bool insert(Tx& tx, const Offer& offer) {
  return changes(tx, kInsertOffer, offer);
}

bool insert(Tx& tx, const Placement& placement) {
  return changes(tx, kInsertPlacement, placement);
}

bool update(Tx& tx, const Offer& offer, std::int64_t version) {
  return changes(tx, kUpdateOffer, offer, version);
}

bool update(Tx& tx, const Placement& placement, std::int64_t version) {
  return changes(tx, kUpdatePlacement, placement, version);
}

Settings settings(Snapshot& snapshot) {
  auto found = snapshot.one<Settings>(kSettings);
  SLUIS_ASSERT(found.has_value());  // made by the migration
  return *std::move(found);
}

bool update(Tx& tx, const Settings& settings, std::int64_t version) {
  return changes(tx, kUpdateSettings, settings, version);
}

std::span<const Statement* const> offer_statements() {
  return kStatements;
}

std::span<const Statement* const> statements() {
  static const auto all = [] {
    std::vector<const Statement*> statements;
    for (const auto& some : {offer_statements(), log_statements(), looking_statements()})
      std::ranges::copy(some, std::back_inserter(statements));
    return statements;
  }();
  return all;
}

}  // namespace sluis::decisions::sql
