// The SQL of offers, placements and settings.
#pragma once

#include <span>

#include "decisions/decisions.h"

namespace sluis::decisions::sql {

std::vector<Offer> all(store::Snapshot& snapshot, Type<Offer>);
std::vector<Placement> all(store::Snapshot& snapshot, Type<Placement>);
std::optional<Offer> find(store::Snapshot& snapshot, OfferId id);
std::optional<Placement> find(store::Snapshot& snapshot, PlacementId id);

// False when the code is taken.
bool insert(store::Tx& tx, const Offer& offer);
bool insert(store::Tx& tx, const Placement& placement);
// False when `version` is not the present one.
bool update(store::Tx& tx, const Offer& offer, std::int64_t version);
bool update(store::Tx& tx, const Placement& placement, std::int64_t version);

Settings settings(store::Snapshot& snapshot);
bool update(store::Tx& tx, const Settings& settings, std::int64_t version);

std::span<const store::Statement* const> offer_statements();
// All of the room.
std::span<const store::Statement* const> statements();

}  // namespace sluis::decisions::sql
