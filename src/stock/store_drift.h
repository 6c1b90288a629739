// The SQL of what others believe there is.
#pragma once

#include "stock/drift.h"

namespace sluis::stock::sql {

std::optional<Belief> belief(store::Snapshot& snapshot, VariantId variant, std::int64_t teller);
void believe(store::Tx& tx, const Belief& belief);
void forget_beliefs(store::Tx& tx, std::int64_t teller, std::optional<VariantId> variant);
std::int64_t ordered(store::Snapshot& snapshot, VariantId variant, ChannelId channel, Instant from);

// A belief that may differ from what is so: of a bundle nothing is known here.
struct Doubted : Belief {
  catalog::Sku sku;
  catalog::Name name;
};
BOOST_DESCRIBE_STRUCT(Doubted, (Belief), (sku, name))
std::vector<Doubted> doubted(store::Snapshot& snapshot, std::int64_t limit);

// The least id of a moment; see IdSource.
std::int64_t first_id_at(Instant moment);

std::span<const store::Statement* const> drift_statements();

}  // namespace sluis::stock::sql
