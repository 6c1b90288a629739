// The SQL of kpis: the company's own definitions, and what is wanted of whom.
#pragma once

#include <span>

#include "kpis/kpis.h"

namespace sluis::kpis::sql {

std::vector<Definition> own_definitions(store::Snapshot& snapshot);
std::optional<Definition> own_definition(store::Snapshot& snapshot, const Slug& code);
// False when the code is taken.
bool insert(store::Tx& tx, const Draft& draft);
// What was said of those that are built in, in the order of their codes.
struct Kept {
  Slug code;
  std::optional<UserId> owner;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (code, owner, version))
std::vector<Kept> kept(store::Snapshot& snapshot);
// False when the version is not the present one.
bool update(store::Tx& tx, const Definition& after, std::int64_t version);
// False when a target asks for it, or the version is not the present one.
bool remove(store::Tx& tx, const Slug& code, std::int64_t version);

std::vector<Target> targets(store::Snapshot& snapshot, const Subject& subject);
void replace_targets(store::Tx& tx, const Subject& subject, const std::vector<Target>& targets);

std::span<const store::Statement* const> statements();

}  // namespace sluis::kpis::sql
