// The SQL of who is in a store now.
#pragma once

#include "contacts/instore/stays.h"

namespace sluis::contacts::sql {

// False where there are so many in that store already.
bool insert_stay(store::Tx& tx, const Stay& stay, const std::string& token,
                 const Line<1, 100>& text_version, std::int64_t most);
void go_on(store::Tx& tx, const Stay& stay);
void bind_contact(store::Tx& tx, StayId id, ContactId contact);
std::optional<Stay> stay(store::Snapshot& snapshot, StayId id);
std::optional<Stay> stay_with(store::Snapshot& snapshot, const std::string& token);
std::optional<Stay> stay_of(store::Snapshot& snapshot, ContactId contact);
std::vector<Stay> stays_in(store::Snapshot& snapshot, std::optional<LocationId> location,
                           Instant now, std::int64_t limit);
std::vector<StayId> stays_over(store::Snapshot& snapshot, Instant now, std::int64_t limit);
std::optional<catalog::VariantId> variant_with(store::Snapshot& snapshot,
                                               const catalog::Gtin& gtin);
// Of the contact that came of a stay.
void forget_where_asked(store::Tx& tx, StayId id);
void forget_stay(store::Tx& tx, StayId id);
// The stay that a contact came of, and where it was asked.
void forget_stay(store::Tx& tx, ContactId contact);

std::span<const store::Statement* const> stay_statements();

}  // namespace sluis::contacts::sql
